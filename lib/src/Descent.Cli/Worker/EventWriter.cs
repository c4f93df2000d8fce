using System.IO.Pipes;
using System.Text;

namespace Descent.Cli.Worker;

/// <summary>The worker's end of the event pipe. Cells write from any thread, so lines are written one at a time.</summary>
internal sealed class EventWriter(string pipeHandle) : IDisposable
{
    private readonly StreamWriter writer = new(new AnonymousPipeClientStream(PipeDirection.Out, pipeHandle), new UTF8Encoding(false));
    private readonly Lock writing = new();

    public void Write(WorkerEvent workerEvent)
    {
        var line = workerEvent.ToLine();
        lock (writing)
        {
            writer.WriteLine(line);
            writer.Flush();
        }
    }

    public void Dispose() => writer.Dispose();
}
