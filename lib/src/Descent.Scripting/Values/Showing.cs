using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Descent.Scripting.Cells;
using Descent.Scripting.Execution;
using Microsoft.DotNet.Interactive.Formatting;

namespace Descent.Scripting.Values;

/// <summary>
/// The showing of one value: what its walks share, and how long they may take. It runs on a thread of its own, so that one that never comes
/// back from the value's code can be left behind.
/// </summary>
#pragma warning disable CA1001 // Nobody asks the event for a handle, so it holds nothing that needs disposal.
internal sealed class Showing
#pragma warning restore CA1001
{
    /// <summary>How long a value's own code may take. The rest of two seconds is for stopping it and for writing down what there is.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(1.25);

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(100);

    [ThreadStatic]
    private static Showing? current;

    private readonly ManualResetEventSlim ended = new();
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private volatile bool isStopped;
    private volatile bool isLost;
    private bool hasThread;

    /// <summary>The one that the calling thread works for.</summary>
    public static Showing? Current => current;

    /// <summary>The one that the calling thread has been taken for.</summary>
    public static Showing? OfThread => current is { hasThread: true } showing ? showing : null;

    /// <summary>Whether the calling thread works for one whose time is up.</summary>
    public static bool IsCurrentStopped => current is { isStopped: true };

    /// <summary>Whether nothing more is to be collected, since the time is up or the learner has asked for a stop.</summary>
    public bool IsOver => isStopped || Spent > Limit || Interruption.IsRequested;

    /// <summary>Whether its thread could not be stopped and was left behind.</summary>
    public bool IsLeftBehind { get; private set; }

    /// <summary>The first exception that a sequence threw.</summary>
    public ExceptionDispatchInfo? Failure { get; set; }

    /// <summary>The walk that is under way, for those that begin inside it.</summary>
    public Walk? Walk { get; set; }

    /// <summary>A context that was made only to find out whether the value's formatter is the one for everything else, and the value.</summary>
    public (FormatContext Context, object Value)? Probe { get; set; }

    private TimeSpan Spent
    {
        get
        {
            lock (clock)
                return clock.Elapsed;
        }
    }

    /// <summary>Does the work here and now, for whoever asks for a value's text outside of any showing.</summary>
    public void RunInline(Action work)
    {
        var outer = current;
        current = this;
        try
        {
            work();
        }
        catch (OperationCanceledException) when (IsOver && !Interruption.IsRequested)
        {
            // What there is by now is shown.
        }
        finally
        {
            current = outer;
        }
    }

    /// <summary>Does the work on another thread, and waits no longer than the limit and what it takes to stop it.</summary>
    /// <exception cref="OperationCanceledException">The learner has asked for a stop.</exception>
    /// <exception cref="ThreadInterruptedException">The same, told to the thread that waits.</exception>
    public void Run(Action work)
    {
        hasThread = true;
        var thread = ShowingThreads.Take();
        var context = ExecutionContext.Capture();
        thread.Run(() => Work(thread, context, work));
        try
        {
            Wait(thread);
            // The code that was running may have seen the request before this thread did.
            ThrowIfRequested();
        }
        finally
        {
            isStopped = true;
            if (isLost)
            {
                thread.Dispose();
            }
            else if (ended.IsSet)
            {
                ShowingThreads.Return(thread);
            }
            else
            {
                IsLeftBehind = true;
                thread.Interrupt();
                thread.Dispose();
            }
        }
    }

    /// <summary>Its thread has no stack left to handle an exception with, and never comes back.</summary>
    public void Lose(Exception raised)
    {
        isLost = true;
        Failure ??= ExceptionDispatchInfo.Capture(LostThreads.Error(raised));
        ended.Set();
    }

    /// <summary>Lets work take the time that it needs, as a formatter that somebody wrote does, or counts its time again inside of that.</summary>
    public T Timed<T>(bool isCounted, Func<T> work)
    {
        var before = clock.IsRunning;
        Count(isCounted);
        try
        {
            return work();
        }
        finally
        {
            Count(before);
        }
    }

    /// <summary>To be called before every step.</summary>
    /// <exception cref="OperationCanceledException">The time is up.</exception>
    public void ThrowIfOver()
    {
        if (IsOver)
            throw new OperationCanceledException("Showing the value has taken too long.");
    }

    private static void ThrowIfRequested()
    {
        if (Interruption.IsRequested)
            throw new OperationCanceledException("The learner has stopped the cell.");
    }

    private void Count(bool isCounted)
    {
        lock (clock)
        {
            if (isCounted)
                clock.Start();
            else
                clock.Stop();
        }
    }

    private void Work(InterruptibleThread thread, ExecutionContext? context, Action work)
    {
        current = this;
        try
        {
            if (context is null)
                work();
            else
                ExecutionContext.Run(context, static work => ((Action)work!)(), work);
        }
        catch (OperationCanceledException) when (IsOver)
        {
            // What there is by now is shown.
        }
#pragma warning disable CA1031 // Nothing that is thrown here may be lost, nor end the process.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            if (!IsOver)
                Failure ??= ExceptionDispatchInfo.Capture(exception);
        }
        finally
        {
            current = null;
            thread.EndInterrupts();
            ended.Set();
        }
    }

    private void Wait(InterruptibleThread thread)
    {
        while (!ended.Wait(LookEvery) && Spent <= Limit)
            ThrowIfRequested();
        if (ended.IsSet)
            return;
        isStopped = true;
        // First only what the value's own functions look at; then what every loop of every cell looks at.
        for (var everywhere = 0; everywhere < 2 && !ended.IsSet; everywhere++)
        {
            Interruption.RequestForShowing(everywhere == 1);
            try
            {
                for (var since = Stopwatch.StartNew(); since.Elapsed < Grace && !ended.IsSet; ended.Wait(LookEvery))
                    thread.Interrupt();
            }
            finally
            {
                Interruption.ResetForShowing(everywhere == 1);
            }
        }
    }
}
