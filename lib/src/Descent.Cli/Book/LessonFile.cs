using Descent.Cli.Notebooks;

namespace Descent.Cli.Book;

/// <summary>Names the page of a lesson.</summary>
internal static class LessonFile
{
    public static string NameFor(Notebook lesson) => $"{lesson.Name}.html";
}
