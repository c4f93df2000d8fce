namespace Descent.Jupyter.Channels;

/// <summary>
/// How fast cells may put out messages: a burst at once, then at a steady rate. ZeroMQ does not tell when a front end falls behind,
/// but drops what comes on top of its backlog; and a front end that misses "idle" waits for ever.
/// </summary>
internal sealed class Pace(TimeProvider clock)
{
    /// <summary>What may come at once. Well below <see cref="Sockets.Backlog"/>.</summary>
    public const int Burst = 3_000;

    /// <summary>What may follow every second: as much as Jupyter's server passes on by default.</summary>
    public const int PerSecond = 1_000;

    private readonly Lock gate = new();
    private readonly long start = clock.GetTimestamp();
    private double spent;

    /// <summary>Counts messages, or a part of one, and says how long to wait before sending them.</summary>
    public TimeSpan Count(double messages)
    {
        lock (gate)
        {
            // What has been earned is saved up for one burst and no more.
            var earned = clock.GetElapsedTime(start).TotalSeconds * PerSecond;
            spent = Math.Max(spent, earned) + messages;
            return TimeSpan.FromSeconds(Math.Max(0, spent - Burst - earned) / PerSecond);
        }
    }
}
