namespace Descent.Tests.Data;

/// <summary>The MNIST files of the repository, read once for all tests.</summary>
internal static class Digits
{
    private static readonly Lazy<Mnist> Loaded = new(() => Mnist.Load(Folder));

    public static string Folder => Find();

    public static Mnist Mnist => Loaded.Value;

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "data", "mnist");
            if (Directory.Exists(candidate))
                return candidate;
        }

        throw new DirectoryNotFoundException($"No folder above '{AppContext.BaseDirectory}' holds data/mnist.");
    }
}
