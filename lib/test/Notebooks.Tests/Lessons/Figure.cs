using System.Text.Json;
using Descent.Cli.Outputs;
using Descent.Cli.Running;

namespace Notebooks.Tests.Lessons;

/// <summary>Looks into the charts that a lesson drew.</summary>
internal static class Figure
{
    public static bool IsChart(RecordedOutput output) => ChartJson(output) is not null;

    /// <summary>The heights of the lines called <paramref name="name"/>, of every chart of the lesson, in order.</summary>
    public static IReadOnlyList<double[]> Lines(LessonResult lesson, string name)
    {
        var lines = new List<double[]>();
        foreach (var json in lesson.Cells.SelectMany(cell => cell.Outputs).Select(ChartJson).OfType<string>())
        {
            using var figure = JsonDocument.Parse(json);
            lines.AddRange(figure.RootElement.GetProperty("data").EnumerateArray()
                .Where(trace => trace.TryGetProperty("name", out var traceName) && traceName.GetString() == name)
                .Select(trace => trace.GetProperty("y").EnumerateArray().Select(value => value.GetDouble()).ToArray()));
        }

        return lines;
    }

    private static string? ChartJson(RecordedOutput output) => (output as RecordedOutput.Bundle)?.Figure;
}
