using Descent.Cli.Notebooks;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Descent.Cli.Book.Prose;

/// <summary>Makes links between notebooks lead to the book's pages, and puts pictures into the pages themselves.</summary>
/// <param name="notebook">The lesson that the links stand in.</param>
/// <param name="lessons">All lessons of the book.</param>
internal sealed class ProseLinks(Notebook notebook, IReadOnlyList<Notebook> lessons)
{
    public void Rewrite(MarkdownDocument document, NotebookCell cell)
    {
        foreach (var link in document.Descendants<LinkInline>())
            link.Url = link.IsImage ? PictureFor(link, cell) : TargetOf(link.Url ?? "", cell);
    }

    private string TargetOf(string address, NotebookCell cell)
    {
        if (address.StartsWith("https://", StringComparison.Ordinal) || address.StartsWith("http://", StringComparison.Ordinal)
            || address.StartsWith('#'))
            return address;
        var parts = address.Split('#', 2);
        var lesson = lessons.FirstOrDefault(other => Path.GetFileName(other.Path) == Uri.UnescapeDataString(parts[0]))
            ?? throw BookError.In(notebook, cell, $"the link to {address} leads out of the book. Name a lesson's file or a web address.");
        return string.Join('#', [LessonFile.NameFor(lesson), .. parts[1..]]);
    }

    private string PictureFor(LinkInline picture, NotebookCell cell)
    {
        if (picture.FirstChild is null)
            throw BookError.In(notebook, cell, $"the picture {picture.Url} has no words for a reader who does not see it: ![words](file).");
        var path = Path.Combine(notebook.Folder, Uri.UnescapeDataString(picture.Url ?? ""));
        var type = Path.GetExtension(path) switch
        {
            ".png" => "image/png",
            ".jpg" or ".jpeg" => "image/jpeg",
            ".svg" => "image/svg+xml",
            _ => null,
        };
        return type is not null && File.Exists(path)
            ? $"data:{type};base64,{Convert.ToBase64String(File.ReadAllBytes(path))}"
            : throw BookError.In(notebook, cell, $"the picture {picture.Url} was not found. Expected a .png, .jpg or .svg file at {path}.");
    }
}
