namespace Descent;

/// <summary>Where a run in the background is to be held, and whether it is. Its owner's lock guards it.</summary>
internal sealed class PausePoints(int steps)
{
    private readonly SortedDictionary<int, TaskCompletionSource<TrainingResult>> waiting = [];
    private readonly HashSet<int> asked = [];
    private int reached = -1;
    private bool ended;

    /// <summary>The pause that holds the run now, if one does.</summary>
    public Task<TrainingResult>? Held { get; private set; }

    /// <summary>Whether the run has failed, and a pause that somebody asked for tells of it.</summary>
    public bool HasTold { get; private set; }

    public static void RequireInRange(int step, int steps)
    {
        if (step < 0 || step > steps)
            throw new ArgumentOutOfRangeException(nameof(step), step, $"A run of {steps:N0} steps cannot pause at step {step:N0}: expected 0 to {steps:N0}.");
    }

    public Task<TrainingResult> Add(int step)
    {
        RequireInRange(step, steps);
        if (Held is not null && step == reached)
            return Held;
        if (ended)
            throw new InvalidOperationException($"The training is over and cannot pause at step {step:N0}. Start another run.");
        if (step <= reached)
        {
            throw new ArgumentOutOfRangeException(
                nameof(step),
                step,
                $"The training cannot pause at step {step:N0}: it has reached step {reached:N0}. Name a later step, or give pauseAt: {step} when you start it.");
        }

        if (!waiting.TryGetValue(step, out var pause))
        {
            pause = new TaskCompletionSource<TrainingResult>(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Add(step, pause);
        }

        return pause.Task;
    }

    /// <summary>Notes that the run stands before <paramref name="step"/>, and says whether it is to be held there.</summary>
    public bool Arrive(int step)
    {
        reached = step;
        return waiting.ContainsKey(step);
    }

    /// <summary>As <see cref="Add"/>, for somebody who gets the task and may wait for it.</summary>
    public Task<TrainingResult> Ask(int step)
    {
        var pause = Add(step);
        asked.Add(step);
        return pause;
    }

    /// <summary>Holds the run where it has arrived.</summary>
    public void Hold(TrainingResult result)
    {
        waiting.Remove(reached, out var pause);
        Held = pause!.Task;
        pause.SetResult(result);
    }

    public void Release() => Held = null;

    /// <summary>No pause will come any more.</summary>
    public void End(Exception? problem)
    {
        (ended, Held) = (true, null);
        foreach (var (step, pause) in waiting)
        {
            if (problem is null)
            {
                pause.SetCanceled();
                continue;
            }

            pause.SetException(problem);
            // Unheard, the same failure would be reported once for each task that tells of it: one is enough.
            if (HasTold || !asked.Contains(step))
                _ = pause.Task.Exception;
            HasTold |= asked.Contains(step);
        }

        waiting.Clear();
    }
}
