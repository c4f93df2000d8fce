using System.Globalization;
using Descent.Cli.Notebooks;
using Descent.Cli.Running;

namespace Descent.Cli.Reporting;

/// <summary>A line when a lesson starts and a line when it ends: for files, pipes and CI logs.</summary>
internal sealed class PlainProgress(IReadOnlyList<Notebook> notebooks, TextWriter output) : IRunProgress
{
    private readonly Lock writing = new();

    public void LessonStarted(int lesson)
    {
        var notebook = notebooks[lesson];
        WriteLine($"started   {notebook.Label}, {notebook.RunnableCells.Count()} cells");
    }

    public void CellStarted(int lesson, int position)
    {
    }

    public void LessonFinished(int lesson, LessonResult result)
    {
        var end = result.Errors == 0 ? "finished" : "FAILED  ";
        WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{end}  {result.Notebook.Label}, {result.CellsRun} cells, {result.Errors} errors, {result.Elapsed.TotalSeconds:F1} s"));
    }

    private void WriteLine(string line)
    {
        lock (writing)
            output.WriteLine(line);
    }
}
