namespace Descent.Scripting.Tests;

/// <summary>Packages that have something for .NET Interactive to run when they are loaded.</summary>
public sealed class ExtensionTests : IDisposable
{
    private const string Chart = """
        var trace = new Plotly.NET.Trace("scatter");
        trace.SetProperty("x", new[] { 1, 2 });
        trace.SetProperty("y", new[] { 3, 4 });
        Plotly.NET.GenericChart.ofTraceObject(true, trace)
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("#r \"nuget: Plotly.NET.Interactive, 6.0.0\"", "Course.Register();")]
    [InlineData("Course.Register();", "#r \"nuget: Plotly.NET.Interactive, 6.0.0\"")]
    public async Task A_chart_has_the_course_s_form_before_and_after_the_extension_of_Plotly_NET(string first, string second)
    {
        await using var cells = new Recorder();
        await cells.ValueOfAsync("#r \"nuget: MathNet.Numerics, 5.0.0\"\n#r \"nuget: Plotly.NET.CSharp, 0.14.0\"\n#r \"../lib/bin/Descent.dll\"\n#r \"../lib/bin/Descent.Notebooks.dll\"\nusing Descent.Notebooks;");
        await cells.ValueOfAsync(first);
        await cells.ValueOfAsync(second);
        var shown = Value(await cells.RunAsync(Chart));
        Assert.DoesNotContain("fsharpPlotlyRequire", shown.Forms["text/html"], StringComparison.Ordinal);
        Assert.Contains("window.descentPlotly", shown.Forms["text/html"], StringComparison.Ordinal);
        Assert.Contains("application/vnd.plotly.v1+json", shown.Forms.Keys);
    }

    [Fact]
    public async Task Formatters_of_an_extension_are_used_and_it_is_run_once()
    {
        await WriteAsync("Test.Formats", """
            public class Fruit { public static int Loads; }
            public class Extension : IKernelExtension
            {
                public async Task OnLoadAsync(Kernel kernel)
                {
                    await Task.Yield();
                    Fruit.Loads++;
                    Console.WriteLine("loaded");
                    Formatter.Register<Fruit>((fruit, writer) => writer.Write("<b>fruit</b>"), "text/html");
                }
            }
            public abstract class NoExtension : IKernelExtension { public abstract Task OnLoadAsync(Kernel kernel); }
            """);
        await using var cells = Cells();
        var shown = Value(await cells.RunAsync("#r \"nuget: Test.Formats, 1.0.0\"\nnew Fruit()"));
        Assert.Equal("<b>fruit</b>", shown.Forms["text/html"]);
        Assert.Equal("1", await cells.ValueOfAsync("#r \"nuget: Test.Formats\"\n#r \"nuget: MathNet.Numerics, 5.0.0\"\nFruit.Loads"));
        Assert.Equal("loaded\n", cells.Text.ReplaceLineEndings("\n"));
        Assert.All(cells.Outputs, output => Assert.IsType<CellOutput.StandardOutput>(output));
    }

    [Fact]
    public async Task One_that_throws_is_told_of_and_ends_nothing()
    {
        await WriteAsync("Test.Throws", """
            public class Thing { public static int Five => 5; }
            public class Extension : IKernelExtension { public Task OnLoadAsync(Kernel kernel) => throw new InvalidOperationException("No fruit in " + AppContext.GetData("place")); }
            """);
        await using var cells = Cells();
        AppContext.SetData("place", folder.File("unpacked/test.throws/1.0.0/interactive-extensions/dotnet/"));
        Assert.Equal("5", await cells.ValueOfAsync("#r \"nuget: Test.Throws, 1.0.0\"\nThing.Five"));
        Assert.Equal(["The extension of Test.Throws 1.0.0 has failed: System.InvalidOperationException: No fruit in interactive-extensions/dotnet/"], ErrorLines(cells));
    }

    [Fact]
    public async Task What_a_Jupyter_kernel_has_no_place_for_is_named()
    {
        await WriteAsync("Test.Kernels", """
            using Microsoft.DotNet.Interactive.Directives;
            public class Basket { }
            public class Extension : IKernelExtension
            {
                public Task OnLoadAsync(Kernel kernel)
                {
                    ((CompositeKernel)kernel).Add(new KeyValueStoreKernel("basket"));
                    kernel.AddDirective(new KernelActionDirective("#!weigh"), (_, context) => Task.CompletedTask);
                    Formatter.Register<Basket>((basket, writer) => writer.Write("<b>basket</b>"), "text/html");
                    return Task.CompletedTask;
                }
            }
            """);
        await using var cells = Cells();
        var shown = Value(await cells.RunAsync("#r \"nuget: Test.Kernels, 1.0.0\"\nnew Basket()"));
        Assert.Equal("<b>basket</b>", shown.Forms["text/html"]);
        Assert.Equal(
            ["The extension of Test.Kernels 1.0.0 has added the subkernel basket, the command #!weigh: this kernel has no such things. What else it does holds."],
            ErrorLines(cells));
        await cells.ValueOfAsync("System.DisplayExtensions.Display(\"once\");\nConsole.Write(\"end\");");
        Assert.Equal("end", cells.Text);
    }

    [Fact]
    public async Task A_script_is_run_as_cells_are_and_finds_a_kernel()
    {
        await WriteAsync(
            "Test.Script",
            """
            public class Sprout { public static string Root = "none"; public static void Load(Kernel kernel) { Root = kernel.Name; KernelInvocationContext.Current.DisplayAs("<i>shown</i>", "text/html"); } }
            """,
            """
            #!meta

            {"kernelInfo":{"defaultKernelName":"csharp","items":[{"name":"csharp"}]}}

            #!csharp

            Sprout.Load(Microsoft.DotNet.Interactive.Kernel.Root);
            Console.WriteLine("printed");
            var fromScript = 5;

            #!markdown

            *read* it
            """);
        await using var cells = Cells();
        Assert.Equal("5 .NET", await cells.ValueOfAsync("#r \"nuget: Test.Script, 1.0.0\"\nConsole.WriteLine(\"cell\");\n$\"{fromScript} {Sprout.Root}\""));
        Assert.Equal(
            ["<i>shown</i>", "printed", "<p><em>read</em> it</p>", "cell"],
            cells.Outputs.Select(output => (output is CellOutput.Display display ? display.Bundle.Forms["text/html"] : ((CellOutput.StandardOutput)output).Text).Trim()));
    }

    [Theory]
    [InlineData("#!fsharp\nlet x = 1", "(1,1): error CS1024: #!fsharp: this kernel runs C# and shows HTML, Markdown and JavaScript; it has no F#.")]
    [InlineData("int n = \"\";", "(1,9): error CS0029: Cannot implicitly convert type 'string' to 'int'")]
    [InlineData("throw new Exception(\"no\");", "System.Exception: no")]
    public async Task A_script_that_cannot_run_is_told_of_and_ends_nothing(string script, string failure)
    {
        var id = $"Test.Fails{(uint)script.Length}";
        await WriteAsync(id, null, script);
        await using var cells = Cells();
        Assert.Equal("5", await cells.ValueOfAsync($"#r \"nuget: {id}, 1.0.0\"\n5"));
        Assert.StartsWith($"The extension of {id} 1.0.0 has failed: {failure}", Assert.Single(ErrorLines(cells)), StringComparison.Ordinal);
    }

    private static DisplayBundle Value(CellResult result)
    {
        Assert.True(result is CellResult.Completed { Value: not null }, result is CellResult.CompilationFailed failed ? string.Join('\n', failed.Diagnostics) : result.ToString());
        return ((CellResult.Completed)result).Value!;
    }

    private Recorder Cells() => new(folder.Path, options => options with { CacheDirectory = folder.File("cache") });

    private async Task WriteAsync(string id, string? code, string? script = null)
    {
        await ExtensionPackage.PrepareAsync(folder);
        await ExtensionPackage.WriteAsync(folder, id, code, script);
    }

    private static string[] ErrorLines(Recorder cells) => string.Concat(cells.Outputs.OfType<CellOutput.StandardError>().Select(output => output.Text))
        .Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
}
