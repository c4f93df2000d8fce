namespace Descent.Scripting.Tests;

/// <summary>What a learner is told about a cell that is no C#, or that is C# which no cell can hold.</summary>
public sealed class SyntaxErrorTests
{
    private const string Earlier =
        """
        record P(int X, int Y = 0); var p = new P(1); int[] q = { 1, 2, 3 }; int a = 1, b = 2;
        struct S { public int A; } class Box { public P In = new(1); } var box = new Box(); S s = default;
        class D : IDisposable, IAsyncDisposable { public void Dispose() { } public ValueTask DisposeAsync() => default; }
        ref struct R { }
        """;

    [Theory]
    [InlineData("p with { X = 5 }", "P { X = 5, Y = 0 }")]
    [InlineData("p with { X = 5, Y = 6 }", "P { X = 5, Y = 6 }")]
    [InlineData("p with { }", "P { X = 1, Y = 0 }")]
    [InlineData("box.In with { X = 5 }", "P { X = 5, Y = 0 }")]
    [InlineData("var before = 3; p with { X = before }", "P { X = 3, Y = 0 }")]
    [InlineData("// One.\np\n  with { X = p.X + 1 }   // Two.\n", "P { X = 2, Y = 0 }")]
    [InlineData("p with { X = 5 } with { Y = 6 }", "P { X = 5, Y = 6 }")]
    [InlineData("p with { X = 5 } == p", "False")]
    public async Task A_changed_copy_is_the_value_of_its_cell(string code, string expected)
    {
        await using var cells = new Recorder();
        await cells.ValueOfAsync(Earlier);
        Assert.NotNull(await cells.ValueOfAsync(code));
        Assert.Equal(CodeState.Complete, CodeCheck.Of(code).State);
        // The engine of other notebooks needs the parentheses.
        var last = code.LastIndexOf(';') + 1;
        Assert.Equal(expected, await cells.ValueOfAsync($"{code[..last]} ({code[last..].TrimEnd()}\n).ToString()"));
        Assert.Equal(await cells.ValueOfAsync($"{code[..last]} ({code[last..].TrimEnd()}\n)"), await cells.ValueOfAsync(code));
    }

    [Fact]
    public async Task What_is_wrong_inside_a_changed_copy_has_its_place()
    {
        await using var cells = new Recorder();
        await cells.ValueOfAsync(Earlier);
        Assert.Equal(["(2,10): error CS0117: 'P' does not contain a definition for 'Z'"], await ErrorsOfAsync(cells, "\np with { Z = 5 }"));
        Assert.Equal(["(2,14): error CS1525: Invalid expression term '}'"], await ErrorsOfAsync(cells, "// One.\np with { X = }"));
    }

    [Fact]
    public async Task A_property_may_still_be_called_with()
    {
        await using var cells = new Recorder();
        await cells.ValueOfAsync("int with { get; set; } = 5;");
        Assert.Equal("5", await cells.ValueOfAsync("with"));
    }

    [Theory]
    [InlineData("p with { X = 5 };", "(1,1): error CS0201: A with expression makes a new value")]
    [InlineData("s with { A = 5 };\nvar later = 1;", "(1,1): error CS0201: A with expression makes a new value")]
    [InlineData("p with { X = 5 }\nvar later = 1;", "(1,1): error CS0201: A with expression makes a new value")]
    [InlineData("using var d = new D();", "(1,1): error CS1002: A using declaration cannot stand at the top of a cell", "using (var d = …) { … }")]
    [InlineData("using D d = new();\nConsole.WriteLine(d);", "(1,1): error CS1002: A using declaration cannot stand at the top of a cell", "using (D d = …) { … }")]
    [InlineData("using D d = new(), e = new();", "(1,1): error CS1002: A using declaration cannot stand at the top of a cell")]
    [InlineData("using System.Net;\nusing var d = new D();", "(2,1): error CS1002: A using declaration cannot stand at the top of a cell")]
    [InlineData("var one = 1;\n  using var d = new D();", "(2,3): error CS1002: A using declaration cannot stand at the top of a cell")]
    [InlineData("await using var d = new D();", "(1,1): error CS1002: A using declaration cannot stand at the top of a cell", "await using (var d = …) { … }")]
    [InlineData("var one = 1;\nawait using D d = new();", "(2,1): error CS1002: A using declaration cannot stand at the top of a cell", "await using (D d = …) { … }")]
    [InlineData("ref int r = ref q[1];", "(1,1): error CS1003: A ref variable cannot stand at the top of a cell", "{ ref int r = ref …; … }")]
    [InlineData("var one = 1; ref var r = ref q[1];", "(1,14): error CS1003: A ref variable cannot stand at the top of a cell", "{ ref var r = ref …; … }")]
    [InlineData("ref readonly int r = ref q[1];", "(1,1): error CS1003: A ref variable cannot stand at the top of a cell", "{ ref readonly int r = ref …; … }")]
    [InlineData("scoped ref int r = ref q[1];", "(1,1): error CS1003: A scoped variable cannot stand at the top of a cell", "{ scoped ref int r = ref …; … }")]
    [InlineData("Span<int> r = q;", "(1,1): error CS8345: A variable at the top of a cell lives on in later cells, which one of type 'Span<int>' cannot.")]
    [InlineData("var r = stackalloc int[3];", "(1,1): error CS8345: A variable at the top of a cell lives on in later cells, which one of type 'Span<int>' cannot.")]
    [InlineData("var r = \"abc\".AsSpan();", "(1,1): error CS8345: A variable at the top of a cell lives on in later cells, which one of type 'ReadOnlySpan<char>' cannot.")]
    [InlineData("R r = default;", "(1,1): error CS8345: A variable at the top of a cell lives on in later cells, which one of type 'R' cannot.")]
    [InlineData("int* r = null;", "(1,1): error CS0214: Pointers and fixed size buffers may only be used in an unsafe context: unsafe { … }")]
    [InlineData("yield return 1;", "(1,1): error CS7020: A cell cannot use 'yield' outside of a function.")]
    [InlineData("namespace N { class C { } }", "(1,1): error CS7021: A cell cannot hold a namespace.")]
    [InlineData("namespace N;\nclass C { }", "(1,1): error CS7021: A cell cannot hold a namespace.")]
    [InlineData("file class C { }", "(1,12): error CS9054: A 'file' type is seen in its own file alone, and a cell is none. Leave 'file' out.")]
    [InlineData("static class C { extension(int n) { public int Twice() => 2 * n; } }", "(1,18): error CS9283: A cell cannot hold an extension block.")]
    [InlineData("extension(int n) { public int Twice() => 2 * n; }", "(1,1): error CS9283: A cell cannot hold an extension block.")]
    [InlineData("static class C { public static int Twice(this int n) => 2 * n; }", "(1,36): error CS1109: An extension method must stand at the top of a cell")]
    [InlineData("var one = 1;\nusing System.Net;", "(2,1): error CS1529: A using line must stand before all other code of its cell.")]
    [InlineData("int n = 1; int n = 2;", "(1,16): error CS0102: This cell already contains a definition for 'n'")]
    [InlineData("void F() { } void F() { }", "(1,19): error CS0111: This cell already defines a member called 'F' with the same parameter types")]
    [InlineData("ref q[1]", "(1,9): error CS1519: The cell ends too early")]
    public async Task What_no_cell_can_hold_is_called_by_its_name(string code, string error, string advice = "")
    {
        await using var cells = new Recorder();
        await cells.ValueOfAsync(Earlier);
        var told = Assert.Single((await ErrorsOfAsync(cells, code)).DistinctBy(one => one.Split(": ")[1]));
        Assert.StartsWith(error, told, StringComparison.Ordinal);
        Assert.Contains(advice, told, StringComparison.Ordinal);
        // Nothing is lost, and nothing has come into being.
        Assert.Equal("1", await cells.ValueOfAsync("p.X"));
    }

    [Theory]
    [InlineData("using (var d = new D()) { }")]
    [InlineData("{ using var d = new D(); }")]
    [InlineData("await using (var d = new D()) { }")]
    [InlineData("{ await using var d = new D(); }")]
    [InlineData("{ ref int r = ref q[1]; r = 2; }")]
    [InlineData("{ Span<int> r = q; r[0] = 1; }")]
    [InlineData("{ Span<int> r = stackalloc int[3]; r[0] = 1; }")]
    [InlineData("unsafe { fixed (int* r = q) { *r = 1; } }")]
    [InlineData("ref int Third() => ref q[2];")]
    [InlineData("static int Twice(this int n) => 2 * n;")]
    [InlineData("const int n = 1; n")]
    [InlineData("goto end; end: Console.Write(1);")]
    [InlineData("return 5;")]
    [InlineData("public int N { get => field; set => field = value; } = 3;")]
    [InlineData("using Pair = (int A, int B);")]
    [InlineData("foreach (ref int one in q.AsSpan()) one++;")]
    [InlineData("[Obsolete] int F() => 3;")]
    [InlineData("partial class C { }")]
    [InlineData("p switch { { X: 1 } => 1, _ => 2 }")]
    [InlineData("a * b")]
    [InlineData("q[1]")]
    [InlineData("a < b && b > a")]
    public async Task What_is_advised_instead_runs_and_so_does_what_only_looks_like_a_declaration(string code)
    {
        await using var cells = new Recorder();
        await cells.ValueOfAsync(Earlier);
        await cells.ValueOfAsync(code);
    }

    [Fact]
    public async Task Of_a_cell_that_cannot_be_read_the_parsers_errors_alone_are_told_in_the_order_of_the_text()
    {
        await using var cells = new Recorder();
        Assert.Equal(
            ["(2,5): error CS1026: ) expected", "(3,9): error CS1525: Invalid expression term ';'", "(5,11): error CS1002: ; expected"],
            await ErrorsOfAsync(cells, "int unused() { int n; return nonsense; }\nFoo(;\nvar x = ;\nMissing y = \"\";\nint z = 1 int w = 2;"));
        Assert.Equal(
            ["(1,9): error CS1525: Invalid expression term ';'", "(2,1): error CS1002: A using declaration"],
            (await ErrorsOfAsync(cells, "var x = ;\nusing var d = new D();\nint y = \"s\";")).Select(one => one.Split(" cannot")[0]));
        Assert.Equal(["(1,14): error CS1002: ; expected"], await ErrorsOfAsync(cells, "using System Linq;"));
    }

    [Fact]
    public async Task A_cell_that_cannot_be_read_asks_for_no_package()
    {
        await using var cells = new Recorder();
        Assert.Equal(
            ["(2,9): error CS1525: Invalid expression term ';'"], await ErrorsOfAsync(cells, "#r \"nuget: There.Is.No.Such.Package, 1.0.0\"\nvar x = ;"));
    }

    [Fact]
    public async Task What_is_wrong_with_a_class_stays_in_the_compilers_words()
    {
        await using var cells = new Recorder();
        Assert.Equal(
            ["(1,18): error CS8345: Field or auto-implemented property cannot be of type 'Span<int>' unless it is an instance member of a ref struct."],
            (await ErrorsOfAsync(cells, "class C { public Span<int> r; }")).Take(1));
    }

    private static async Task<IReadOnlyList<string>> ErrorsOfAsync(Recorder cells, string code)
    {
        var failed = Assert.IsType<CellResult.CompilationFailed>(await cells.RunAsync(code));
        Assert.All(failed.Diagnostics, diagnostic => Assert.Equal(code.Split('\n')[diagnostic.Line - 1], diagnostic.SourceLine));
        return [.. failed.Diagnostics.Select(diagnostic => diagnostic.ToString())];
    }
}
