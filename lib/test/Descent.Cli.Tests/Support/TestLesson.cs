using Descent.Cli.Notebooks;
using Descent.Cli.Running;
using Descent.Cli.Worker;

namespace Descent.Cli.Tests.Support;

/// <summary>Makes results of runs that never took place.</summary>
internal static class TestLesson
{
    /// <summary>A lesson whose cells, numbered from 1, ended as given.</summary>
    public static LessonResult Of(params CellOutcome[] outcomes) =>
        Of([.. outcomes.Select((outcome, index) => Run(TestNotebook.Code(index + 1, "first\n\tsecond\nthird"), outcome))]);

    public static LessonResult Of(params CellRun[] runs) =>
        new(new Notebook("/nowhere/01-a.ipynb", "notebooks/01-a.ipynb", [.. runs.Select(run => run.Cell)]), runs, TimeSpan.FromSeconds(2));

    private static CellRun Run(NotebookCell cell, CellOutcome outcome) =>
        new(cell, outcome, OutcomeOutput.For(outcome) is { } output ? [output] : [], TimeSpan.FromSeconds(0.5));
}
