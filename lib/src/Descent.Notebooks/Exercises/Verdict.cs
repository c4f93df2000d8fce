namespace Descent.Notebooks;

/// <summary>What a check of an exercise found.</summary>
public enum Verdict
{
    /// <summary>The answer is still null, as in the stub.</summary>
    NotAttempted,

    /// <summary>An answer was given and something about it is wrong.</summary>
    Incorrect,

    /// <summary>The answer is right.</summary>
    Correct,
}
