using System.Globalization;

namespace Descent.Cli.Running;

/// <summary>What became of all notebooks of a run, in order.</summary>
internal sealed record RunResult(IReadOnlyList<LessonResult> Lessons, TimeSpan Elapsed)
{
    public int CellsRun => Lessons.Sum(lesson => lesson.CellsRun);

    public int Errors => Lessons.Sum(lesson => lesson.Errors);

    public int ExitCode => Errors == 0 ? 0 : 1;

    /// <summary>The run's last line. Its form is fixed, the plurals too, so that scripts can read it.</summary>
    public string Summary => string.Create(
        CultureInfo.InvariantCulture,
        $"{Lessons.Count} notebooks, {CellsRun} cells, {Errors} errors, {Elapsed.TotalSeconds:F1} s");
}
