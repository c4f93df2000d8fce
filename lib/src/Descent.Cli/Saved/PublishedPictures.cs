using Descent.Cli.Notebooks;
using Descent.Cli.Outputs;

namespace Descent.Cli.Saved;

/// <summary>
/// Pictures of lessons that other documents show. A cell tagged <c>picture:NAME</c> has the first picture among its outputs
/// written to <c>images/NAME.png</c> beside its notebook.
/// </summary>
internal static class PublishedPictures
{
    private const string TagStart = "picture:";

    /// <summary>Each picture's file and content.</summary>
    public static IEnumerable<(string Path, byte[] Content)> Of(SavedLesson lesson) =>
        Tagged(lesson).Where(item => item.Content is not null).Select(item => (item.Path, item.Content!));

    /// <summary>What is wrong with the files, in words.</summary>
    public static IEnumerable<string> Complaints(SavedLesson lesson)
    {
        foreach (var (cell, path, content) in Tagged(lesson))
        {
            var place = $"{lesson.Notebook.Label}, cell {cell.Number}, published as {Path.GetFileName(path)}";
            if (content is null)
                yield return $"{place}: the cell has no picture.";
            else if (!File.Exists(path) || !File.ReadAllBytes(path).AsSpan().SequenceEqual(content))
                yield return $"{place}: expected the cell's picture in {path}, found {(File.Exists(path) ? "another" : "no file")}.";
        }
    }

    private static IEnumerable<(NotebookCell Cell, string Path, byte[]? Content)> Tagged(SavedLesson lesson) =>
        from cell in lesson.Notebook.RunnableCells
        from tag in cell.Tags
        where tag.StartsWith(TagStart, StringComparison.Ordinal)
        select (cell, PathFor(lesson.Notebook, tag[TagStart.Length..]), PictureOf(lesson.Of(cell)));

    // The name of a file, never a way to one elsewhere.
    private static string PathFor(Notebook notebook, string name) =>
        Path.Combine(notebook.Folder, "images", $"{string.Concat(name.Where(character => char.IsAsciiLetterOrDigit(character) || character == '-'))}.png");

    private static byte[]? PictureOf(SavedCell cell) => cell.Outputs.OfType<RecordedOutput.Bundle>()
        .Select(bundle => bundle.Data.GetValueOrDefault(MimeTypes.Png))
        .FirstOrDefault(picture => picture is not null) is { } base64 ? Convert.FromBase64String(base64) : null;
}
