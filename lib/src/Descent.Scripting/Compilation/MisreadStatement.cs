using Microsoft.CodeAnalysis.Text;

namespace Descent.Scripting.Compilation;

/// <summary>
/// A statement that the parser has taken for something else, since at the top of a script it prefers declarations: what it says about it
/// would only mislead.
/// </summary>
/// <param name="Span">Where the statement stands.</param>
/// <param name="Place">Where in it the error is.</param>
/// <param name="Id">The id that the compiler has for such an error, or gives to the same code.</param>
/// <param name="Message">What is wrong in truth, and what to write instead.</param>
internal sealed record MisreadStatement(TextSpan Span, int Place, string Id, string Message)
{
    /// <summary>Whether an error is about it. The end belongs to it: there the parser says what it expected next.</summary>
    public bool Explains(TextSpan error) => error.Start >= Span.Start && error.Start <= Span.End;
}
