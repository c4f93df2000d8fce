using Descent.Cli.Engines;

namespace Descent.Cli.Running;

/// <summary>How to run notebooks.</summary>
internal sealed record RunOptions
{
    /// <summary>How long one cell may run, in seconds. Ample: the longest cell of the course takes well under a minute.</summary>
    public const double DefaultTimeoutSeconds = 600;

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(DefaultTimeoutSeconds);

    /// <summary>How much longer a cell may take to stop once it has been told to; then its worker is ended.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How many notebooks run at the same time.</summary>
    public int Parallelism { get; init; } = 2;

    /// <summary>The engine that runs the cells; null for the course's own kernel.</summary>
    public EngineProgram? Engine { get; init; }
}
