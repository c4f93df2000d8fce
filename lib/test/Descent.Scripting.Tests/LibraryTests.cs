namespace Descent.Scripting.Tests;

public sealed class LibraryTests
{
    [Fact]
    public async Task A_missing_file_names_the_path_that_was_looked_for()
    {
        using var folder = new TemporaryFolder();
        await using var cells = new Recorder(folder.Path);
        var failed = Assert.IsType<CellResult.CompilationFailed>(await cells.RunAsync("#r \"lib/none.dll\""));
        var diagnostic = Assert.Single(failed.Diagnostics);
        Assert.Equal(("CS0006", 1, 4), (diagnostic.Id, diagnostic.Line, diagnostic.Column));
        Assert.Equal(
            $"'lib/none.dll' was not found at {folder.File(Path.Combine("lib", "none.dll"))}. A relative path is relative to the "
                + $"notebook's folder, {folder.Path}. If the file is built from source, build it first.",
            diagnostic.Message);
    }

    [Fact]
    public async Task A_file_that_is_no_assembly_is_refused()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("text.dll"), "text", TestContext.Current.CancellationToken);
        await using var cells = new Recorder(folder.Path);
        var failed = Assert.IsType<CellResult.CompilationFailed>(await cells.RunAsync("#r \"text.dll\""));
        Assert.Equal(("CS0009", $"'{folder.File("text.dll")}' is not a .NET assembly."), (failed.Diagnostics[0].Id, failed.Diagnostics[0].Message));
    }

    [Fact]
    public void A_deps_json_names_the_closure_beside_the_library()
    {
        var library = Path.Combine(Repository.Root, "lib", "bin", "Descent.Notebooks.dll");
        var (managed, _) = new References.DependencyFile([]).Read(library);
        Assert.Contains("FSharp.Core.dll", managed.Select(Path.GetFileName));
        Assert.Contains("Descent.dll", managed.Select(Path.GetFileName));
        Assert.DoesNotContain(library, managed);
    }

    [Fact]
    public void Without_a_deps_json_references_are_followed_to_the_files_beside()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in (string[])["Descent.Notebooks.dll", "Descent.dll", "Plotly.NET.dll", "FSharp.Core.dll", "xunit.v3.assert.dll"])
        {
            var source = Path.Combine(Repository.Root, "lib", "bin", name);
            File.Copy(File.Exists(source) ? source : Path.Combine(AppContext.BaseDirectory, name), folder.File(name));
        }

        var found = new References.DependencyFile([]).Read(folder.File("Descent.Notebooks.dll")).Managed;
        Assert.Equal(["Descent.dll", "FSharp.Core.dll", "Plotly.NET.dll"], found.Select(file => Path.GetFileName(file)).Order());
    }

    [Fact]
    public void The_higher_version_of_an_assembly_is_preferred()
    {
        var older = new References.ManagedAssembly("A", new Version(1, 0), null, typeof(object).Assembly.Location);
        var newer = older with { Version = new Version(2, 0), RuntimePath = typeof(FactAttribute).Assembly.Location };
        Assert.True(newer.IsNewerThan(older));
        Assert.False(older.IsNewerThan(newer));
        Assert.False(older.IsNewerThan(older));
    }

    [Fact]
    public void A_package_source_is_an_address_or_a_folder()
    {
        var folder = Path.GetTempPath();
        Assert.Equal("https://example.org/index.json", Packages.PackageSource.Parse("nuget: https://example.org/index.json", folder));
        Assert.Equal(Path.Combine(folder, "feed"), Packages.PackageSource.Parse("nuget: ./feed", folder));
    }

    [Fact]
    public async Task A_source_line_is_accepted_and_positions_stay()
    {
        await using var cells = new Recorder();
        var failed = Assert.IsType<CellResult.CompilationFailed>(await cells.RunAsync("#i \"nuget: ..\"\nnonsense"));
        Assert.Equal(("CS0103", 2, 1), (failed.Diagnostics[0].Id, failed.Diagnostics[0].Line, failed.Diagnostics[0].Column));
        Assert.Equal("2", await cells.ValueOfAsync("#i \"nuget: ..\"\n1 + 1"));
    }
}
