using Descent.Cli.CommandLine;
using Descent.Cli.Notebooks;

namespace Descent.Cli.Book;

/// <summary>Where the book goes.</summary>
internal static class BookFolder
{
    public const string FirstPage = "index.html";

    /// <summary>A folder that git ignores.</summary>
    public static string DefaultFor(CourseFolder course) => Path.Combine(course.Root, "lib", "artifacts", "book");

    /// <summary>Complains early about a place where no book can be, before minutes are spent on a run.</summary>
    public static void RequireUsable(string folder)
    {
        if (File.Exists(folder))
            throw new UserError($"--out {folder}: expected a folder, found a file. Name another place.");
    }

    public static void Write(string folder, IEnumerable<BookFile> files)
    {
        try
        {
            foreach (var file in files)
            {
                var path = Path.Combine(folder, file.Name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                AtomicFile.Write(path, file.Content);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"The book was not written: {exception.Message} Make room, or choose another folder with --out DIR.");
        }
    }
}
