namespace Descent.Scripting.Packages;

/// <summary>What a package has for .NET Interactive to run when it is loaded.</summary>
/// <param name="Package">The package's name and version.</param>
/// <param name="Folder">Its folder <c>interactive-extensions/dotnet</c>.</param>
internal sealed record PackageExtension(string Package, string Folder)
{
    /// <summary>Where a package keeps it.</summary>
    public const string Place = "interactive-extensions/dotnet/";

    /// <summary>Libraries, any of which may hold extensions.</summary>
    public IEnumerable<string> Libraries => Directory.GetFiles(Folder, "*.dll").Order(StringComparer.Ordinal);

    /// <summary>A script, which need not exist.</summary>
    public string Script => Path.Combine(Folder, "extension.dib");
}
