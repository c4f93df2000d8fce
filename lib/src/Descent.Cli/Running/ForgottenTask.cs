namespace Descent.Cli.Running;

/// <summary>Work that may fail after everybody has stopped listening to it.</summary>
internal static class ForgottenTask
{
    /// <summary>Sees to it that a failure which nobody hears is none that the collector reports later. Whoever awaits the task hears it as ever.</summary>
    public static void Forget(this Task task) => task.ContinueWith(
        static ended => ended.Exception,
        CancellationToken.None,
        TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
        TaskScheduler.Default);
}
