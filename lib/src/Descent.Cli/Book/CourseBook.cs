using System.Text;
using Descent.Cli.Book.Exercises;
using Descent.Cli.Book.Pages;
using Descent.Cli.Figures;
using Descent.Cli.Notebooks;

namespace Descent.Cli.Book;

/// <summary>Makes the book out of executed lessons: a static site that needs no network and no server.</summary>
internal static class CourseBook
{
    /// <summary>Writes the book to <paramref name="folder"/> and returns the path of its first page.</summary>
    public static async Task<string> WriteAsync(
        CourseFolder course, IReadOnlyList<ExecutedLesson> lessons, string folder, CancellationToken cancellationToken)
    {
        var help = await ExerciseHelp.ReadAsync(course, lessons, cancellationToken);
        // All of it exists before the first file is written: a formula that fails leaves the last book as it was.
        BookFile[] files = [.. Pages(lessons, help), .. Assets(course)];
        BookFolder.Write(folder, files);
        return Path.GetFullPath(Path.Combine(folder, BookFolder.FirstPage));
    }

    /// <summary>The contents and a page for each lesson.</summary>
    public static IReadOnlyList<BookFile> Pages(IReadOnlyList<ExecutedLesson> lessons, IReadOnlyDictionary<string, ExerciseHelp> help)
    {
        var contents = lessons.Select(lesson => new LessonContent(lesson, lessons, help)).ToList();
        return
        [
            Page(BookFolder.FirstPage, ContentsPage.Html(contents)),
            .. contents.Select((content, index) => Page(content.FileName, LessonPage.Html(contents, index))),
        ];
    }

    private static IEnumerable<BookFile> Assets(CourseFolder course) =>
    [
        new("assets/book.css", EmbeddedFile.Read("book.css")),
        new("assets/book.js", EmbeddedFile.Read("book.js")),
        new("assets/plotly.min.js", PlotlyScript.Read(course)),
    ];

    private static BookFile Page(string name, string html) => new(name, Encoding.UTF8.GetBytes(html));
}
