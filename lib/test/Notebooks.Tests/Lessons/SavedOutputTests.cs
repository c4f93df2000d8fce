using System.Buffers.Binary;
using System.Text.Json.Nodes;
using Descent.Cli.Checking;
using Descent.Cli.Notebooks;
using Descent.Cli.Outputs;
using Descent.Cli.Saved;

namespace Notebooks.Tests.Lessons;

/// <summary>The outputs that the lessons' files hold, compared with runs of the lessons.</summary>
[Collection<SharedLessonRuns>]
public sealed class SavedOutputTests(LessonRuns runs)
{
    private const int LargestFile = 2_000_000;

    [Theory]
    [MemberData(nameof(LessonFiles.Names), MemberType = typeof(LessonFiles))]
    public void Are_what_the_lesson_shows(string lesson) => Assert.Empty(Stale(lesson, File.ReadAllBytes(LessonFiles.PathOf(lesson))));

    [Theory]
    [MemberData(nameof(LessonFiles.Names), MemberType = typeof(LessonFiles))]
    public void Are_found_stale_in_the_right_cell_when_a_picture_is_missing(string lesson) => AssertFound(
        lesson,
        output => output["data"]?[MimeTypes.Png] is not null,
        output => output["data"]!.AsObject().Remove(MimeTypes.Png),
        "the kinds of its outputs");

    [Theory]
    [MemberData(nameof(LessonFiles.Names), MemberType = typeof(LessonFiles))]
    public void Are_found_stale_in_the_right_cell_when_one_number_of_a_figure_changes(string lesson) => AssertFound(
        lesson,
        output => output["data"]?[MimeTypes.Plotly] is not null,
        output =>
        {
            var layout = output["data"]![MimeTypes.Plotly]!["layout"]!;
            layout["width"] = layout["width"]!.GetValue<int>() + 1;
        },
        $"output 1, {MimeTypes.Plotly}, layout.width");

    [Theory]
    [MemberData(nameof(LessonFiles.Names), MemberType = typeof(LessonFiles))]
    public void Are_found_stale_in_the_right_cell_when_one_character_of_text_changes(string lesson) => AssertFound(
        lesson,
        output => output["text"] is not null,
        output => output["text"]![0] = $"{output["text"]![0]}".Insert(1, "x"),
        "output 1, stdout, line 1");

    [Theory]
    [MemberData(nameof(LessonFiles.Names), MemberType = typeof(LessonFiles))]
    public void Show_every_figure_to_readers_whose_pages_run_no_scripts(string lesson)
    {
        var bundles = Read(lesson).Cells.Values.SelectMany(cell => cell.Outputs).OfType<RecordedOutput.Bundle>().ToList();
        var figures = bundles.Where(bundle => bundle.Figure is not null).ToList();

        Assert.NotEmpty(figures);
        Assert.All(figures, figure => Assert.Equal([MimeTypes.Plotly, MimeTypes.Png, MimeTypes.PlainText], figure.Data.Keys.Order(StringComparer.Ordinal)));
        Assert.All(bundles, bundle => Assert.DoesNotContain("<script", bundle.Data.GetValueOrDefault(MimeTypes.Html, ""), StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(LessonFiles.Names), MemberType = typeof(LessonFiles))]
    public void Have_pictures_of_twice_the_size_of_the_figure(string lesson)
    {
        foreach (var figure in Read(lesson).Cells.Values.SelectMany(cell => cell.Outputs).OfType<RecordedOutput.Bundle>().Where(bundle => bundle.Figure is not null))
        {
            var layout = JsonNode.Parse(figure.Figure!)!["layout"]!;
            var picture = Convert.FromBase64String(figure.Data[MimeTypes.Png]).AsSpan();
            Assert.Equal(
                (2 * layout["width"]!.GetValue<int>(), 2 * layout["height"]!.GetValue<int>()),
                (BinaryPrimitives.ReadInt32BigEndian(picture[16..]), BinaryPrimitives.ReadInt32BigEndian(picture[20..])));
        }
    }

    [Theory]
    [MemberData(nameof(LessonFiles.Names), MemberType = typeof(LessonFiles))]
    public void Keep_the_file_small(string lesson) => Assert.InRange(new FileInfo(LessonFiles.PathOf(lesson)).Length, 1, LargestFile);

    [Theory]
    [MemberData(nameof(LessonFiles.Names), MemberType = typeof(LessonFiles))]
    public void Are_laid_out_as_writing_them_again_would(string lesson)
    {
        var file = File.ReadAllBytes(LessonFiles.PathOf(lesson));

        Assert.Equal(file, NotebookRewriter.Rewrite(file, lesson, Read(lesson).Cells));
    }

    [Theory]
    [MemberData(nameof(LessonFiles.Names), MemberType = typeof(LessonFiles))]
    public void Are_published_as_they_are(string lesson) => Assert.Empty(PublishedPictures.Complaints(Read(lesson)));

    [Fact]
    public void Two_pictures_are_published() => Assert.Equal(
        ["gradient-field.png", "training.png"],
        LessonFiles.Course.Lessons().SelectMany(path => PublishedPictures.Of(Read(Path.GetFileName(path)))).Select(picture => Path.GetFileName(picture.Path)));

    /// <summary>Tampers with the last output of a kind among cells whose outputs do not vary, and expects its cell to be named.</summary>
    private void AssertFound(string lesson, Func<JsonNode, bool> isMeant, Action<JsonNode> tamper, string place)
    {
        var file = JsonNode.Parse(File.ReadAllBytes(LessonFiles.PathOf(lesson)))!;
        var notebook = LessonFiles.Read(lesson);
        var (cell, output) = notebook.RunnableCells
            .Where(cell => !cell.Tags.Contains(NotebookCell.VariesTag))
            .Select(cell => (cell, Output: file["cells"]![cell.Number - 1]!["outputs"]!.AsArray().FirstOrDefault()))
            .Last(item => item.Output is not null && isMeant(item.Output));
        tamper(output!);

        var stale = Assert.Single(Stale(lesson, System.Text.Encoding.UTF8.GetBytes(file.ToJsonString())));

        Assert.Equal((cell.Number, place), (stale.Cell.Number, stale.Difference.Where));
    }

    private List<(NotebookCell Cell, Difference Difference)> Stale(string lesson, byte[] file) =>
        [.. LessonCheck.StaleCells(SavedLessonReader.Parse(LessonFiles.Read(lesson), file), runs.First(lesson))];

    private static SavedLesson Read(string lesson) => SavedLessonReader.Read(LessonFiles.Read(lesson));
}
