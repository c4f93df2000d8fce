using System.Text;
using Descent.Cli.Engines;

namespace Descent.Cli.Worker;

/// <summary>What a worker does: read the job, run its cells in order, report each step.</summary>
internal static class WorkerProgram
{
    public static async Task<int> RunAsync(string pipeHandle)
    {
        var standardInput = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
        var job = WorkerJob.FromLine(await standardInput.ReadLineAsync() ?? throw new InvalidOperationException("The worker got no job."));
        Console.SetIn(TextReader.Null);

        using var events = new EventWriter(pipeHandle);
        await using (var cells = RunnerFor(job, events))
        {
            ParentWatch.Start(standardInput, cells.Kill);
            var failed = false;
            foreach (var cell in job.Cells)
            {
                if (failed)
                    break;
                failed = !await cells.RunAsync(cell) && !cell.MayFail;
            }

            await cells.FinishAsync();
        }

        events.Write(new WorkerEvent.LessonFinished());
        return 0;
    }

    private static ICellRunner RunnerFor(WorkerJob job, EventWriter events) =>
        job.Engine is { } engine ? new EngineCellRunner(job, engine, events) : new CellRunner(job, events);
}
