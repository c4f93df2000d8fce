using System.Text.Json;
using System.Text.Json.Serialization;

namespace Descent.Cli.Worker;

/// <summary>What a worker tells its parent while it runs a lesson: one line of JSON each.</summary>
[JsonPolymorphic]
[JsonDerivedType(typeof(EngineStarted), "engine started")]
[JsonDerivedType(typeof(CellStarted), "cell started")]
[JsonDerivedType(typeof(StreamWritten), "stream written")]
[JsonDerivedType(typeof(BackgroundFailed), "background failed")]
[JsonDerivedType(typeof(Displayed), "displayed")]
[JsonDerivedType(typeof(DisplayUpdated), "display updated")]
[JsonDerivedType(typeof(OutputsCleared), "outputs cleared")]
[JsonDerivedType(typeof(CellFinished), "cell finished")]
[JsonDerivedType(typeof(LessonFinished), "lesson finished")]
internal abstract record WorkerEvent
{
    private WorkerEvent()
    {
    }

    /// <summary>The cells run in a process of an engine, which would outlive a worker that is killed.</summary>
    public sealed record EngineStarted(int ProcessId) : WorkerEvent;

    public sealed record CellStarted(int Cell) : WorkerEvent;

    public sealed record StreamWritten(int Cell, string StreamName, string Text) : WorkerEvent;

    public sealed record BackgroundFailed(int Cell, string Text) : WorkerEvent;

    public sealed record Displayed(int Cell, string? DisplayId, IReadOnlyDictionary<string, string> Data) : WorkerEvent;

    public sealed record DisplayUpdated(string DisplayId, IReadOnlyDictionary<string, string> Data) : WorkerEvent;

    public sealed record OutputsCleared(int Cell) : WorkerEvent;

    public sealed record CellFinished(int Cell, CellOutcome Outcome, double Seconds) : WorkerEvent;

    /// <summary>No cell is left to run: when it is missing, the worker died.</summary>
    public sealed record LessonFinished : WorkerEvent;

    public string ToLine() => JsonSerializer.Serialize(this);

    public static WorkerEvent FromLine(string line) => JsonSerializer.Deserialize<WorkerEvent>(line)!;
}
