using Descent.Cli.CommandLine;
using Descent.Cli.Engines;
using Descent.Cli.Notebooks;
using Descent.Cli.Tests.Support;

namespace Descent.Cli.Tests.Engines;

public sealed class DotnetInteractiveTests : IDisposable
{
    private const string SdkAdvice = "Install the .NET 10 SDK and put it on the PATH: https://dotnet.microsoft.com/download/dotnet/10.0";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_manifest_leads_to_the_released_engine()
    {
        var program = await ReleasedEngine.FindAsync();

        Assert.Equal(ReleasedEngine.Dotnet, program.FileName);
        Assert.EndsWith(
            "/microsoft.dotnet-interactive/1.0.712001/tools/net10.0/any/Microsoft.DotNet.Interactive.App.dll",
            Assert.Single(program.Arguments).Replace('\\', '/'),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tool_that_is_not_restored_is_named_with_the_command_that_restores_it()
    {
        WriteManifest("""{"version":1,"tools":{"microsoft.dotnet-interactive":{"version":"0.0.1","commands":["dotnet-interactive"]}}}""");

        var packages = Path.GetFullPath(Path.Combine((await ReleasedEngine.FindAsync()).Arguments[0], "../../../../../.."));
        Assert.Equal(
            "--engine dotnet-interactive: the engine, version 0.0.1, is not on this machine yet: " +
            $"expected it in {Path.Combine(packages, "microsoft.dotnet-interactive", "0.0.1")}. Restore it in {folder.Path}:\n    dotnet tool restore",
            await ComplaintAsync(ReleasedEngine.Dotnet));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"tools":{}}""")]
    [InlineData("""{"tools":{"microsoft.dotnet-interactive":{"version":1}}}""")]
    [InlineData("""{"tools":{"microsoft.dotnet-interactive":{"version":null}}}""")]
    [InlineData("""{"tools":{"microsoft.dotnet-interactive":{"version":" "}}}""")]
    public async Task A_manifest_that_names_no_engine_is_to_be_restored(string? manifest)
    {
        if (manifest is not null)
            WriteManifest(manifest);

        var complaint = await ComplaintAsync(ReleasedEngine.Dotnet);

        Assert.StartsWith($"--engine dotnet-interactive: expected {Path.Combine(folder.Path, ".config", "dotnet-tools.json")} to name a version of ", complaint, StringComparison.Ordinal);
        Assert.EndsWith(" Restore the file: git checkout -- .config/dotnet-tools.json", complaint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_dotnet_command_the_SDK_is_to_be_installed()
    {
        WriteManifest("""{"tools":{"microsoft.dotnet-interactive":{"version":"0.0.1"}}}""");

        var complaint = await ComplaintAsync(folder.File("no-dotnet"));

        Assert.StartsWith("--engine dotnet-interactive: expected the .NET SDK that global.json names, found none. ", complaint, StringComparison.Ordinal);
        Assert.EndsWith($"\n{SdkAdvice}", complaint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_SDK_that_is_not_there_is_named_in_the_SDKs_own_words()
    {
        WriteManifest("""{"tools":{"microsoft.dotnet-interactive":{"version":"0.0.1"}}}""");
        folder.Write("global.json", """{"sdk":{"version":"99.0.100"}}""");

        var complaint = await ComplaintAsync(ReleasedEngine.Dotnet);

        Assert.Contains("Requested SDK version: 99.0.100", complaint, StringComparison.Ordinal);
        Assert.EndsWith($"\n{SdkAdvice}", complaint, StringComparison.Ordinal);
    }

    private void WriteManifest(string text)
    {
        Directory.CreateDirectory(folder.File(".config"));
        folder.Write(Path.Combine(".config", "dotnet-tools.json"), text);
    }

    private async Task<string> ComplaintAsync(string dotnet) => (await Assert.ThrowsAsync<UserError>(
        () => new DotnetInteractive(new CourseFolder(folder.Path), dotnet).FindAsync(TestContext.Current.CancellationToken))).Message;
}
