using Descent.Cli.Notebooks;

namespace Descent.Cli.Book;

/// <summary>Writes the book, says where it is, and opens it on request.</summary>
internal sealed class BookStep(CourseFolder course, string folder, bool open, TextWriter output)
{
    public async Task RunAsync(IReadOnlyList<ExecutedLesson> lessons, CancellationToken cancellationToken)
    {
        var firstPage = await CourseBook.WriteAsync(course, lessons, folder, cancellationToken);
        output.WriteLine($"The book of the lessons is written. Its first page is {firstPage}");
        if (open)
            Browser.Open(firstPage, output);
    }

    /// <summary>Says why there is no new book.</summary>
    public void Skip() => output.WriteLine("The book was not written, since not every lesson runs.");
}
