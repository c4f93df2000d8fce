namespace Descent.Scripting.Tests;

/// <summary>Where things are in the checkout.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The folder that lessons run in.</summary>
    public static string Notebooks => Directory.CreateDirectory(Path.Combine(Root, "notebooks")).FullName;

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "global.json")))
            folder = folder.Parent ?? throw new InvalidOperationException("No global.json above the test's folder.");
        return folder.FullName;
    }
}
