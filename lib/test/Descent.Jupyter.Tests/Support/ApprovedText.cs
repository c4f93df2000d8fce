namespace Descent.Jupyter.Tests.Support;

/// <summary>Compares a text with the one that somebody has read and approved. Nothing here approves anything.</summary>
internal static class ApprovedText
{
    private const string Folder = "lib/test/Descent.Jupyter.Tests/Approved";

    public static IEnumerable<string> Names => Directory.GetFiles(InOutput("Approved"), "*.txt").Select(Path.GetFileNameWithoutExtension)!;

    public static void AssertSame(string name, string received)
    {
        var approved = Path.Combine(InOutput("Approved"), $"{name}.txt");
        var expected = File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : "";
        if (expected == received)
            return;
        var actual = Path.Combine(Directory.CreateDirectory(InOutput("Received")).FullName, $"{name}.txt");
        File.WriteAllText(actual, received);
        Assert.Fail(
            $"The frames of {name} are not those of {Folder}/{name}.txt: {FirstDifference(expected, received)}\n"
            + $"See the difference with: diff {approved} {actual}\n"
            + $"If the new frames are what the specification asks for, copy the second file to {Folder}/{name}.txt by hand.");
    }

    private static string FirstDifference(string expected, string received)
    {
        var (one, two) = (expected.Split('\n'), received.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(one.Length, two.Length)).First(index => one.ElementAtOrDefault(index) != two.ElementAtOrDefault(index));
        return $"line {line + 1}\n  approved: {one.ElementAtOrDefault(line) ?? "(no such line)"}\n  received: {two.ElementAtOrDefault(line) ?? "(no such line)"}";
    }

    private static string InOutput(string folder) => Path.Combine(AppContext.BaseDirectory, folder);
}
