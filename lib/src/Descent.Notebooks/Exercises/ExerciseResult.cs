namespace Descent.Notebooks;

/// <summary>The outcome of <see cref="Exercise.Check"/>. As a cell's last value it is shown with its verdict in colour.</summary>
/// <param name="Id">The exercise, such as "2.1".</param>
/// <param name="Verdict">Correct, incorrect or not attempted.</param>
/// <param name="Message">What differs, never the answer itself; empty if the answer is right.</param>
public sealed record ExerciseResult(string Id, Verdict Verdict, string Message)
{
    internal string Heading => $"Exercise {Id}: " + Verdict switch
    {
        Verdict.Correct => "correct.",
        Verdict.Incorrect => "incorrect.",
        _ => "not attempted.",
    };

    /// <summary>The result as a line of text.</summary>
    /// <returns>For example "Exercise 2.1: incorrect. Your number, 0.5, is too small."</returns>
    public override string ToString() => $"{Heading} {Message}".TrimEnd();
}
