using Descent.Cli.CommandLine;

namespace Descent.Cli.Notebooks;

/// <summary>The course's own folder: the top of a checkout, with <c>notebooks</c>, <c>data</c> and <c>lib</c> in it.</summary>
/// <param name="Root">The folder's full path.</param>
internal sealed record CourseFolder(string Root)
{
    public string Notebooks => Path.Combine(Root, "notebooks");

    /// <summary>Looks upward from the current folder, then from where this program stands.</summary>
    public static CourseFolder Find() => Find(StartingPoints());

    /// <summary>Looks upward from each of the given folders in turn.</summary>
    public static CourseFolder Find(IReadOnlyList<string> startingPoints) => TryFind(startingPoints) ?? throw new UserError(
        "The course was not found. Expected a folder with notebooks and lib/Descent.slnx in it, at or above " +
        $"{string.Join(" or ", startingPoints)}. Change to the course's folder and try again.");

    /// <summary>As <see cref="Find()"/>, with null when there is no course to be found.</summary>
    public static CourseFolder? TryFind() => TryFind(StartingPoints());

    /// <summary>The lessons, in the order of their names.</summary>
    public IReadOnlyList<string> Lessons()
    {
        var paths = Directory.Exists(Notebooks) ? Directory.GetFiles(Notebooks, "*.ipynb") : [];
        return paths.Length > 0
            ? [.. paths.Order(StringComparer.Ordinal)]
            : throw new UserError(
                $"There is no notebook to run: expected .ipynb files in {Notebooks}, found none. Restore the folder, or name a notebook.");
    }

    /// <summary>What messages call a file: its path from the course's folder, or its full path when it is elsewhere.</summary>
    public string LabelOf(string path)
    {
        var relative = Path.GetRelativePath(Root, path);
        var elsewhere = Path.IsPathRooted(relative) || relative.StartsWith("..", StringComparison.Ordinal);
        return elsewhere ? path : relative.Replace(Path.DirectorySeparatorChar, '/');
    }

    private static CourseFolder? TryFind(IReadOnlyList<string> startingPoints)
    {
        foreach (var start in startingPoints)
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                if (IsCourse(folder.FullName))
                    return new CourseFolder(folder.FullName);
            }
        }

        return null;
    }

    private static string[] StartingPoints() => [Directory.GetCurrentDirectory(), AppContext.BaseDirectory];

    private static bool IsCourse(string folder) =>
        Directory.Exists(Path.Combine(folder, "notebooks")) && File.Exists(Path.Combine(folder, "lib", "Descent.slnx"));
}
