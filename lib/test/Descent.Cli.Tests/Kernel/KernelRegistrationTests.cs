using System.Text.Json;
using Descent.Cli.Kernel;
using Descent.Cli.Tests.Support;

namespace Descent.Cli.Tests.Kernel;

public sealed class KernelRegistrationTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly KernelRegistration registration;

    public KernelRegistrationTests() =>
        registration = new KernelRegistration(new JupyterFolders(folder.File("user"), [folder.File("user"), folder.File("shared")]));

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_kernelspec_says_how_to_start_the_kernel_and_how_to_interrupt_it()
    {
        var (name, path) = registration.Install(["dotnet", "/a b/Descent.Cli.dll"]);
        Assert.Equal((".net-csharp", Path.Combine(folder.File("user"), ".net-csharp", "kernel.json")), (name, path));
        var root = JsonDocument.Parse(File.ReadAllText(path)).RootElement;
        Assert.Equal(
            ["dotnet", "/a b/Descent.Cli.dll", "kernel", "start", "{connection_file}"],
            root.GetProperty("argv").EnumerateArray().Select(argument => argument.GetString()!));
        Assert.Equal(".NET (C#)", root.GetProperty("display_name").GetString());
        Assert.Equal("C#", root.GetProperty("language").GetString());
        Assert.Equal("message", root.GetProperty("interrupt_mode").GetString());
        Assert.Equal("""{"DOTNET_EnableWriteXorExecute":"0"}""", root.GetProperty("env").GetRawText().Replace(" ", "").ReplaceLineEndings(""));
    }

    [Fact]
    public void Installing_again_replaces_what_was_installed()
    {
        registration.Install(["old"]);
        var (name, path) = registration.Install(["new"]);
        Assert.Equal(".net-csharp", name);
        Assert.Contains("\"new\"", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Theory]
    [InlineData("user")]
    [InlineData("shared")]
    public void Another_program_s_kernelspec_is_left_alone(string where)
    {
        var foreign = Path.Combine(folder.File(where), ".net-csharp");
        Directory.CreateDirectory(foreign);
        File.WriteAllText(Path.Combine(foreign, "kernel.json"), "{\"argv\":[\"dotnet-interactive\"]}");
        Assert.Equal("descent-csharp", registration.Install(["dotnet"]).Name);
        Assert.Equal([Path.Combine(folder.File("user"), "descent-csharp")], registration.Uninstall());
        Assert.Equal("{\"argv\":[\"dotnet-interactive\"]}", File.ReadAllText(Path.Combine(foreign, "kernel.json")));
    }

    [Fact]
    public void Uninstalling_removes_the_kernelspec_once()
    {
        registration.Install(["dotnet"]);
        Assert.Single(registration.Uninstall());
        Assert.Empty(registration.Uninstall());
    }

    [Fact]
    public void A_kernel_is_present_as_long_as_its_program_is_there_and_of_this_version()
    {
        var program = folder.File("program.dll");
        File.WriteAllText(program, "");
        Assert.Null(registration.FindPresent());
        var path = registration.Install([Environment.ProcessPath!, program]).Path;
        Assert.Equal(path, registration.FindPresent());

        File.WriteAllText(path, File.ReadAllText(path).Replace($"\"{ProgramVersion.Current}\"", "\"0.0.1\"", StringComparison.Ordinal));
        Assert.Null(registration.FindPresent());
        registration.Install([Environment.ProcessPath!, program]);
        File.Delete(program);
        Assert.Null(registration.FindPresent());
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"metadata": "descent"}""")]
    [InlineData("""{"metadata": {"descent": {}}, "metadata": {}}""")]
    public void A_kernelspec_that_makes_no_sense_is_somebody_else_s(string content)
    {
        var foreign = Path.Combine(folder.File("user"), ".net-csharp");
        Directory.CreateDirectory(foreign);
        File.WriteAllText(Path.Combine(foreign, "kernel.json"), content);
        Assert.Null(registration.FindPresent());
        Assert.Empty(registration.Uninstall());
        Assert.Equal("descent-csharp", registration.Install(["dotnet"]).Name);
    }
}
