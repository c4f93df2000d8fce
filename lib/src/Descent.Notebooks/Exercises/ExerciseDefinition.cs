namespace Descent.Notebooks;

/// <summary>Everything about one exercise except its question, which stands in the notebook.</summary>
/// <param name="Id">The lesson and the number in it, such as "2.1".</param>
/// <param name="Answer">Says what is wrong with an answer, or null if it is right: one of <see cref="Answers"/>.</param>
/// <param name="Hints">At least one hint, from the vaguest to the plainest.</param>
/// <param name="Solution">C# that a learner can paste into a cell.</param>
/// <example>
/// In <c>Exercises/Lesson3.cs</c>, with a row in <c>Lesson3Tests.cs</c> that holds a right answer and two plausible wrong ones:
/// <code>
/// new("3.2",
///     Answers.Function(x =&gt; 2 * x, at: [-1.5, 0, 2]),
///     Hints: ["What is the slope of the parabola at x?", "Differentiate x² by the power rule."],
///     Solution: """
///         Func&lt;double, double&gt; derivative = x =&gt; 2 * x;
///         Exercise.Check("3.2", derivative)
///         """),
/// </code>
/// </example>
internal sealed record ExerciseDefinition(
    string Id, Func<object, string?> Answer, IReadOnlyList<string> Hints, string Solution);
