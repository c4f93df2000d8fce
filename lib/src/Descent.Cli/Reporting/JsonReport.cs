using System.Text.Encodings.Web;
using System.Text.Json;
using Descent.Cli.CommandLine;
using Descent.Cli.Notebooks;
using Descent.Cli.Outputs;
using Descent.Cli.Running;
using Descent.Cli.Worker;

namespace Descent.Cli.Reporting;

/// <summary>
/// Writes every output of a run as JSON. Times stand in a part of their own at the end, so that two runs of the same
/// notebooks differ only there.
/// </summary>
internal static class JsonReport
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Complains early about a place where the report could not be written, before minutes are spent on a run.</summary>
    public static void RequireWritable(string path)
    {
        if (Directory.Exists(path))
            throw new UserError($"--json {path}: expected a file to write, found a folder. Name a file in it.");
        if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))))
            throw new UserError($"--json {path}: the folder to write to does not exist. Make it first, or name another.");
    }

    /// <summary>Writes the report so that no reader ever sees half of one, and that nothing is left beside it.</summary>
    public static void Write(RunResult run, string path)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
            Write(run, writer);
        stream.Write("\n"u8);
        try
        {
            AtomicFile.Write(path, stream.ToArray());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"--json {path}: the report was not written: {exception.Message} Make room or choose another place.");
        }
    }

    private static void Write(RunResult run, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("notebooks");
        foreach (var lesson in run.Lessons)
            WriteLesson(lesson, writer);
        writer.WriteEndArray();
        writer.WriteNumber("cells", run.CellsRun);
        writer.WriteNumber("errors", run.Errors);
        JsonTimings.Write(run, writer);
        writer.WriteEndObject();
    }

    private static void WriteLesson(LessonResult lesson, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("notebook", lesson.Notebook.Label);
        writer.WriteStartArray("cells");
        foreach (var run in lesson.Cells)
            WriteCell(run, writer);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteCell(CellRun run, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("cell", run.Cell.Number);
        if (run.Cell.Id is not null)
            writer.WriteString("id", run.Cell.Id);
        writer.WriteString("outcome", NameOf(run.Outcome));
        writer.WriteStartArray("outputs");
        foreach (var output in run.Outputs)
            OutputJson.Write(output, writer);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static string NameOf(CellOutcome outcome) => outcome switch
    {
        CellOutcome.Completed => "completed",
        CellOutcome.CompilationFailed => "compilation failed",
        CellOutcome.Threw => "threw",
        CellOutcome.TimedOut => "timed out",
        CellOutcome.WorkerEnded => "worker ended",
        CellOutcome.EngineFailed => "engine failed",
        _ => "not run",
    };
}
