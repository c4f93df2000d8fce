using System.Text.RegularExpressions;
using Descent.Scripting.Packages;

namespace Descent.Scripting.EditingHelp;

/// <summary>Proposes packages that are on this machine already, their versions, and files, after <c>#r "</c> and <c>#load "</c>.</summary>
internal sealed partial class DirectiveCompletion(string workingDirectory)
{
    private readonly string packages = PackageFolders.Global(workingDirectory);

    /// <returns>Proposals; null when the cursor is not within such a line's quotes.</returns>
    public CodeProposals? Find(string code, int position)
    {
        var line = code[(code.LastIndexOf('\n', Math.Max(position - 1, 0), Math.Max(position, 0)) + 1)..position];
        var match = Directive().Match(line);
        if (!match.Success)
            return null;
        var argument = match.Groups["argument"].Value;
        var package = Package().Match(argument);
        if (package.Success)
            return Packages(package.Groups["id"].Value, package.Groups["version"], position);
        return Files(argument, match.Groups["kind"].Value == "load" ? [".csx", ".cs"] : [".dll"], position);
    }

    [GeneratedRegex("""^\s*#(?<kind>r|load)\s+"(?<argument>[^"]*)$""")]
    private static partial Regex Directive();

    [GeneratedRegex(@"^\s*nuget:\s*(?<id>[\w.-]*)(\s*,\s*(?<version>[^,]*))?$", RegexOptions.IgnoreCase)]
    private static partial Regex Package();

    private CodeProposals Packages(string id, Group version, int position)
    {
        var (typed, folder) = version.Success ? (version.Value, Path.Combine(packages, id.ToLowerInvariant())) : (id, packages);
        var names = Directory.Exists(folder) ? Directory.GetDirectories(folder).Select(path => Path.GetFileName(path)!) : [];
        var ordered = version.Success ? names.OrderDescending(StringComparer.Ordinal) : names.Order(StringComparer.Ordinal);
        return Proposals(ordered, "package", typed, position);
    }

    private CodeProposals Files(string argument, string[] extensions, int position)
    {
        var typed = argument[(argument.LastIndexOfAny(['/', '\\']) + 1)..];
        var folder = Path.GetFullPath(argument[..^typed.Length], workingDirectory);
        if (!Directory.Exists(folder))
            return new CodeProposals(position, position, []);
        var folders = Directory.GetDirectories(folder).Select(path => Path.GetFileName(path) + "/");
        var files = Directory.GetFiles(folder).Where(path => extensions.Contains(Path.GetExtension(path))).Select(path => Path.GetFileName(path)!);
        return Proposals(files.Order(StringComparer.Ordinal).Concat(folders.Order(StringComparer.Ordinal)), "file", typed, position);
    }

    private static CodeProposals Proposals(IEnumerable<string> names, string kind, string typed, int position) => new(
        position - typed.Length,
        position,
        [.. names.Where(name => name.StartsWith(typed, StringComparison.OrdinalIgnoreCase)).Select(name => new CodeProposal(name, kind))]);
}
