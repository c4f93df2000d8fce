using Descent.Cli.Notebooks;

namespace Descent.Cli.Newcomer;

/// <summary>Tells a newcomer where the lessons are and how to open them.</summary>
internal static class NextSteps
{
    public static IEnumerable<string> Lines(CourseFolder course, IReadOnlyList<Notebook> lessons, bool succeeded)
    {
        yield return "";
        yield return succeeded
            ? $"Every lesson runs here. The notebooks are in {course.Notebooks}:"
            : $"Not every lesson runs here: see above. The notebooks are in {course.Notebooks}:";
        foreach (var lesson in lessons)
            yield return $"  {Path.GetFileName(lesson.Path)}";
        yield return "";
        yield return "To read and change them:";
        yield return $"  open {course.Root} in VS Code with the Jupyter extension, or in Jupyter, and run the first notebook's cells from the top.";
        yield return "To run one here, with another setting if you like, and to see all that this command can do:";
        yield return $"  dotnet run --project lib/src/Descent.Cli -- run notebooks/{Path.GetFileName(lessons[^1].Path)} -p name=value";
        yield return "  dotnet run --project lib/src/Descent.Cli -- --help";
        yield return "";
    }
}
