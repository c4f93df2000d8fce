using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Notebooks.Tests.Lessons;

namespace Notebooks.Tests.Documentation;

/// <summary>The workflows of the code-hosting site, which cannot be run here.</summary>
public sealed partial class WorkflowTests
{
    private static readonly string Root = LessonFiles.Course.Root;

    private static readonly string[] Workflows = Directory.GetFiles(Path.Combine(Root, ".github", "workflows"), "*.yml");

    [Fact]
    public void Actions_are_pinned_to_commits_and_say_which_version_that_is()
    {
        var actions = Workflows.SelectMany(File.ReadAllLines).Where(line => line.Contains("uses:", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(actions);
        Assert.All(actions, action => Assert.Matches(@"uses: actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", action));
    }

    [Fact]
    public void Commands_name_verbs_options_and_files_that_exist()
    {
        var commands = Workflows.SelectMany(File.ReadAllLines).Select(line => Command().Match(line)).Where(match => match.Success)
            .Select(match => match.Groups["command"].Value).ToList();

        Assert.Contains("dotnet run --project lib/src/Descent.Cli --no-build -- check", commands);
        Assert.All(commands, command => Assert.Null(CommandComplaint.For(command.Replace(" --no-build -- ", " -- ", StringComparison.Ordinal), Root)));
    }

    [Fact]
    public void VS_Code_is_told_which_extension_the_lessons_need_and_how_to_open_them()
    {
        JsonNode Read(string name) => ReadJson(".vscode", name);

        var recommended = Read("extensions.json")["recommendations"]!.AsArray().Select(extension => (string?)extension).ToList();
        Assert.Contains("ms-toolsai.jupyter", recommended);
        Assert.Contains("ms-dotnettools.dotnet-interactive-vscode", recommended);
        Assert.Equal("jupyter-notebook", (string?)Read("settings.json")["workbench.editorAssociations"]!["*.ipynb"]);
        Assert.All(
            LessonFiles.Course.Lessons(),
            path => Assert.Equal(".net-csharp", (string?)JsonNode.Parse(File.ReadAllText(path))!["metadata"]!["kernelspec"]!["name"]));
    }

    [Fact]
    public void Polyglot_Notebooks_is_told_and_the_README_tells_of_the_engine_that_the_lessons_are_tested_in()
    {
        var version = (string)ReadJson(".config", "dotnet-tools.json")["tools"]!["microsoft.dotnet-interactive"]!["version"]!;

        Assert.Equal(version, (string?)ReadJson(".vscode", "settings.json")["dotnet-interactive.requiredInteractiveToolVersion"]);
        Assert.Contains($"in the version that the folder's settings name ({version})", File.ReadAllText(Path.Combine(Root, "README.md")), StringComparison.Ordinal);
    }

    private static JsonNode ReadJson(string folder, string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(Root, folder, name)))!;

    [GeneratedRegex(@"^\s+- run: (?<command>.+)$")]
    private static partial Regex Command();
}
