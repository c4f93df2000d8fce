namespace Descent.Scripting.Compilation;

/// <summary>
/// Keeps code from the compiler whose brackets are nested, or whose prefix operators follow each other, so many times that the compiler,
/// which calls itself for each, would exhaust the stack and end the process.
/// </summary>
internal static class NestingLimit
{
    private const int Deepest = 1_000;
    private const int ShownCharacters = 200;

    /// <summary>What the learner is told when the compiler has given up on a cell.</summary>
    public static CellDiagnostic Exceeded(string code, string reason) => new(
        "CS8078", $"The cell is nested too deeply to be compiled. {reason} Split it into several statements.", 1, 1, code[..Math.Min(code.Length, ShownCharacters)].Split('\n')[0]);

    /// <exception cref="InsufficientExecutionStackException">The code is nested too deeply.</exception>
    public static void Require(string code)
    {
        int brackets = 0, angles = 0, prefixes = 0;
        foreach (var character in code)
        {
            prefixes = character switch
            {
                '-' or '+' or '!' or '~' => prefixes + 1,
                ' ' or '\t' => prefixes,
                _ => 0,
            };
            (brackets, angles) = character switch
            {
                '(' or '[' or '{' => (brackets + 1, angles),
                ')' or ']' or '}' => (Math.Max(brackets - 1, 0), 0),
                '<' => (brackets, angles + 1),
                '>' => (brackets, Math.Max(angles - 1, 0)),
                // A comparison, not the beginning of a list of types.
                ';' => (brackets, 0),
                _ => (brackets, angles),
            };
            if (Math.Max(brackets, angles) > Deepest)
                throw new InsufficientExecutionStackException($"The code has brackets nested more than {Deepest:N0} deep.");
            if (prefixes > Deepest)
                throw new InsufficientExecutionStackException($"The code has more than {Deepest:N0} operators in a row.");
        }
    }
}
