using Descent.Cli.Book.Outputs;

namespace Descent.Cli.Book.Pages;

/// <summary>The page of one lesson: its sections, its cells, and the ways to its neighbours.</summary>
internal static class LessonPage
{
    public static string Html(IReadOnlyList<LessonContent> lessons, int index)
    {
        var lesson = lessons[index];
        var neighbours = Navigation.Neighbours(lessons, index);
        return PageTemplate.Html(
            lesson.Title,
            Navigation.Sections(lesson),
            $"{lesson.Html}{neighbours}",
            hasCharts: lesson.Html.Contains($"<div class=\"{ChartHtml.Class}\"", StringComparison.Ordinal));
    }
}
