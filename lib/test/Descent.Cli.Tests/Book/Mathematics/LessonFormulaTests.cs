using System.Text.RegularExpressions;
using Descent.Cli.Book.Prose;
using Descent.Cli.Notebooks;

namespace Descent.Cli.Tests.Book.Mathematics;

/// <summary>Every formula of the course becomes MathML, and none is taken for text.</summary>
public sealed partial class LessonFormulaTests
{
    private static readonly CourseFolder Course = CourseFolder.Find([AppContext.BaseDirectory]);

    public static TheoryData<string> Lessons { get; } = [.. Course.Lessons().Select(path => Path.GetFileName(path))];

    [Theory]
    [MemberData(nameof(Lessons))]
    public void Every_formula_of_the_lesson_becomes_MathML(string lesson)
    {
        var notebook = NotebookReader.Read(Path.Combine(Course.Notebooks, lesson), lesson);
        var prose = new ProseHtml(notebook, new ProseLinks(notebook, [notebook]));
        var converted = 0;
        foreach (var cell in notebook.Cells.Where(cell => cell.Kind == CellKind.Markdown))
        {
            var html = prose.Of(cell);
            var expected = FormulaInMarkdown().Count(CodeInMarkdown().Replace(cell.Source, ""));
            Assert.True(expected == html.Split("<math").Length - 1, $"{lesson}, cell {cell.Number}: expected {expected} formulas in\n{html}");
            Assert.DoesNotContain('$', CodeInHtml().Replace(html, ""));
            converted += expected;
        }

        Assert.NotEqual(0, converted);
    }

    [GeneratedRegex(@"\$\$.+?\$\$|\$[^$\n]+\$", RegexOptions.Singleline)]
    private static partial Regex FormulaInMarkdown();

    [GeneratedRegex("```.*?```|`[^`\n]*`", RegexOptions.Singleline)]
    private static partial Regex CodeInMarkdown();

    [GeneratedRegex("<code.*?</code>", RegexOptions.Singleline)]
    private static partial Regex CodeInHtml();
}
