using System.Text.Json.Serialization;

namespace Descent.Cli.Worker;

/// <summary>How a cell ended.</summary>
[JsonPolymorphic]
[JsonDerivedType(typeof(Completed), "completed")]
[JsonDerivedType(typeof(CompilationFailed), "compilation failed")]
[JsonDerivedType(typeof(Threw), "threw")]
[JsonDerivedType(typeof(TimedOut), "timed out")]
[JsonDerivedType(typeof(WorkerEnded), "worker ended")]
[JsonDerivedType(typeof(EngineFailed), "engine failed")]
[JsonDerivedType(typeof(NotRun), "not run")]
internal abstract record CellOutcome
{
    private CellOutcome()
    {
    }

    /// <summary>The cell ran to its end; <paramref name="Value"/> holds its last expression by mime type, if it has one.</summary>
    public sealed record Completed(IReadOnlyDictionary<string, string>? Value) : CellOutcome;

    /// <summary>The compiler refused the cell.</summary>
    public sealed record CompilationFailed(IReadOnlyList<Diagnostic> Diagnostics) : CellOutcome;

    /// <summary>The cell threw an exception. <paramref name="Line"/> is the cell's own line, when the trace names one.</summary>
    public sealed record Threw(string Type, string Message, IReadOnlyList<string> Trace, int? Line) : CellOutcome;

    /// <summary>The cell was stopped because it ran for too long.</summary>
    public sealed record TimedOut(double LimitSeconds) : CellOutcome;

    /// <summary>The process that ran the cell ended under it; <paramref name="LastWords"/> is what it wrote to its own stderr.</summary>
    public sealed record WorkerEnded(int ExitCode, string LastWords) : CellOutcome;

    /// <summary>The engine that was to run the cell cannot be talked to; <paramref name="Reason"/> says why, and what to do.</summary>
    public sealed record EngineFailed(string Reason) : CellOutcome;

    /// <summary>An earlier cell failed, so this one was not run.</summary>
    public sealed record NotRun : CellOutcome;
}

/// <summary>A compiler message about a cell; line and column count from 1.</summary>
internal sealed record Diagnostic(string Id, string Message, int Line, int Column, string SourceLine);
