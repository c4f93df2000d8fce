using Descent.Cli.Notebooks;

namespace Descent.Cli.Book;

/// <summary>Writes the book, says where it is, and opens it on request.</summary>
/// <param name="course">The course that it is about.</param>
/// <param name="folder">Where it goes.</param>
/// <param name="open">Opens its first page; null when nobody asked for that.</param>
/// <param name="output">Takes what there is to say.</param>
internal sealed class BookStep(CourseFolder course, string folder, Action<string>? open, TextWriter output)
{
    public async Task RunAsync(IReadOnlyList<ExecutedLesson> lessons, CancellationToken cancellationToken)
    {
        var firstPage = await CourseBook.WriteAsync(course, lessons, folder, cancellationToken);
        output.WriteLine($"The book of the lessons is written. Its first page is {firstPage}");
        open?.Invoke(firstPage);
    }

    /// <summary>Says why there is no new book.</summary>
    public void Skip() => output.WriteLine("The book was not written, since not every lesson runs.");
}
