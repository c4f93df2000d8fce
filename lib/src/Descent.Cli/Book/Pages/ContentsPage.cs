namespace Descent.Cli.Book.Pages;

/// <summary>The first page: every lesson with its sections.</summary>
internal static class ContentsPage
{
    private const string Introduction =
        "The lessons of the course as they came out when they were run: every number and every figure in them is the output of the "
        + "code above it. The same lessons are notebooks; to change a value and see what follows, open them in the course's folder.";

    public static string Html(IReadOnlyList<LessonContent> lessons) => PageTemplate.Html(
        PageTemplate.BookTitle,
        "",
        $"""
        <h1>{PageTemplate.BookTitle}</h1>
        <p>{Introduction}</p>
        <nav class="contents" aria-label="Lessons">
        {string.Concat(lessons.Select(Entry))}</nav>

        """,
        hasCharts: false);

    private static string Entry(LessonContent lesson) =>
        $"""
        <section><h2><a href="{lesson.FileName}">{lesson.Title}</a></h2>
        {Navigation.SectionList(lesson, lesson.FileName)}</section>

        """;
}
