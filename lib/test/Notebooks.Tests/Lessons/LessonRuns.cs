using Descent.Cli.Notebooks;
using Descent.Cli.Running;

namespace Notebooks.Tests.Lessons;

/// <summary>Every lesson, run twice in fresh processes by the very code that <c>descent run</c> uses.</summary>
public sealed class LessonRuns : IAsyncLifetime
{
    private readonly Dictionary<string, LessonResult[]> resultsByName = [];

    internal LessonResult First(string name) => resultsByName[name][0];

    internal LessonResult Second(string name) => resultsByName[name][1];

    public async ValueTask InitializeAsync()
    {
        IReadOnlyList<Notebook> lessons = NotebookSelection.ReadLessons(LessonFiles.Course);
        var run = await new CourseRunner(new RunOptions()).RunAsync([.. lessons, .. lessons], new NoProgress(), TestContext.Current.CancellationToken);
        foreach (var results in run.Lessons.GroupBy(result => Path.GetFileName(result.Notebook.Path)))
            resultsByName[results.Key] = [.. results];
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
