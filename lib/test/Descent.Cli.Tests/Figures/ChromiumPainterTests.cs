using System.Buffers.Binary;
using Descent.Cli.CommandLine;
using Descent.Cli.Figures;
using Descent.Cli.Notebooks;

namespace Descent.Cli.Tests.Figures;

public sealed class ChromiumPainterTests
{
    private const string Bars = """{"data": [{"type": "bar", "y": [1, 2]}], "layout": {"width": 300, "height": 200}}""";
    private const string HigherBars = """{"data": [{"type": "bar", "y": [1, 3]}], "layout": {"width": 300, "height": 200}}""";
    private const string Surface = """{"data": [{"type": "surface", "z": [[0, 1], [1, 2]]}], "layout": {"width": 200, "height": 200}}""";
    private const string SteeperSurface = """{"data": [{"type": "surface", "z": [[0, 1], [1, 9]]}], "layout": {"width": 200, "height": 200}}""";
    private const string NoSize = """{"data": []}""";

    [Fact]
    public async Task Figures_of_every_kind_are_drawn_at_twice_their_size_and_the_same_each_time()
    {
        var painter = new ChromiumPainter(CourseFolder.Find(), Browser());

        var first = await DrawAsync(painter, Bars, Surface, NoSize, HigherBars, SteeperSurface);
        var second = await DrawAsync(painter, Bars, Surface, NoSize, HigherBars, SteeperSurface);

        Assert.Equal([(600, 400), (400, 400), (1400, 900), (600, 400), (400, 400)], first.Select(Size));
        Assert.Equal(first, second);
        Assert.NotEqual(first[0], first[3]);
        Assert.NotEqual(first[1], first[4]);
    }

    [Fact]
    public async Task A_figure_that_cannot_be_drawn_is_named()
    {
        var painter = new ChromiumPainter(CourseFolder.Find(), Browser());

        var error = await Assert.ThrowsAsync<UserError>(() => DrawAsync(painter, """{"data": [], "layout": {"width": "wide"}}"""));

        Assert.StartsWith("n.ipynb, cell 1: the figure was refused by the browser: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_browser_is_told_with_what_to_do()
    {
        var painter = new ChromiumPainter(CourseFolder.Find(), null);

        Assert.Equal(
            "A figure needs a new picture, and no browser to draw with was found. Install Chromium, Google Chrome or Microsoft Edge, or name one " +
            "with the variable CHROME_BIN. Only authors who write outputs into notebooks need it.",
            (await Assert.ThrowsAsync<UserError>(() => DrawAsync(painter, Bars))).Message);
        Assert.StartsWith(
            "2 figures need new pictures, and no browser to draw with was found.",
            (await Assert.ThrowsAsync<UserError>(() => DrawAsync(painter, Bars, HigherBars))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_is_no_browser_is_named()
    {
        var program = Environment.ProcessPath!;

        var error = await Assert.ThrowsAsync<UserError>(() => DrawAsync(new ChromiumPainter(CourseFolder.Find(), program), Bars));

        Assert.StartsWith($"The figures were not drawn: {program} did not start as a browser without a window.", error.Message, StringComparison.Ordinal);
    }

    private static string Browser()
    {
        Assert.SkipUnless(Chromium.Find() is not null, "There is no Chromium here. Only authors who write outputs into notebooks need one.");
        return Chromium.Find()!;
    }

    private static async Task<byte[][]> DrawAsync(ChromiumPainter painter, params string[] figures) =>
        [.. await painter.DrawAsync([.. figures.Select(figure => new UndrawnFigure("n.ipynb, cell 1", figure))], TestContext.Current.CancellationToken)];

    private static (int Width, int Height) Size(byte[] png) =>
        (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
}
