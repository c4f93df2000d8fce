namespace Descent.Notebooks;

/// <summary>Shows a path of gradient descent as a table of its steps.</summary>
internal static class DescentPathFormatters
{
    private const int MostRows = 12;
    private const int Edge = 5;
    private const int MostCoordinates = 4;

    public static void Register() => Formats.Register<DescentPath>((Formats.Html, Html), (Formats.PlainText, Text));

    private static string Html(DescentPath path) =>
        Markup.Paragraph($"learning rate {Markup.Number(path.LearningRate)}")
        + Markup.Table(
            ["step", "x", "f(x)"],
            Markup.Shown(path.Points.Count, MostRows, Edge).Select(step => step is { } index
                ? new[] { Markup.Whole(index), Point(path.Points[index]), Markup.Number(path.Values[index]) }
                : ["…", "…", "…"]));

    private static string Text(DescentPath path) =>
        $"{path.Points.Count - 1} steps at learning rate {Markup.Number(path.LearningRate)}: "
        + $"from {Point(path.Points[0])}, f = {Markup.Number(path.Values[0])}, "
        + $"to {Point(path.End)}, f = {Markup.Number(path.Values[^1])}";

    private static string Point(Tensor point) => point.Length <= MostCoordinates
        ? $"({string.Join(", ", point.ToArray().Select(Markup.Number))})"
        : $"a tensor of shape {Compare.ShapeOf(point)}";
}
