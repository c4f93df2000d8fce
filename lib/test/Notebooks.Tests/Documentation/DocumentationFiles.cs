using System.Text.RegularExpressions;
using Descent.Cli.Notebooks;
using Notebooks.Tests.Lessons;

namespace Notebooks.Tests.Documentation;

/// <summary>The Markdown files that people read: README.md, data/README.md, lib/bench/README.md and everything at the top of lib.</summary>
internal static partial class DocumentationFiles
{
    private static string Root => LessonFiles.Course.Root;

    public static TheoryData<string> Names { get; } =
    [
        "README.md",
        "data/README.md",
        "lib/bench/README.md",
        .. Directory.GetFiles(Path.Combine(Root, "lib"), "*.md").Order(StringComparer.Ordinal).Select(path => "lib/" + Path.GetFileName(path)),
    ];

    public static string PathOf(string name) => Path.Combine(Root, name);

    /// <summary>
    /// A notebook of the document's C# samples, which run in the document's folder one after the other. The one that loads the course as a package
    /// is run by the tests of the package, which pack it first.
    /// </summary>
    public static Notebook CSharpSamples(string name) => new(
        PathOf(name),
        name,
        [.. Fences(name, "csharp").Where(sample => !LoadsPackage(sample)).Select((sample, index) => new NotebookCell(index + 1, null, CellKind.Code, sample, []))]);

    /// <summary>The document's sample that loads the course as a package, with the feed and the version that are there in place of the reader's.</summary>
    public static string PackageSample(string name, string feed, string version) => Fences(name, "csharp").Single(LoadsPackage)
        .Replace("/path/to/this/folder/lib/feed", feed, StringComparison.Ordinal)
        .Replace("0.1.0", version, StringComparison.Ordinal);

    /// <summary>The commands in the document's shell samples, without prompts and comments.</summary>
    public static IReadOnlyList<string> Commands(string name) =>
    [
        .. Fences(name, "sh|bash|shell|console|powershell")
            .SelectMany(sample => sample.Split('\n'))
            .Select(line => line.TrimStart('$', '>', ' ').Split(" #")[0].Trim())
            .Where(line => line.Length > 0 && !line.StartsWith('#')),
    ];

    /// <summary>The targets of the document's links and pictures that point into the repository.</summary>
    public static IReadOnlyList<string> LocalLinks(string name) =>
    [
        .. Link().Matches(File.ReadAllText(PathOf(name)))
            .Select(match => match.Groups["target"].Value.Split('#')[0])
            .Where(target => target.Length > 0 && !target.Contains(':')),
    ];

    private static bool LoadsPackage(string sample) => sample.Contains("#r \"nuget: Descent.", StringComparison.Ordinal);

    private static IEnumerable<string> Fences(string name, string languages) =>
        Regex.Matches(File.ReadAllText(PathOf(name)), $@"^```(?:{languages})[ \t]*\r?\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)
            .Select(match => match.Groups["text"].Value);

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();
}
