using Descent.Cli.Notebooks;
using Descent.Cli.Reporting;
using Descent.Cli.Running;

namespace Descent.Cli.Newcomer;

/// <summary>
/// Checks the data set's files against their SHA-256 sums. The library knows the sums, and this program does not carry the library:
/// a worker runs the check as a cell, just as a lesson would.
/// </summary>
internal static class DataCheck
{
    private const string Source =
        """
        #r "lib/bin/Descent.dll"
        Descent.Mnist.Verify("data/mnist");
        """;

    /// <summary>What is wrong, line by line; null when nothing is.</summary>
    public static async Task<IReadOnlyList<string>?> RunAsync(CourseFolder course, CancellationToken cancellationToken)
    {
        var check = new Notebook(
            Path.Combine(course.Root, "data check"),
            "data check",
            [new NotebookCell(1, null, CellKind.Code, Source, [])]);
        var result = await new LessonRunner(new RunOptions()).RunAsync(check, _ => { }, cancellationToken);
        return result.Cells[0].Outcome switch
        {
            Worker.CellOutcome.Completed => null,
            Worker.CellOutcome.Threw threw => [$"The data is not as it should be: {threw.Message}"],
            _ => ["The data could not be checked.", .. FailureReport.Lines(result)],
        };
    }
}
