namespace Descent.Notebooks;

/// <summary>Checks the exercises at the end of each lesson, hints at them and solves them.</summary>
/// <example><code>
/// double? answer = null;              // your answer here
/// Exercise.Check("2.1", answer)       // not attempted, incorrect or correct
/// </code></example>
public static class Exercise
{
    /// <summary>Says whether an answer is right and, if not, what differs.</summary>
    /// <param name="id">The exercise, such as "2.1".</param>
    /// <param name="answer">The answer, of the kind that the exercise asks for; null if there is none yet.</param>
    /// <returns>The verdict and a sentence about it, which never gives the answer away.</returns>
    /// <exception cref="ArgumentException">No exercise has this id; the message lists those that exist.</exception>
    /// <example><code>Exercise.Check("2.1", 0.25)</code></example>
    public static ExerciseResult Check(string id, object? answer)
    {
        var exercise = Catalogue.Find(id);
        if (answer is null)
            return new(id, Verdict.NotAttempted, $"Replace null by your answer, or ask for Exercise.Hint(\"{id}\").");
        return exercise.Answer(answer) is { } difference
            ? new(id, Verdict.Incorrect, difference)
            : new(id, Verdict.Correct, "");
    }

    /// <summary>Gives a hint, from 1, the vaguest, upward.</summary>
    /// <param name="id">The exercise, such as "2.1".</param>
    /// <param name="level">Which hint. Default: 1.</param>
    /// <returns>The hint; beyond the last one, a sentence that says so.</returns>
    /// <exception cref="ArgumentException">No exercise has this id; the message lists those that exist.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is less than 1.</exception>
    /// <example><code>Exercise.Hint("2.1", level: 2)</code></example>
    public static ExerciseHint Hint(string id, int level = 1)
    {
        var hints = Catalogue.Find(id).Hints;
        ArgumentOutOfRangeException.ThrowIfLessThan(level, 1);
        var text = level <= hints.Count
            ? hints[level - 1]
            : $"There is no hint {level}: the last one is number {hints.Count}. Exercise.Solution(\"{id}\") shows a solution.";
        return new(id, level, hints.Count, text);
    }

    /// <summary>Shows one way to solve an exercise.</summary>
    /// <param name="id">The exercise, such as "2.1".</param>
    /// <returns>C# that can be pasted into a cell.</returns>
    /// <exception cref="ArgumentException">No exercise has this id; the message lists those that exist.</exception>
    /// <example><code>Exercise.Solution("2.1")</code></example>
    public static ExerciseSolution Solution(string id) => new(id, Catalogue.Find(id).Solution);
}
