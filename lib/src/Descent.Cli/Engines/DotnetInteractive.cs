using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Descent.Cli.CommandLine;
using Descent.Cli.Notebooks;
using Descent.Cli.Worker;

namespace Descent.Cli.Engines;

/// <summary>
/// Finds .NET Interactive, as it was released, among the tools that the course's manifest names. It is started from its own folder and not
/// by <c>dotnet tool run</c>, which would stand in between: to end that would leave the engine.
/// </summary>
/// <param name="course">The checkout, whose manifest says which version.</param>
/// <param name="dotnet">The <c>dotnet</c> command.</param>
internal sealed class DotnetInteractive(CourseFolder course, string dotnet)
{
    /// <summary>What the command line calls it.</summary>
    public const string Name = "dotnet-interactive";

    private const string Package = "microsoft.dotnet-interactive";

    private static readonly string[] ListPackageFolder = ["nuget", "locals", "global-packages", "--list", "--force-english-output"];

    private string Manifest => Path.Combine(course.Root, ".config", "dotnet-tools.json");

    /// <summary>How to start it.</summary>
    /// <exception cref="UserError">There is no SDK, or the tool is not restored; the message says what to do.</exception>
    public async Task<EngineProgram> FindAsync(CancellationToken cancellationToken)
    {
        var version = ReadVersion();
        var folder = Path.Combine(await PackageFolderAsync(cancellationToken), Package, version);
        return new EngineProgram(dotnet, [EntryPoint(folder) ?? throw NotRestored(version, folder)]);
    }

    private string ReadVersion()
    {
        try
        {
            using var manifest = JsonDocument.Parse(File.ReadAllBytes(Manifest));
            var version = manifest.RootElement.GetProperty("tools").GetProperty(Package).GetProperty("version").GetString();
            return string.IsNullOrWhiteSpace(version) ? throw new JsonException("The version is empty.") : version;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new UserError(
                $"--engine {Name}: expected {Manifest} to name a version of {Package}: {exception.Message} " +
                "Restore the file: git checkout -- .config/dotnet-tools.json");
        }
    }

    // The SDK knows where packages are, whoever has chosen the place.
    private async Task<string> PackageFolderAsync(CancellationToken cancellationToken)
    {
        const string prefix = "global-packages: ";
        var (exitCode, said) = await AskSdkAsync(ListPackageFolder, cancellationToken);
        var answer = said.Split('\n').FirstOrDefault(line => line.StartsWith(prefix, StringComparison.Ordinal));
        return exitCode == 0 && answer is not null ? answer[prefix.Length..].Trim() : throw NoSdk($"dotnet {string.Join(' ', ListPackageFolder)} says:\n{said.Trim()}");
    }

    private async Task<(int ExitCode, string Said)> AskSdkAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(dotnet, arguments)
        {
            WorkingDirectory = course.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_NOLOGO"] = "1";
        using var process = Start(start);
        process.StandardInput.Close();
        await using var killOnCancel = cancellationToken.Register(() => ProcessTree.Kill(process));
        var said = string.Concat(await Task.WhenAll(
            process.StandardOutput.ReadToEndAsync(CancellationToken.None), process.StandardError.ReadToEndAsync(CancellationToken.None)));
        await process.WaitForExitAsync(CancellationToken.None);
        cancellationToken.ThrowIfCancellationRequested();
        return (process.ExitCode, said);
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw NoSdk(exception.Message);
        }
    }

    // A tool's package says itself which of its files is the program.
    private static string? EntryPoint(string folder)
    {
        try
        {
            return Directory.GetFiles(folder, "DotnetToolSettings.xml", SearchOption.AllDirectories)
                .Select(settings => (settings, Command: XDocument.Load(settings).Descendants("Command").FirstOrDefault(command => (string?)command.Attribute("Name") == Name)))
                .Where(tool => tool.Command is not null)
                .Select(tool => Path.Combine(Path.GetDirectoryName(tool.settings)!, (string)tool.Command!.Attribute("EntryPoint")!))
                .FirstOrDefault(File.Exists);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or XmlException)
        {
            return null;
        }
    }

    private UserError NotRestored(string version, string folder) => new(
        $"--engine {Name}: the engine, version {version}, is not on this machine yet: expected it in {folder}. Restore it in {course.Root}:\n" +
        "    dotnet tool restore");

    private static UserError NoSdk(string reason) => new(
        $"--engine {Name}: expected the .NET SDK that global.json names, found none. {reason}\n" +
        "Install the .NET 10 SDK and put it on the PATH: https://dotnet.microsoft.com/download/dotnet/10.0");
}
