namespace Descent.Tests.Threading;

public sealed class InterruptibleLoopTests
{
    [Fact]
    public void Failure_of_a_loop_that_was_interrupted_is_told_by_nobody()
    {
        var failure = new InvalidOperationException("It was stopped in the middle.");
        var unheard = UnobservedTasks.Of(() =>
        {
            using var begun = new ManualResetEventSlim();
            var caught = default(Exception);
            var thread = new Thread(() => caught = Record.Exception(() => InterruptibleLoop.Run(
                stop =>
                {
                    begun.Set();
                    stop.WaitHandle.WaitOne();
                    throw failure;
                },
                CancellationToken.None)));
            thread.Start();
            begun.Wait(TestContext.Current.CancellationToken);
            thread.Interrupt();
            thread.Join();
            Assert.IsType<ThreadInterruptedException>(caught);
        });
        Assert.DoesNotContain(failure, unheard);
    }

    [Fact]
    public void Failure_of_a_loop_that_was_cancelled_is_told_by_nobody()
    {
        var failure = new InvalidOperationException("It was cancelled in the middle.");
        var unheard = UnobservedTasks.Of(() =>
        {
            using var cancelled = new CancellationTokenSource();
            Assert.Throws<OperationCanceledException>(() => InterruptibleLoop.Run(
                _ =>
                {
                    cancelled.Cancel();
                    throw failure;
                },
                cancelled.Token));
        });
        Assert.DoesNotContain(failure, unheard);
    }
}
