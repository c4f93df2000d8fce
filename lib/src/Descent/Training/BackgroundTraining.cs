namespace Descent;

/// <summary>
/// A training run that goes on in the background while you look at it and change its hyperparameters. Mutable on purpose;
/// every member may be called from any thread. Lesson 5 turns its knobs.
/// </summary>
/// <remarks>
/// The run is that of <see cref="Sgd.Train"/>, bit for bit, as long as nothing is changed. A change takes effect at the next
/// step; make it while <see cref="PauseAt"/> holds the run and it takes effect at the same step every time.
/// </remarks>
/// <example>
/// <code>
/// var training = BackgroundTraining.Start(network, mnist.Train, mnist.Test, new SgdOptions { LearningRate = 0.01, Steps = 1_200 }, pauseAt: 600);
/// await training.PauseAt(600);
/// training.LearningRate = 0.5;
/// training.Resume();
/// var result = await training.Completion;
/// </code>
/// </example>
public sealed class BackgroundTraining : IDisposable
{
    private readonly object gate = new();
    private readonly CancellationTokenSource stop = new();
    private readonly TrainingRun run;
    private readonly ImageSet train;
    private readonly PausePoints pauses;
    private readonly IProgress<TrainingHistory>? progress;
    private double learningRate;
    private int batchSize;
    private int trainingThread;

    private BackgroundTraining(TrainingRun run, ImageSet train, SgdOptions options, IProgress<TrainingHistory>? progress, int? pauseAt)
    {
        (this.run, this.train, this.progress) = (run, train, progress);
        (learningRate, batchSize) = (options.LearningRate, options.BatchSize);
        pauses = new PausePoints(options.Steps);
        if (pauseAt is { } step)
            pauses.Add(step);
        Completion = Task.Factory.StartNew(
            Train, CancellationToken.None, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);
        Completion.ContinueWith(
            ended => pauses.HasTold ? ended.Exception : null,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    /// <summary>η, read at each step. It may be set at any time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value set is 0, negative or not finite; the old one stays.</exception>
    /// <example><code>training.LearningRate = 0.5;</code></example>
    public double LearningRate
    {
        get
        {
            lock (gate)
                return learningRate;
        }

        set
        {
            LearningRates.Require(value, nameof(LearningRate));
            lock (gate)
                learningRate = value;
        }
    }

    /// <summary>How many images a step sees, read at each step. It may be set at any time; the epoch under way goes on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value set is below 1 or above the number of images; the old one stays.</exception>
    /// <example><code>training.BatchSize = 200;</code></example>
    public int BatchSize
    {
        get
        {
            lock (gate)
                return batchSize;
        }

        set
        {
            BatchSampler.RequireFits(value, train, nameof(BatchSize));
            lock (gate)
                batchSize = value;
        }
    }

    /// <summary>How many steps have been taken so far.</summary>
    public int Step => run.Step;

    /// <summary>Whether the run is held by <see cref="PauseAt"/>.</summary>
    public bool IsPaused
    {
        get
        {
            lock (gate)
                return pauses.Held is not null;
        }
    }

    /// <summary>The history so far: a snapshot that costs next to nothing.</summary>
    public TrainingHistory Latest => run.History();

    /// <summary>
    /// Completes with the network and the history when the last step is taken or the run is stopped; fails with a
    /// <see cref="TrainingDivergedException"/> when the loss is no longer finite.
    /// </summary>
    public Task<TrainingResult> Completion { get; }

    /// <summary>Starts a run in the background.</summary>
    /// <param name="start">Where to start; it does not change.</param>
    /// <param name="train">The images to learn from.</param>
    /// <param name="test">Images to measure with only, or null.</param>
    /// <param name="options">The hyperparameters to start with; null for the defaults.</param>
    /// <param name="progress">Told the history so far, on the training thread, after each evaluation and every
    /// <see cref="SgdOptions.ReportEvery"/> steps.</param>
    /// <param name="pauseAt">A first step to hold the run at, certain to be met; see <see cref="PauseAt"/>.</param>
    /// <returns>The run; dispose of it to stop it.</returns>
    /// <exception cref="ShapeException">The images do not fit the network.</exception>
    /// <exception cref="ArgumentException">A set has more classes than the network has outputs, or is empty, or a weight of the start is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <example><code>var training = BackgroundTraining.Start(network, mnist.Train, mnist.Test); training.Stop();</code></example>
    public static BackgroundTraining Start(
        TwoLayerNetwork start,
        ImageSet train,
        ImageSet? test = null,
        SgdOptions? options = null,
        IProgress<TrainingHistory>? progress = null,
        int? pauseAt = null)
    {
        var chosen = options ?? new SgdOptions();
        if (pauseAt is { } step)
            PausePoints.RequireInRange(step, chosen.Steps);
        return new BackgroundTraining(new TrainingRun(start, train, test, chosen), train, chosen, progress, pauseAt);
    }

    /// <summary>
    /// Holds the run once it has taken so many steps, until <see cref="Resume"/>. The task completes when the run stands still
    /// there, with the network as it then is; changes made now apply from exactly this step on.
    /// </summary>
    /// <param name="step">How many steps to take first; from 0 to the last.</param>
    /// <returns>A task that is cancelled if the run is stopped earlier, and fails if it diverges earlier.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The run has no such step, or has passed it already.</exception>
    /// <exception cref="InvalidOperationException">The run is over.</exception>
    /// <example><code>var halfway = await training.PauseAt(5_000);</code></example>
    public Task<TrainingResult> PauseAt(int step)
    {
        lock (gate)
            return pauses.Ask(step);
    }

    /// <summary>Lets a held run go on. Does nothing if it is not held.</summary>
    /// <example><code>training.Resume();</code></example>
    public void Resume()
    {
        lock (gate)
        {
            pauses.Release();
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>Stops the run after the step under way. <see cref="Completion"/> then has the network as it is.</summary>
    /// <example><code>training.Stop(); var soFar = await training.Completion;</code></example>
    public void Stop()
    {
        lock (gate)
        {
            if (!Completion.IsCompleted)
                stop.Cancel();
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>Stops the run and waits until it has stopped.</summary>
    public void Dispose()
    {
        Stop();
        // A progress report may dispose of the run that makes it: that one cannot wait for itself.
        if (Environment.CurrentManagedThreadId != Volatile.Read(ref trainingThread))
            Task.WaitAny(Completion);
    }

    private TrainingResult Train()
    {
        Volatile.Write(ref trainingThread, Environment.CurrentManagedThreadId);
        try
        {
            var result = TakeSteps();
            lock (gate)
                pauses.End(null);
            return result;
        }
        catch (Exception problem)
        {
            lock (gate)
                pauses.End(problem);
            throw;
        }
        finally
        {
            run.Dispose();
        }
    }

    private TrainingResult TakeSteps()
    {
        try
        {
            while (true)
            {
                if (run.EvaluateIfDue(stop.Token) || run.ReportIsDue)
                    progress?.Report(run.History());
                var (rate, size) = HoldIfAsked();
                if (stop.IsCancellationRequested || run.IsComplete)
                    break;
                run.Advance(rate, size, stop.Token);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Stopped in the middle of an evaluation or a step: what came before it stands.
        }

        return run.Result();
    }

    private (double LearningRate, int BatchSize) HoldIfAsked()
    {
        lock (gate)
        {
            if (pauses.Arrive(run.Step))
            {
                pauses.Hold(run.Result());
                while (pauses.Held is not null && !stop.IsCancellationRequested)
                    Monitor.Wait(gate);
            }

            return (learningRate, batchSize);
        }
    }
}
