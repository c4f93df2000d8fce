using System.Net;
using System.Text;
using Descent.Cli.Book.Code;
using Descent.Cli.Book.Exercises;
using Descent.Cli.Book.Outputs;
using Descent.Cli.Book.Prose;
using Descent.Cli.Notebooks;

namespace Descent.Cli.Book.Pages;

/// <summary>A lesson as HTML, cell by cell, with what the pages around it need to know.</summary>
internal sealed class LessonContent
{
    private readonly OutputHtml outputs;
    private readonly ProseHtml prose;

    public LessonContent(
        ExecutedLesson lesson, IReadOnlyList<ExecutedLesson> lessons, IReadOnlyDictionary<string, ExerciseHelp> help)
    {
        outputs = new OutputHtml(lesson.Notebook);
        prose = new ProseHtml(lesson.Notebook, new ProseLinks(lesson.Notebook, [.. lessons.Select(other => other.Notebook)]));
        FileName = LessonFile.NameFor(lesson.Notebook);
        Html = string.Concat(lesson.Notebook.Cells.Select(cell => CellHtml(cell, lesson, help)));
        Title = prose.Headings.FirstOrDefault(heading => heading.Level == 1)?.Html ?? WebUtility.HtmlEncode(lesson.Notebook.Name);
        Sections = [.. prose.Headings.Where(heading => heading.Level > 1)];
    }

    /// <summary>The page's file.</summary>
    public string FileName { get; }

    public string Html { get; }

    /// <summary>The lesson's title, as HTML.</summary>
    public string Title { get; }

    /// <summary>Every heading but the title.</summary>
    public IReadOnlyList<Heading> Sections { get; }

    private string CellHtml(NotebookCell cell, ExecutedLesson lesson, IReadOnlyDictionary<string, ExerciseHelp> help) => cell.Kind switch
    {
        CellKind.Markdown => prose.Of(cell),
        CellKind.Code when cell.Runs => CodeCell(cell, lesson, help),
        _ => "",
    };

    private string CodeCell(NotebookCell cell, ExecutedLesson lesson, IReadOnlyDictionary<string, ExerciseHelp> help)
    {
        var html = new StringBuilder("<div class=\"cell\">\n");
        if (cell.Tags.Contains(NotebookCell.ParametersTag))
            html.Append("<p class=\"tag\">parameters</p>\n");
        html.Append(CodeHtml.Of(cell.Source, $"Code of cell {cell.Number}")).Append('\n');
        foreach (var output in lesson.OutputsOf(cell))
            html.Append(outputs.Of(cell, output)).Append('\n');
        foreach (var id in ExerciseHelp.IdsIn(cell))
            html.Append(ExerciseFolds.Html(id, help[id]));
        return html.Append("</div>\n").ToString();
    }
}
