using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Descent.Scripting.Compilation;

/// <summary>
/// Puts into terms of cells what the compiler says in terms of what it makes of them: a class that holds a cell's variables as fields and
/// its types as nested ones.
/// </summary>
internal static partial class CellTerms
{
    public static string MessageOf(Diagnostic diagnostic)
    {
        var message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        return diagnostic.Id switch
        {
            "CS8345" or "CS0610" when IsVariableOfCell(diagnostic) =>
                $"A variable at the top of a cell lives on in later cells, which one of type {Quoted(message)} cannot. "
                + "Put it in braces { … } or in a function, with what uses it.",
            "CS9054" => "A 'file' type is seen in its own file alone, and a cell is none. Leave 'file' out.",
            "CS9283" => "A cell cannot hold an extension block. Write an extension method at the top of the cell, such as: static int Twice(this int x) => 2 * x;",
            "CS1109" => "An extension method must stand at the top of a cell, outside of every class, such as: static int Twice(this int x) => 2 * x;",
            "CS7021" => "A cell cannot hold a namespace. Leave it out: what a cell declares is known to later cells by its name.",
            "CS7020" => "A cell cannot use 'yield' outside of a function. Put it in one that returns IEnumerable<T>.",
            "CS1529" => "A using line must stand before all other code of its cell. Move it up, or to a cell of its own.",
            "CS0214" => $"{message}: unsafe {{ … }}",
            "CS1519" when message.Contains("''", StringComparison.Ordinal) => "The cell ends too early: here stands the beginning of a declaration, without a name.",
            _ => ScriptClass().Replace(message, match => match.Index == 0 ? "This cell" : "this cell"),
        };
    }

    /// <summary>Whether it is about a thing that no cell has: documentation in a file.</summary>
    public static bool IsNoise(Diagnostic diagnostic) => diagnostic.Id == "CS1569";

    private static bool IsVariableOfCell(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree?.GetRoot().FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<MemberDeclarationSyntax>()
            is { Parent: CompilationUnitSyntax };

    private static string Quoted(string message) => QuotedName().Match(message).Value;

    [GeneratedRegex("'[^']*'")]
    private static partial Regex QuotedName();

    [GeneratedRegex(@"(the type |type |the containing type |containing type )?'Submission#\d+'", RegexOptions.IgnoreCase)]
    private static partial Regex ScriptClass();
}
