namespace Descent.Cli.Book.Pages;

/// <summary>Reads the style sheet and the script, which this assembly carries.</summary>
internal static class EmbeddedFile
{
    public static byte[] Read(string name)
    {
        using var resource = typeof(EmbeddedFile).Assembly.GetManifestResourceStream(typeof(EmbeddedFile), name)!;
        var content = new byte[resource.Length];
        resource.ReadExactly(content);
        return content;
    }
}
