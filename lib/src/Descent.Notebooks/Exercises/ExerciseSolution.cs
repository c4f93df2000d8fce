namespace Descent.Notebooks;

/// <summary>A solution of an exercise.</summary>
/// <param name="Id">The exercise, such as "2.1".</param>
/// <param name="Code">C# that can be pasted into a cell.</param>
public sealed record ExerciseSolution(string Id, string Code)
{
    /// <summary>The solution as plain text.</summary>
    /// <returns>A heading and the code.</returns>
    public override string ToString() => $"Exercise {Id}, a solution:\n{Code}";
}
