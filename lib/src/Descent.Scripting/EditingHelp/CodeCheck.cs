namespace Descent.Scripting;

/// <summary>Whether code that is being typed could run as it stands.</summary>
public enum CodeState
{
    /// <summary>It could run.</summary>
    Complete,

    /// <summary>Something is still open, such as a bracket or a statement.</summary>
    Incomplete,

    /// <summary>It has a syntax error that typing on cannot cure.</summary>
    Invalid,
}

/// <summary>The answer to whether code could run as it stands.</summary>
/// <param name="State">Whether it could.</param>
/// <param name="Indent">What a next line should begin with when the code is incomplete; else empty.</param>
public sealed record CodeCheck(CodeState State, string Indent)
{
    /// <summary>Checks code without compiling it.</summary>
    /// <param name="code">What has been typed.</param>
    /// <returns>The answer.</returns>
    /// <example><code>
    /// CodeCheck.Of("for (var i = 0; i &lt; 3; i++) {").State   // CodeState.Incomplete
    /// </code></example>
    public static CodeCheck Of(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return EditingHelp.SyntaxCheck.Check(code);
    }
}
