using Descent.Cli.Book;
using Descent.Cli.Notebooks;
using Descent.Cli.Reporting;
using Descent.Cli.Running;

namespace Descent.Cli.Newcomer;

/// <summary>
/// What <c>descent</c> does without a verb: check the data, run every lesson, write the book, register the kernel, say what to do next.
/// </summary>
internal sealed class NewcomerTour(CourseFolder course, KernelStep kernel, Action<string>? openBook, TextWriter output)
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var lessons = NotebookSelection.ReadLessons(course);
        output.WriteLine($"Checking the data in {Path.Combine(course.Root, "data", "mnist")}");
        if (await DataCheck.RunAsync(course, cancellationToken) is { } complaint)
        {
            foreach (var line in complaint)
                output.WriteLine(line);
            return 1;
        }

        output.WriteLine("The four files are whole: their SHA-256 sums are as expected.");
        output.WriteLine($"Running {lessons.Count} lessons, two at a time. The first run also restores packages, which takes longer.");
        var result = await RunConsole.RunAsync(lessons, new RunOptions(), output, cancellationToken);
        RunConsole.ShowFailures(result, output);
        var book = new BookStep(course, BookFolder.DefaultFor(course), openBook, output);
        if (result.ExitCode == 0)
            await book.RunAsync([.. result.Lessons.Select(ExecutedLesson.From)], cancellationToken);
        else
            book.Skip();
        await kernel.RunAsync(cancellationToken);
        foreach (var line in NextSteps.Lines(course, lessons, succeeded: result.Errors == 0))
            output.WriteLine(line);
        output.WriteLine(result.Summary);
        return result.ExitCode;
    }
}
