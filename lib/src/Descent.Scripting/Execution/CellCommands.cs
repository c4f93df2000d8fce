using Descent.Scripting.Compilation;
using Descent.Scripting.Output;

namespace Descent.Scripting.Execution;

/// <summary>Answers the lines of a cell that begin with <c>#!</c> and mean nothing here.</summary>
internal static class CellCommands
{
    /// <summary>Says of each line that nothing came of it, and what became of the rest of the cell.</summary>
    /// <param name="parts">The cell.</param>
    /// <param name="sink">Where it is said.</param>
    /// <param name="result">How the cell ended.</param>
    public static void Answer(IReadOnlyList<CellPart> parts, CellSink sink, CellResult result)
    {
        var commands = parts.SelectMany(part => part.UnknownCommands).ToList();
        if (commands.Count == 0)
            return;
        var rest = result is CellResult.CompilationFailed ? "The rest of the cell was not run, because of its error."
            : parts.Any(part => part.HasContent) ? "The rest of the cell was run."
            : "There is nothing else in the cell.";
        var answers = string.Concat(commands.Select(command => $"#!{SectionLine.Name(command)}: this kernel knows no such command. {rest}{Environment.NewLine}"));
        sink.Write(answers, isError: true);
    }
}
