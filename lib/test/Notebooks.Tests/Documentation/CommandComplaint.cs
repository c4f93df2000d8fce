using System.CommandLine.Parsing;
using Descent.Cli.CommandLine;

namespace Notebooks.Tests.Documentation;

/// <summary>Checks a command of the documentation without running it.</summary>
internal static class CommandComplaint
{
    private const string CommandProject = "lib/src/Descent.Cli";

    /// <summary>What is wrong with <paramref name="command"/>; null when it could be typed as it stands.</summary>
    public static string? For(string command, string root)
    {
        var words = CommandLineParser.SplitCommandLine(command).ToList();
        if (words.Find(word => word.StartsWith("lib/", StringComparison.Ordinal) && !Path.Exists(Path.Combine(root, word))) is { } missing)
            return $"{missing} does not exist.";

        var arguments = words switch
        {
            ["descent", .. var rest] => rest,
            ["dotnet", "run", "--project", CommandProject, "--", .. var rest] => rest,
            _ => [],
        };
        return DescentCommand.Create().Parse(arguments).Errors.Select(error => error.Message).FirstOrDefault();
    }
}
