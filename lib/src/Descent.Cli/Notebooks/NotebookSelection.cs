using Descent.Cli.CommandLine;

namespace Descent.Cli.Notebooks;

/// <summary>Finds and reads the notebooks that a command line names.</summary>
internal static class NotebookSelection
{
    /// <summary>The named notebooks in the order given, or every lesson when there are no names.</summary>
    /// <exception cref="UserError">At least one of them cannot be read; the message tells of each.</exception>
    public static IReadOnlyList<Notebook> Read(IReadOnlyList<string> names) => names.Count > 0
        ? ReadNamed(names, CourseFolder.TryFind())
        : ReadLessons(CourseFolder.Find());

    public static IReadOnlyList<Notebook> ReadLessons(CourseFolder course) => ReadAll(course.Lessons(), course);

    private static List<Notebook> ReadNamed(IReadOnlyList<string> names, CourseFolder? course) =>
        ReadAll(names.Select(name => Path.GetFullPath(LessonCalled(name, course) ?? name)), course);

    private static List<Notebook> ReadAll(IEnumerable<string> paths, CourseFolder? course)
    {
        var notebooks = new List<Notebook>();
        var errors = new List<string>();
        foreach (var path in paths)
        {
            try
            {
                notebooks.Add(NotebookReader.Read(path, course?.LabelOf(path) ?? path));
            }
            catch (UserError error)
            {
                errors.Add(error.Message);
            }
        }

        return errors.Count == 0 ? notebooks : throw new UserError(string.Join('\n', [.. errors, "Nothing was run."]));
    }

    // A lesson may go by its bare name; a file that stands where the name points comes first.
    private static string? LessonCalled(string name, CourseFolder? course)
    {
        if (course is null || File.Exists(name) || name.Contains('/') || name.Contains('\\'))
            return null;
        var file = Path.Combine(course.Notebooks, name.EndsWith(".ipynb", StringComparison.Ordinal) ? name : name + ".ipynb");
        return File.Exists(file) ? file : null;
    }
}
