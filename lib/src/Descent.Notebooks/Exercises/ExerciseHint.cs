namespace Descent.Notebooks;

/// <summary>A hint for an exercise.</summary>
/// <param name="Id">The exercise, such as "2.1".</param>
/// <param name="Level">Which hint, from 1, the vaguest.</param>
/// <param name="Levels">How many hints the exercise has.</param>
/// <param name="Text">The hint, or, beyond the last one, a sentence that says so.</param>
public sealed record ExerciseHint(string Id, int Level, int Levels, string Text)
{
    internal string Heading => Level <= Levels ? $"Exercise {Id}, hint {Level} of {Levels}:" : $"Exercise {Id}:";

    /// <summary>The hint as a line of text.</summary>
    /// <returns>For example "Exercise 2.1, hint 1 of 2: …"</returns>
    public override string ToString() => $"{Heading} {Text}";
}
