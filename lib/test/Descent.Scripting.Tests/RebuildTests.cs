using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Descent.Scripting.Tests;

/// <summary>A learner changes the library and builds it while a notebook is open.</summary>
public sealed class RebuildTests
{
    [Fact]
    public async Task A_session_goes_on_with_the_library_as_it_was_when_a_cell_named_it()
    {
        using var folder = new TemporaryFolder();
        Build(folder.File("rebuilt.dll"), "rebuilt", answer: 1);
        await using var cells = new Recorder(folder.Path);
        Assert.IsType<CellResult.Completed>(await cells.RunAsync("#r \"rebuilt.dll\""));

        // Not used yet, so nothing of it has been loaded: loaded from the file, the answer would be 2.
        Build(folder.File("rebuilt.dll"), "rebuilt", answer: 2);
        Assert.Equal("1", await cells.ValueOfAsync("Library.Answer"));
        Build(folder.File("rebuilt.dll"), "rebuilt", answer: 3);
        Assert.Equal("1", await cells.ValueOfAsync("#r \"rebuilt.dll\"\nLibrary.Answer"));
    }

    [Fact]
    public async Task A_library_of_the_same_name_from_elsewhere_does_not_replace_one_in_use()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("newer"));
        Build(folder.File("chosen.dll"), "chosen", answer: 1);
        Build(folder.File(Path.Combine("newer", "chosen.dll")), "chosen", answer: 2, version: "2.0.0.0");
        await using var cells = new Recorder(folder.Path);
        Assert.Equal("1", await cells.ValueOfAsync("#r \"chosen.dll\"\nLibrary.Answer"));
        Assert.Equal("1", await cells.ValueOfAsync("#r \"newer/chosen.dll\"\nLibrary.Answer"));
    }

    [Fact]
    public async Task The_library_of_a_moved_checkout_is_looked_for_beside_the_notebook()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("before"));
        Build(Path.Combine(folder.File("before"), "moved.dll"), "moved", answer: 1);
        Directory.Move(folder.File("before"), folder.File("after"));
        await using var cells = new Recorder(folder.File("after"));
        Assert.Equal("1", await cells.ValueOfAsync("#r \"moved.dll\"\nLibrary.Answer"));
    }

    private static void Build(string path, string name, int answer, string version = "1.0.0.0")
    {
        var source = $"[assembly: System.Reflection.AssemblyVersion(\"{version}\")] public static class Library {{ public static int Answer => {answer}; }}";
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(source, cancellationToken: TestContext.Current.CancellationToken)],
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var emitted = compilation.Emit(path, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
    }
}
