using Descent.Cli.Notebooks;
using Descent.Cli.Outputs;

namespace Descent.Cli.Book.Outputs;

/// <summary>Turns one output of a cell into HTML, whichever of its forms says most on a page.</summary>
/// <param name="notebook">The lesson.</param>
internal sealed class OutputHtml(Notebook notebook)
{
    public string Of(NotebookCell cell, RecordedOutput output) => output switch
    {
        RecordedOutput.Stream stream => TextHtml.Of(stream.Text, stream.Name == "stderr" ? "output warning" : "output"),
        RecordedOutput.Error error => ErrorHtml.Of(error),
        RecordedOutput.Bundle bundle => Bundle(cell, bundle.Data),
        _ => "",
    };

    private string Bundle(NotebookCell cell, IReadOnlyDictionary<string, string> data)
    {
        if (data.TryGetValue(MimeTypes.Plotly, out var chart))
            return ChartHtml.Of(chart, Alternative(cell, data, ChartHtml.TitleOf(chart)));
        if (data.TryGetValue(MimeTypes.Png, out var image))
            return ImageHtml.Of(image, Alternative(cell, data, null));
        if (data.TryGetValue(MimeTypes.Html, out var html))
            return $"<div class=\"output rich\">{SafeHtml.Of(html)}</div>";
        return TextHtml.Of(data.GetValueOrDefault(MimeTypes.PlainText, ""), "output");
    }

    /// <summary>What a reader who does not see the figure is told: its title, else its caption, else the value as text.</summary>
    private string Alternative(NotebookCell cell, IReadOnlyDictionary<string, string> data, string? title)
    {
        string?[] candidates = [title, FigureCaption.After(cell, notebook), data.GetValueOrDefault(MimeTypes.PlainText)];
        return candidates.FirstOrDefault(candidate => !string.IsNullOrWhiteSpace(candidate))
            ?? throw BookError.In(notebook, cell, "a figure says nothing to a reader who does not see it. Give it a title or a caption.");
    }
}
