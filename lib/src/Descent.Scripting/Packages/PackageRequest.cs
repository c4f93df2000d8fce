namespace Descent.Scripting.Packages;

/// <summary>A package that a cell asks for. Without a version, the newest stable one.</summary>
internal sealed record PackageRequest(string Id, string? Version)
{
    private const string Scheme = "nuget:";

    /// <summary>Whether a plain version, which must be met exactly, rather than a range or a floating one.</summary>
    public bool IsExact => Version is not null && Version.IndexOfAny(['*', '[', '(', ',']) < 0;

    /// <summary>The version as NuGet is asked for it.</summary>
    public string Range => Version is null ? "*" : IsExact ? $"[{Version}]" : Version;

    public static bool IsPackage(string argument) => argument.TrimStart().StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);

    /// <returns>The request, or null when the text is not of the form <c>nuget: Id[, Version]</c>.</returns>
    public static PackageRequest? Parse(string argument)
    {
        var parts = argument.TrimStart()[Scheme.Length..].Split(',', 2, StringSplitOptions.TrimEntries);
        var version = parts.Length > 1 ? parts[1] : null;
        var valid = parts[0].Length > 0
            && version is not ""
            && parts[0].All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_')
            && (version is null || version.All(character => char.IsAsciiLetterOrDigit(character) || ".-+*[](), ".Contains(character)));
        return valid ? new PackageRequest(parts[0], version) : null;
    }

    public override string ToString() => Version is null ? $"{Id} (newest version)" : $"{Id} {Version}";
}
