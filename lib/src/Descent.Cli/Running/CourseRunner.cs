using System.Diagnostics;
using Descent.Cli.Notebooks;

namespace Descent.Cli.Running;

/// <summary>Runs several notebooks, a few at a time, each in a process of its own. They start in order and are reported in order.</summary>
internal sealed class CourseRunner(RunOptions options)
{
    public async Task<RunResult> RunAsync(IReadOnlyList<Notebook> notebooks, IRunProgress progress, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var results = new LessonResult[notebooks.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, notebooks.Count, parallel, async (lesson, token) =>
        {
            progress.LessonStarted(lesson);
            results[lesson] = await new LessonRunner(options)
                .RunAsync(notebooks[lesson], position => progress.CellStarted(lesson, position), token);
            progress.LessonFinished(lesson, results[lesson]);
        });
        return new RunResult(results, watch.Elapsed);
    }
}
