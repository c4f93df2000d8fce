using Descent.Cli.Notebooks;
using Descent.Cli.Parameters;
using Descent.Cli.Tests.Support;

namespace Descent.Cli.Tests.Parameters;

public sealed class ParameterRewriterTests
{
    [Theory]
    [InlineData("int steps = 100;", "steps=20", "int steps = 20;")]
    [InlineData("int steps = 100;", "steps=1e3", "int steps = 1000;")]
    [InlineData("var steps = 10_000; // ten thousand", "steps=-7", "var steps = -7; // ten thousand")]
    [InlineData("var seed = 1L;", "seed=5000000000", "var seed = 5000000000L;")]
    [InlineData("var rate = 0.1;", "rate=3", "var rate = 3d;")]
    [InlineData("double rate = 1;", "rate=1e-10", "double rate = 1E-10d;")]
    [InlineData("const double rate = 0.1;", "rate=.5", "const double rate = 0.5d;")]
    [InlineData("var rate = Math.Pow(10, -1);", "rate=0.25", "var rate = 0.25d;")]
    [InlineData("using System;\nvar rate = Math.Pow(10, -1);", "rate=0.25", "using System;\nvar rate = 0.25d;")]
    [InlineData("bool shuffle = false;", "shuffle=True", "bool shuffle = true;")]
    [InlineData("var name = \"plain\";", "name=say \"hi\" = \\o/", "var name = \"say \\\"hi\\\" = \\\\o/\";")]
    [InlineData("var name = \"plain\";", "name=", "var name = \"\";")]
    [InlineData("double[] rates = [0.1, 1];", "rates=0.5, 2", "double[] rates = new double[] { 0.5d, 2d };")]
    [InlineData("var sizes = new[] { 1, 2 };", "sizes=[3,4,5]", "var sizes = new int[] { 3, 4, 5 };")]
    [InlineData("int[] sizes = { 1, 2 };", "sizes=3", "int[] sizes = new int[] { 3 };")]
    [InlineData("int a = 1, b = 2; int c = 3;", "b=9", "int a = 1, b = 9; int c = 3;")]
    public void The_initialiser_alone_is_replaced(string source, string setting, string expected)
    {
        var rewritten = ParameterRewriter.Apply([TestNotebook.WithParameters("n.ipynb", source)], Setting.ParseAll([setting]));

        Assert.Equal(expected, rewritten[0].Cells[1].Source);
    }

    [Fact]
    public void Several_settings_of_one_cell_all_take_effect()
    {
        var notebook = TestNotebook.WithParameters("n.ipynb", "var rate = 0.1;\nvar steps = 100;\nvar kept = 1;");

        var rewritten = ParameterRewriter.Apply([notebook], Setting.ParseAll(["steps=123456", "rate=0.00001"]));

        Assert.Equal("var rate = 1E-05d;\nvar steps = 123456;\nvar kept = 1;", rewritten[0].Cells[1].Source);
    }

    [Fact]
    public void Only_notebooks_that_have_the_parameter_change()
    {
        var has = TestNotebook.WithParameters("a.ipynb", "var rate = 0.1;");
        var hasNot = TestNotebook.WithParameters("b.ipynb", "var steps = 1;");

        var rewritten = ParameterRewriter.Apply([has, hasNot], Setting.ParseAll(["rate=1"]));

        Assert.Equal("var rate = 1d;", rewritten[0].Cells[1].Source);
        Assert.Equal("var steps = 1;", rewritten[1].Cells[1].Source);
    }

    [Fact]
    public void Variables_of_untagged_cells_and_locals_inside_blocks_are_no_parameters()
    {
        var notebook = TestNotebook.WithParameters("n.ipynb", "var rate = 0.1; { var inner = 1; }");
        notebook = notebook with { Cells = [.. notebook.Cells, TestNotebook.Code(3, "var other = 1;")] };

        Assert.Equal(["rate"], notebook.Cells.SelectMany(ParameterCell.ParametersOf).Select(parameter => parameter.Name));
    }

    [Fact]
    public void Without_settings_nothing_changes()
    {
        IReadOnlyList<Notebook> notebooks = [TestNotebook.WithParameters("n.ipynb", "var rate = 0.1;")];

        Assert.Same(notebooks, ParameterRewriter.Apply(notebooks, []));
    }
}
