using Descent.Scripting.Compilation;
using Descent.Scripting.Output;

namespace Descent.Scripting.Execution;

/// <summary>
/// Answers the lines of a cell that begin with <c>#!</c>, which ask the kernel for something. This is where commands would be looked up;
/// it knows none.
/// </summary>
internal static class CellCommands
{
    /// <summary>Says of each line that nothing came of it, and what became of the rest of the cell.</summary>
    public static void Answer(CellSource source, CellSink sink, CellResult result)
    {
        var rest = result is CellResult.CompilationFailed ? "The rest of the cell was not run, because of its error."
            : source.HasCode ? "The rest of the cell was run."
            : "There is nothing else in the cell.";
        var answers = string.Concat(source.Commands.Select(command => $"#!{Name(command)}: this kernel knows no such command. {rest}{Environment.NewLine}"));
        if (answers.Length > 0)
            sink.Write(answers, isError: true);
    }

    private static string Name(string command) => command.Split((char[]?)null, 2)[0];
}
