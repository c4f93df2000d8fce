namespace Descent.Scripting.Packages;

/// <summary>Reads the argument of an <c>#i</c> line: an address, or a folder relative to the working directory.</summary>
internal static class PackageSource
{
    public static string Parse(string argument, string workingDirectory)
    {
        var address = PackageRequest.IsPackage(argument)
            ? argument[(argument.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()
            : argument.Trim();
        return IsAddress(address) ? address : Path.GetFullPath(address, workingDirectory);
    }

    /// <summary>Whether it is an address rather than the path of a folder.</summary>
    public static bool IsAddress(string source) => source.Contains("://", StringComparison.Ordinal);
}
