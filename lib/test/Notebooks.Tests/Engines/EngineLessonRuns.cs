using Descent.Cli.Notebooks;
using Descent.Cli.Running;
using Descent.Cli.Tests.Engines;
using Notebooks.Tests.Lessons;

namespace Notebooks.Tests.Engines;

/// <summary>Every lesson, run once in the released engine by the very code that <c>descent check --engine</c> uses.</summary>
public sealed class EngineLessonRuns : IAsyncLifetime
{
    private readonly Dictionary<string, LessonResult> results = [];

    internal LessonResult Of(string name) => results[name];

    public async ValueTask InitializeAsync()
    {
        var lessons = NotebookSelection.ReadLessons(LessonFiles.Course);
        var options = new RunOptions { Engine = await ReleasedEngine.FindAsync() };
        var run = await new CourseRunner(options).RunAsync(lessons, new NoProgress(), TestContext.Current.CancellationToken);
        foreach (var result in run.Lessons)
            results[Path.GetFileName(result.Notebook.Path)] = result;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
