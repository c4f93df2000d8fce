namespace Descent.Scripting.Tests;

public sealed class CompletionTests
{
    [Theory]
    [InlineData("Console.WriteL", 8, "WriteLine", "method")]
    [InlineData("var s = \"😀\"; Console.WriteL", 22, "WriteLine", "method")]
    [InlineData("new int[3].Sel", 11, "Select", "extensionmethod")]
    [InlineData("\"text\".Len", 7, "Length", "property")]
    [InlineData("#!about\nConsole.WriteL", 16, "WriteLine", "method")]
    [InlineData("var n = 1;\n  #!about \"x\nConsole.WriteL", 32, "WriteLine", "method")]
    [InlineData("forea", 0, "foreach", "keyword")]
    [InlineData("displ", 0, "display", "method")]
    public async Task The_likeliest_proposal_comes_first_and_replaces_what_was_typed(string code, int start, string text, string kind)
    {
        await using var cells = new Recorder();
        var found = await cells.Session.CompleteAsync(code, code.Length, CancellationToken.None);
        Assert.Equal((start, code.Length), (found.Start, found.End));
        Assert.Equal(text, found.Proposals[0].Text);
        Assert.StartsWith(kind, found.Proposals[0].Kind, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_and_types_of_earlier_cells_are_known()
    {
        await using var cells = new Recorder();
        await cells.RunAsync("using System.Globalization; record Point(double Across, double Up);");
        await cells.RunAsync("var corner = new Point(1, 2);");
        await cells.RunAsync("int corners = 4;");
        Assert.Equal(["corner", "corners"], (await At("corn")).Take(2));
        Assert.Equal("Across", (await At("corner.A"))[0]);
        Assert.Equal("CultureInfo", (await At("CultureI"))[0]);
        async Task<List<string>> At(string code) =>
            [.. (await cells.Session.CompleteAsync(code, code.Length, CancellationToken.None)).Proposals.Select(proposal => proposal.Text)];
    }

    [Fact]
    public async Task A_cell_that_redefines_a_name_decides_what_it_is()
    {
        await using var cells = new Recorder();
        await cells.RunAsync("var thing = 1;");
        await cells.Session.CompleteAsync("thing.", 6, CancellationToken.None);
        await cells.RunAsync("var thing = \"text\";");
        var found = await cells.Session.CompleteAsync("thing.Len", 9, CancellationToken.None);
        Assert.Equal("Length", found.Proposals[0].Text);
    }

    [Fact]
    public async Task Files_are_proposed_in_directives()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("lib"));
        await File.WriteAllTextAsync(folder.File("lib/Some.dll"), "");
        await File.WriteAllTextAsync(folder.File("lib/some.cs"), "");
        await using var cells = new Recorder(folder.Path);
        var reference = await cells.Session.CompleteAsync("1\n#r \"lib/s", 11, CancellationToken.None);
        Assert.Equal((10, 11, new CodeProposal("Some.dll", "file")), (reference.Start, reference.End, Assert.Single(reference.Proposals)));
        var load = await cells.Session.CompleteAsync("#load \"lib/", 11, CancellationToken.None);
        Assert.Equal(new CodeProposal("some.cs", "file"), Assert.Single(load.Proposals));
        Assert.Equal(new CodeProposal("lib/", "file"), Assert.Single((await cells.Session.CompleteAsync("#r \"l", 5, CancellationToken.None)).Proposals));
        Assert.Empty((await cells.Session.CompleteAsync("#r \"none/x", 10, CancellationToken.None)).Proposals);
    }

    [Fact]
    public async Task Packages_on_this_machine_and_their_versions_are_proposed()
    {
        await using var cells = new Recorder();
        var names = await cells.Session.CompleteAsync("#r \"nuget: Mathnet.N", 20, CancellationToken.None);
        Assert.Equal(11, names.Start);
        Assert.Contains(new CodeProposal("mathnet.numerics", "package"), names.Proposals);
        var versions = await cells.Session.CompleteAsync("#r \"nuget: MathNet.Numerics, 5", 30, CancellationToken.None);
        Assert.Equal((29, new CodeProposal("5.0.0", "package")), (versions.Start, Assert.Single(versions.Proposals)));
    }

    [Fact]
    public async Task Names_are_known_across_cells_that_declare_nothing()
    {
        await using var cells = new Recorder();
        await cells.RunAsync("var first = 1;");
        await cells.RunAsync("first + 1");
        await cells.RunAsync("int.TryParse(\"2\", out var firstly)");
        await cells.RunAsync("Console.WriteLine(firstly)");
        var found = await cells.Session.CompleteAsync("firs", 4, CancellationToken.None);
        Assert.Equal(["first", "firstly"], found.Proposals.Take(2).Select(proposal => proposal.Text));
    }

    [Fact]
    public async Task Nothing_is_proposed_where_nothing_can_stand()
    {
        await using var cells = new Recorder();
        Assert.Empty((await cells.Session.CompleteAsync("// a com", 8, CancellationToken.None)).Proposals);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => cells.Session.CompleteAsync("a", 2, CancellationToken.None));
    }
}
