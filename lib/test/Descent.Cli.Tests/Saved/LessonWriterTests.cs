using Descent.Cli.CommandLine;
using Descent.Cli.Figures;
using Descent.Cli.Notebooks;
using Descent.Cli.Outputs;
using Descent.Cli.Running;
using Descent.Cli.Saved;
using Descent.Cli.Tests.Support;
using Descent.Cli.Worker;

namespace Descent.Cli.Tests.Saved;

/// <summary>Writes the outputs of runs that never took place.</summary>
public sealed class LessonWriterTests : IDisposable
{
    private const string Figure = """{"data": [{"y": [1, 2]}]}""";
    private const string OtherFigure = """{"data": [{"y": [1, 3]}]}""";

    private readonly TemporaryFolder folder = new();
    private readonly PaintedFigures painter = new();
    private readonly string path;

    public LessonWriterTests() => path = folder.Write("n.ipynb", NotebookText.Tagged(("first", []), ("second", []), ("third", ["varies"])));

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Outputs_are_written_with_pictures_and_counts_in_order()
    {
        await WriteAsync([TestOutput.Text("a")], [TestOutput.Chart(Figure)], []);

        var lesson = Read();
        Assert.Equal([1, 2, 3], lesson.Cells.Values.Select(cell => cell.ExecutionCount));
        Assert.Equal([TestOutput.Text("a")], lesson.Cells[1].Outputs);
        var chart = Assert.IsType<RecordedOutput.ExecuteResult>(Assert.Single(lesson.Cells[2].Outputs));
        Assert.Equal(["application/vnd.plotly.v1+json", "image/png", "text/plain"], chart.Data.Keys);
        Assert.Equal(Convert.ToBase64String(PaintedFigures.Picture), chart.Data["image/png"]);
        Assert.Equal(FigureHash.Of(chart.Figure!), chart.PictureOf);
        Assert.Equal($"{path}, cell 2", Assert.Single(painter.Drawn).Place);
    }

    [Fact]
    public async Task All_figures_of_a_notebook_are_drawn_in_one_start_of_the_browser()
    {
        // One figure shown twice is drawn once.
        await WriteAsync([TestOutput.Chart(Figure)], [TestOutput.Chart(OtherFigure), TestOutput.Chart(Figure)], []);

        Assert.Equal([$"{path}, cell 1", $"{path}, cell 2"], painter.Drawn.Select(figure => figure.Place));
        Assert.Equal(1, painter.Starts);
    }

    [Fact]
    public async Task The_same_outputs_again_change_no_byte_and_draw_nothing()
    {
        await WriteAsync([TestOutput.Text("a")], [TestOutput.Chart(Figure)], [TestOutput.Text("12 ms")]);
        var before = File.ReadAllBytes(path);
        File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch);

        var log = await WriteAsync([TestOutput.Text("a")], [TestOutput.Chart("""{"data": [{"y": [1.0, 2.0000000000001]}]}""")], [TestOutput.Text("13 ms")]);

        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(path));
        Assert.Single(painter.Drawn);
        Assert.Equal($"{path} holds these outputs already.\n", log);
    }

    [Fact]
    public async Task A_figure_that_changes_is_drawn_anew_and_one_that_stays_keeps_its_picture()
    {
        await WriteAsync([], [TestOutput.Chart(Figure)], []);

        await WriteAsync([TestOutput.Chart(Figure)], [TestOutput.Chart(OtherFigure)], []);

        Assert.Equal(["""{"data":[{"y":[1,2]}]}""", """{"data":[{"y":[1,3]}]}"""], painter.Drawn.Select(figure => figure.Json));
        Assert.All(Read().Cells.Values.SelectMany(cell => cell.Outputs), output => Assert.NotNull(((RecordedOutput.Bundle)output).PictureOf));
    }

    [Fact]
    public async Task A_cell_that_varies_is_written_anew_when_it_shows_other_kinds_of_outputs()
    {
        await WriteAsync([], [], [TestOutput.Text("12 ms")]);

        await WriteAsync([], [], [TestOutput.Text("13 ms"), TestOutput.Value(("text/plain", "1"))]);

        Assert.Equal(TestOutput.Text("13 ms"), Read().Cells[3].Outputs[0]);
    }

    [Fact]
    public async Task A_notebook_that_was_changed_while_it_ran_is_left_alone()
    {
        var notebook = NotebookReader.Read(path, path);
        var changed = folder.Write("n.ipynb", NotebookText.Of("first", "another", "third"));
        var before = File.ReadAllText(changed);

        var error = await Assert.ThrowsAsync<UserError>(() => WriteAsync(notebook, [], [], []));

        Assert.StartsWith($"{path} was changed while it ran, so that its outputs belong to other code. Nothing was written.", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(changed));
    }

    [Fact]
    public async Task A_figure_that_cannot_be_drawn_leaves_every_notebook_as_it_was()
    {
        var before = File.ReadAllText(path);
        var writer = new LessonWriter(new NoPainter(), TextWriter.Null);

        await Assert.ThrowsAsync<UserError>(() => writer.WriteAsync(Run(NotebookReader.Read(path, path), [], [TestOutput.Chart(Figure)], []), TestContext.Current.CancellationToken));

        Assert.Equal(before, File.ReadAllText(path));
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task A_lesson_that_failed_keeps_what_it_held()
    {
        var before = File.ReadAllText(path);
        var notebook = NotebookReader.Read(path, path);
        var failed = new LessonResult(notebook, [new CellRun(notebook.Cells[0], new CellOutcome.Threw("E", "wrong", [], 1), [], default)], default);
        var log = new StringWriter { NewLine = "\n" };

        await new LessonWriter(painter, log).WriteAsync(new RunResult([failed], default), TestContext.Current.CancellationToken);

        Assert.Equal(before, File.ReadAllText(path));
        Assert.Equal($"{path} keeps its old outputs, since it failed.\n", log.ToString());
    }

    [Fact]
    public async Task The_picture_of_a_tagged_cell_is_published_and_watched()
    {
        folder.Write("n.ipynb", NotebookText.Tagged(("first", []), ("second", ["picture:bowl"]), ("third", [])));
        await WriteAsync([], [TestOutput.Chart(Figure)], []);
        var published = Path.Combine(folder.Path, "images", "bowl.png");

        Assert.Equal(PaintedFigures.Picture, File.ReadAllBytes(published));
        Assert.Empty(PublishedPictures.Complaints(Read()));
        File.WriteAllText(published, "another");
        Assert.Equal(
            [$"{path}, cell 2, published as bowl.png: expected the cell's picture in {published}, found another."], PublishedPictures.Complaints(Read()));
        File.Delete(published);
        Assert.Equal(
            [$"{path}, cell 2, published as bowl.png: expected the cell's picture in {published}, found no file."], PublishedPictures.Complaints(Read()));
        await WriteAsync([], [], []);
        Assert.Equal([$"{path}, cell 2, published as bowl.png: the cell has no picture."], PublishedPictures.Complaints(Read()));
    }

    private SavedLesson Read() => SavedLessonReader.Read(NotebookReader.Read(path, path));

    private Task<string> WriteAsync(params IReadOnlyList<RecordedOutput>[] outputs) => WriteAsync(NotebookReader.Read(path, path), outputs);

    private async Task<string> WriteAsync(Notebook notebook, params IReadOnlyList<RecordedOutput>[] outputs)
    {
        var log = new StringWriter { NewLine = "\n" };
        await new LessonWriter(painter, log).WriteAsync(Run(notebook, outputs), TestContext.Current.CancellationToken);
        return log.ToString();
    }

    private static RunResult Run(Notebook notebook, params IReadOnlyList<RecordedOutput>[] outputs) => new(
        [new LessonResult(notebook, [.. notebook.Cells.Zip(outputs, (cell, shown) => new CellRun(cell, new CellOutcome.Completed(null), shown, default))], default)],
        default);

    private sealed class NoPainter : IFigurePainter
    {
        public Task<IReadOnlyList<byte[]>> DrawAsync(IReadOnlyList<UndrawnFigure> figures, CancellationToken cancellationToken) =>
            throw new UserError("no browser");
    }
}
