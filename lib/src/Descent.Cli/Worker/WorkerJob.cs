using System.Text.Json;
using Descent.Cli.Engines;
using Descent.Scripting;

namespace Descent.Cli.Worker;

/// <summary>What a parent asks of a worker: one line of JSON on its standard input.</summary>
/// <param name="Folder">The folder that relative paths in the cells start from.</param>
/// <param name="TimeoutSeconds">How long one cell may run.</param>
/// <param name="Cells">The cells, in order.</param>
/// <param name="Engine">The engine that runs the cells; null for the course's own kernel.</param>
internal sealed record WorkerJob(string Folder, double TimeoutSeconds, IReadOnlyList<WorkerCell> Cells, EngineProgram? Engine = null)
{
    public string ToLine() => JsonSerializer.Serialize(this);

    public static WorkerJob FromLine(string line) => JsonSerializer.Deserialize<WorkerJob>(line)!;
}

/// <summary>A cell to run. When it fails, those after it run only if it <paramref name="MayFail"/>.</summary>
internal sealed record WorkerCell(int Number, CellLanguage Language, string Source, bool MayFail);
