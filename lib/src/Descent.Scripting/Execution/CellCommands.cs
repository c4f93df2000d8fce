using Descent.Scripting.Compilation;
using Descent.Scripting.Output;

namespace Descent.Scripting.Execution;

/// <summary>Answers the lines of a cell that begin with <c>#!</c> and mean nothing here.</summary>
internal static class CellCommands
{
    /// <summary>Says of each line that nothing came of it, and what became of the rest of the cell.</summary>
    /// <param name="commands">What follows <c>#!</c> on each.</param>
    /// <param name="hasMore">Whether there is anything else in the cell.</param>
    /// <param name="sink">Where it is said.</param>
    /// <param name="result">How the cell ended.</param>
    public static void Answer(IEnumerable<string> commands, bool hasMore, CellSink sink, CellResult result)
    {
        var rest = result is CellResult.CompilationFailed ? "The rest of the cell was not run, because of its error."
            : hasMore ? "The rest of the cell was run."
            : "There is nothing else in the cell.";
        var answers = string.Concat(commands.Select(command => $"#!{SectionLine.Name(command)}: this kernel knows no such command. {rest}{Environment.NewLine}"));
        if (answers.Length > 0)
            sink.Write(answers, isError: true);
    }
}
