using System.Collections.Concurrent;

namespace Descent.Jupyter.Tests.Support;

internal sealed class ListLog : IKernelLog
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public void Write(string message) => Lines.Enqueue(message);
}
