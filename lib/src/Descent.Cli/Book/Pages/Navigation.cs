namespace Descent.Cli.Book.Pages;

/// <summary>Lists of links: a page's own sections, and the lessons before and after it.</summary>
internal static class Navigation
{
    private const int DeepestSection = 2;

    public static string Sections(LessonContent lesson) =>
        $"""
        <nav class="sections" aria-label="Sections of this lesson"><details><summary>In this lesson</summary>
        {SectionList(lesson, "")}
        </details></nav>

        """;

    /// <summary>The sections of a lesson; <paramref name="page"/> is its file, or nothing on its own page.</summary>
    public static string SectionList(LessonContent lesson, string page)
    {
        var items = lesson.Sections.Where(heading => heading.Level <= DeepestSection)
            .Select(heading => $"<li><a href=\"{page}#{heading.Anchor}\">{heading.Html}</a></li>");
        return $"<ul>{string.Concat(items)}</ul>";
    }

    public static string Neighbours(IReadOnlyList<LessonContent> lessons, int index) =>
        $"""
        <nav class="neighbours" aria-label="Lessons before and after">
        {Link(lessons.ElementAtOrDefault(index - 1), "prev", "Previous")}
        <a href="{BookFolder.FirstPage}">Contents</a>
        {Link(lessons.ElementAtOrDefault(index + 1), "next", "Next")}
        </nav>

        """;

    private static string Link(LessonContent? lesson, string relation, string word) => lesson is null
        ? "<span></span>"
        : $"<a rel=\"{relation}\" href=\"{lesson.FileName}\">{word}: {lesson.Title}</a>";
}
