using Descent.Cli.Notebooks;

namespace Notebooks.Tests.Lessons;

/// <summary>The lessons of the checkout that these tests were built in.</summary>
internal static class LessonFiles
{
    public static CourseFolder Course { get; } = CourseFolder.Find([AppContext.BaseDirectory]);

    /// <summary>The file names, for a theory with one case each. Empty, and so failing, when there is no lesson.</summary>
    public static TheoryData<string> Names { get; } = [.. Course.Lessons().Select(path => Path.GetFileName(path))];

    public static Notebook Read(string name) => NotebookReader.Read(PathOf(name), name);

    public static string PathOf(string name) => Path.Combine(Course.Notebooks, name);
}
