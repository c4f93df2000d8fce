namespace Descent.Jupyter;

/// <summary>Whether code is ready to run. A closed set: match on the nested records.</summary>
public abstract record Completeness
{
    private Completeness()
    {
    }

    /// <summary>The code can run.</summary>
    public sealed record Complete : Completeness;

    /// <summary>The code has an error that typing on cannot cure.</summary>
    public sealed record Invalid : Completeness;

    /// <summary>Something is still open.</summary>
    /// <param name="Indent">What to begin the next line with.</param>
    public sealed record Incomplete(string Indent) : Completeness;
}
