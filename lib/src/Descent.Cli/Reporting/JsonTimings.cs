using System.Text.Json;
using Descent.Cli.Running;

namespace Descent.Cli.Reporting;

/// <summary>The part of the report that no two runs agree on: how long everything took, in seconds.</summary>
internal static class JsonTimings
{
    public static void Write(RunResult run, Utf8JsonWriter writer)
    {
        writer.WriteStartObject("timings");
        WriteSeconds("seconds", run.Elapsed, writer);
        writer.WriteStartArray("notebooks");
        foreach (var lesson in run.Lessons)
            WriteLesson(lesson, writer);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteLesson(LessonResult lesson, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("notebook", lesson.Notebook.Label);
        WriteSeconds("seconds", lesson.Elapsed, writer);
        writer.WriteStartArray("cells");
        foreach (var run in lesson.Cells.Where(run => run.WasRun))
        {
            writer.WriteStartObject();
            writer.WriteNumber("cell", run.Cell.Number);
            WriteSeconds("seconds", run.Elapsed, writer);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteSeconds(string name, TimeSpan elapsed, Utf8JsonWriter writer) =>
        writer.WriteNumber(name, Math.Round(elapsed.TotalSeconds, 3));
}
