using Descent.Cli.Notebooks;
using Descent.Cli.Running;

namespace Descent.Cli.Book;

/// <summary>What follows a run of all lessons: writes the book out of what they showed, says where it is, and opens it on request.</summary>
internal sealed class BookStep(CourseFolder course, string folder, bool open, TextWriter output)
{
    public async Task RunAsync(RunResult result, CancellationToken cancellationToken)
    {
        if (result.ExitCode != 0)
        {
            output.WriteLine("The book was not written, since not every lesson runs.");
            return;
        }

        var firstPage = await CourseBook.WriteAsync(course, [.. result.Lessons.Select(ExecutedLesson.From)], folder, cancellationToken);
        output.WriteLine($"The book of the lessons is written. Its first page is {firstPage}");
        if (open)
            Browser.Open(firstPage, output);
    }
}
