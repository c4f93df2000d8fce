using System.CommandLine;
using System.CommandLine.Parsing;
using Descent.Cli.Notebooks;

namespace Descent.Cli.Engines;

/// <summary><c>--engine</c>: which engine runs the cells.</summary>
internal static class EngineOption
{
    public static Option<string?> Create() => new("--engine")
    {
        Description = $"Runs the cells in another engine than the course's own kernel: {DotnetInteractive.Name}, once dotnet tool restore has fetched it.",
        HelpName = DotnetInteractive.Name,
        CustomParser = Parse,
    };

    /// <summary>How to start the engine of that name; null for the course's own kernel.</summary>
    public static async Task<EngineProgram?> FindAsync(string? name, CancellationToken cancellationToken) =>
        name is null ? null : await new DotnetInteractive(CourseFolder.Find(), Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet").FindAsync(cancellationToken);

    private static string? Parse(ArgumentResult argument)
    {
        var name = argument.Tokens[0].Value;
        if (name == DotnetInteractive.Name)
            return name;
        argument.AddError($"--engine {name}: there is no such engine. Expected {DotnetInteractive.Name}, or no --engine for the course's own kernel.");
        return null;
    }
}
