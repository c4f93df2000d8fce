using Descent.Cli.Notebooks;
using Descent.Cli.Running;
using Descent.Cli.Tests.Support;
using Descent.Cli.Worker;

namespace Descent.Cli.Tests.Running;

public sealed class CourseRunnerTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Two_run_at_a_time_and_results_keep_the_order_of_the_notebooks()
    {
        Notebook[] notebooks =
        [
            TestNotebook.Of(folder, "1.ipynb", "System.Threading.Thread.Sleep(2000);", "1"),
            TestNotebook.Of(folder, "2.ipynb", "2"),
            TestNotebook.Of(folder, "3.ipynb", "3"),
            TestNotebook.Of(folder, "4.ipynb", "4"),
        ];
        var progress = new RecordingProgress();

        var result = await new CourseRunner(new RunOptions()).RunAsync(notebooks, progress, TestContext.Current.CancellationToken);

        Assert.Equal(["1.ipynb", "2.ipynb", "3.ipynb", "4.ipynb"], result.Lessons.Select(lesson => lesson.Notebook.Label));
        Assert.Equal((5, 0), (result.CellsRun, result.Errors));
        Assert.Equal(2, progress.MostAtATime);
        Assert.Equal([0, 1, 2, 3], progress.Started.Order());
        Assert.Equal([1, 2], progress.PositionsOfFirst);
    }

    [Fact]
    public async Task A_dead_worker_does_not_keep_the_next_lesson_from_running()
    {
        Notebook[] notebooks = [TestNotebook.Of(folder, "1.ipynb", "Environment.FailFast(\"on purpose\");"), TestNotebook.Of(folder, "2.ipynb", "2")];

        var result = await new CourseRunner(new RunOptions { Parallelism = 1 })
            .RunAsync(notebooks, new RecordingProgress(), TestContext.Current.CancellationToken);

        var ended = Assert.IsType<CellOutcome.WorkerEnded>(result.Lessons[0].Cells[0].Outcome);
        Assert.Contains("on purpose", ended.LastWords, StringComparison.Ordinal);
        Assert.Equal(0, result.Lessons[1].Errors);
        Assert.Equal(1, result.ExitCode);
    }

    private sealed class RecordingProgress : IRunProgress
    {
        private readonly Lock recording = new();
        private int running;

        public int MostAtATime { get; private set; }

        public List<int> Started { get; } = [];

        public List<int> PositionsOfFirst { get; } = [];

        public void LessonStarted(int lesson)
        {
            lock (recording)
            {
                Started.Add(lesson);
                MostAtATime = Math.Max(MostAtATime, ++running);
            }
        }

        public void CellStarted(int lesson, int position)
        {
            if (lesson == 0)
                PositionsOfFirst.Add(position);
        }

        public void LessonFinished(int lesson, LessonResult result)
        {
            lock (recording)
                running--;
        }
    }
}
