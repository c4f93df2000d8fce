namespace Descent.Notebooks.Tests.Exercises;

/// <summary>An exercise's test data: a right answer and two plausible wrong ones. The stub's null is checked for all.</summary>
/// <example><code>new("2.1", Right: 0.5975, Wrong: [0.0975, 1.195])</code></example>
public sealed record ExerciseCase(string Id, object Right, params IReadOnlyList<object> Wrong)
{
    public void Verify()
    {
        Assert.Equal(Verdict.NotAttempted, Exercise.Check(Id, null).Verdict);
        var right = Exercise.Check(Id, Right);
        Assert.True(right.Verdict == Verdict.Correct, right.Message);
        Assert.True(Wrong.Count >= 2, $"Exercise {Id} needs two plausible wrong answers; found {Wrong.Count}.");
        Assert.All(Wrong, answer => Assert.Equal(Verdict.Incorrect, Exercise.Check(Id, answer).Verdict));
    }

    public override string ToString() => $"exercise {Id}";
}
