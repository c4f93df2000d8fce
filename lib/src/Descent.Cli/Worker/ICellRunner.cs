namespace Descent.Cli.Worker;

/// <summary>Runs a job's cells in turn and reports each as it goes. Each engine has one: nothing else of a run knows which it is.</summary>
internal interface ICellRunner : IAsyncDisposable
{
    /// <summary>Runs one cell; returns whether it completed.</summary>
    Task<bool> RunAsync(WorkerCell cell);

    /// <summary>Reports what the cells have left behind and nobody has looked at.</summary>
    Task FinishAsync();

    /// <summary>Ends whatever would outlive this process, at once.</summary>
    void Kill();
}
