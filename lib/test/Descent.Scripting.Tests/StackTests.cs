namespace Descent.Scripting.Tests;

/// <summary>Recursion without an end, in every kind of function that a cell can declare.</summary>
public sealed class StackTests
{
    private const string Full = "The stack is full: too many functions have been called and not yet returned. Look for a function that calls itself without end.";

    // A full stack of the usual size has a trace of a hundred thousand functions, which takes seconds to collect.
    private static Recorder WithSmallStack() => new(configure: options => options with { StackSize = 1024 * 1024 });

    [Theory]
    [InlineData("int Deeper(int x) => Deeper(x + 1) + 1;\nDeeper(0)")]
    [InlineData("int Deeper(int x) { return Deeper(x + 1) + 1; }\nDeeper(0)")]
    [InlineData("int Even(int x) => Odd(x + 1) + 1; int Odd(int x) => Even(x + 1) + 1;\nEven(0)")]
    [InlineData("Func<int, int> deeper = null; deeper = x => { return deeper(x + 1) + 1; };\ndeeper(0)")]
    [InlineData("class Node { public int Depth => Depth + 1; }\nnew Node().Depth")]
    [InlineData("class Node { public int Depth { get { return Depth + 1; } set => Depth = value; } }\nnew Node().Depth")]
    [InlineData("class Node { public int Depth { get => 0; set { Depth = value + 1; Sets++; } } public int Sets; }\nnew Node().Depth = 1;")]
    [InlineData("class Node { public int this[int i] => this[i + 1] + 1; }\nnew Node()[0]")]
    [InlineData("class Node { public Node Child; public Node() { Child = new Node(); } }\nnew Node()")]
    [InlineData("class Node { public Node Child; public Node() => Child = new Node(); }\nnew Node()")]
    [InlineData("record Size(int X) { public static Size operator +(Size a, Size b) => a + b + a; }\nnew Size(1) + new Size(2)")]
    [InlineData("record Size(int X) { public static implicit operator int(Size a) => 1 + (int)a; }\nint x = new Size(1);")]
    [InlineData("class Node { public override string ToString() => $\"node {this}\"; }\nnew Node().ToString()")]
    [InlineData("Func<int, int> deeper = null; deeper = x => deeper(x + 1) + 1;\ndeeper(0)")]
    [InlineData("Action deeper = null; Func<int> inner = null; inner = () => { deeper(); return 1; }; deeper += () => inner();\ndeeper();")]
    [InlineData("static class Deep { public static Func<int, int> Deeper = static x => Deeper(x + 1) + 1; }\nDeep.Deeper(0)")]
    [InlineData("Func<int, object> deeper = null; deeper = x => x switch { < 0 => null, _ => (int)deeper(x + 1) + 1 };\ndeeper(0)")]
    // A call that a function ends with may be compiled as a jump, which takes no stack, so that 1 is added to it.
    [InlineData("class Node { public Func<int> Depth => () => Depth() + 1; }\nnew Node().Depth()")]
    [InlineData("class Node { public Node Child = new(); }\nnew Node()")]
    [InlineData("class Node { public Node Child { get; } = new(); }\nnew Node()")]
    [InlineData("class Node { public Node Parent => Parent.Parent; public int Depth() => Parent is null ? 0 : 1; }\nnew Node().Depth()")]
    [InlineData("record Size(int X) { public static explicit operator Size(int a) => new Size(((Size)(a + 1)).X); }\nvar x = (Size)1;")]
    [InlineData("record Size(int X) { public static bool operator true(Size a) => !(a ? true : false); public static bool operator false(Size a) => false; }\nif (new Size(1)) { }")]
    public async Task Recursion_without_end_is_an_error_of_the_cell_and_the_variables_stay(string code)
    {
        await using var cells = WithSmallStack();
        await cells.ValueOfAsync("var kept = 1;");
        var threw = Assert.IsType<CellResult.Threw>(await cells.RunAsync("kept++;\n" + code));
        Assert.Equal("System.InsufficientExecutionStackException", threw.Type);
        Assert.Equal("The stack is full: too many functions have been called and not yet returned. Look for a function that calls itself without end.", threw.Message);
        Assert.Contains(" cell 2, line 2: ", threw.Trace[0], StringComparison.Ordinal);
        Assert.StartsWith("   at cell 2, line 3: ", threw.Trace[^1], StringComparison.Ordinal);
        Assert.Single(threw.Trace, line => line.StartsWith("   … ", StringComparison.Ordinal));
        Assert.InRange(threw.Trace.Count, 50, 52);
        Assert.Equal("2", await cells.ValueOfAsync("kept"));
    }

    // These lead through functions that the compiler or the framework has written. The just-in-time compiler may put the cell's function into
    // one of those, whose frame is then the first.
    [Theory]
    [InlineData("record Node { public Node Self; }\nvar node = new Node(); node.Self = node; node.GetHashCode()")]
    [InlineData("IEnumerable<int> Deeper(int n) { foreach (var x in Deeper(n + 1)) yield return x; }\nDeeper(0).First()")]
    [InlineData("Func<int, string> deeper = null; deeper = n => string.Create(n, deeper, (span, next) => next(1));\ndeeper(1)")]
    [InlineData("Func<int, int> deeper = null; deeper = n => new[] { n }.Select(deeper).First();\ndeeper(0)")]
    [InlineData("Func<int, int> deeper = null; deeper = n => (from i in new[] { n } where deeper(i) > 0 select i).First();\ndeeper(0)")]
    [InlineData("Lazy<int> deeper = null; deeper = new Lazy<int>(() => deeper.Value + 1, System.Threading.LazyThreadSafetyMode.PublicationOnly);\ndeeper.Value")]
    [InlineData("Comparer<int> deeper = null; deeper = Comparer<int>.Create((a, b) => deeper.Compare(b, a) + 1);\ndeeper.Compare(1, 2)")]
    public async Task So_is_recursion_through_what_others_have_written(string code)
    {
        await using var cells = WithSmallStack();
        await cells.ValueOfAsync("var kept = 1;");
        var threw = Assert.IsType<CellResult.Threw>(await cells.RunAsync("kept++;\n" + code));
        Assert.Equal("System.InsufficientExecutionStackException", threw.Type);
        Assert.Contains(threw.Trace, line => line.Contains(" cell 2, line 3: ", StringComparison.Ordinal));
        Assert.Equal("2", await cells.ValueOfAsync("kept"));
    }

    // Each handler that throws needs stack on top of that of the one before.
    [Theory]
    [InlineData("int Deeper(int n) { try { return Deeper(n + 1) + 1; } catch (Exception e) { throw new Exception(\"again\", e); } }\nDeeper(0)")]
    [InlineData("int Deeper(int n) { try { return Deeper(n + 1) + 1; } catch { throw; } }\nDeeper(0)")]
    [InlineData("int Deeper(int n) { try { return Deeper(n + 1) + 1; } catch (Exception e) when (e.Message != \"\") { throw; } }\nDeeper(0)")]
    [InlineData("int Deeper(int n) { try { return Deeper(n + 1) + 1; } catch (ArgumentException) { return 1; } catch (Exception e) { throw new Exception(\"again\", e); } }\nDeeper(0)")]
    [InlineData("int Deeper<T>(int n) where T : Exception { try { return Deeper<T>(n + 1) + 1; } catch (T e) { throw new Exception(\"again\", e); } }\nDeeper<Exception>(0)")]
    [InlineData("string Note(int n) => n.ToString(); int Deeper(int n) { try { return Deeper(n + 1) + 1; } catch { Note(n); throw; } }\nDeeper(0)")]
    [InlineData("string Note(int n) => n.ToString(); int Deeper(int n) { try { return Deeper(n + 1) + 1; } finally { Note(n); } }\nDeeper(0)")]
    [InlineData("class Held : IDisposable { string Note(int n) => n.ToString(); public void Dispose() => Note(1); } int Deeper(int n) { using var held = new Held(); return Deeper(n + 1) + 1; }\nDeeper(0)")]
    [InlineData("Func<int, int> deeper = null; deeper = n => { try { return deeper(n + 1) + 1; } catch { throw; } };\ndeeper(0)")]
    [InlineData("class Node { public int Depth { get { try { return Depth + 1; } catch (Exception e) { throw new Exception(\"again\", e); } } } }\nnew Node().Depth")]
    [InlineData("class Node { public override string ToString() { try { return $\"node {this}\"; } catch { throw; } } }\nnew Node().ToString()")]
    [InlineData("IEnumerable<int> Deeper(int n) { foreach (var x in Deeper(n + 1)) yield return x; } int First() { try { return Deeper(First()).First(); } catch { throw; } }\nFirst()")]
    public async Task So_is_recursion_that_catches_on_its_way_out_and_the_thread_stays(string code)
    {
        await using var cells = WithSmallStack();
        await cells.ValueOfAsync("var kept = 1; var thread = Environment.CurrentManagedThreadId;");
        var threw = Assert.IsType<CellResult.Threw>(await cells.RunAsync("kept++;\n" + code));
        Assert.Contains(Full, threw.Message, StringComparison.Ordinal);
        Assert.Contains(" cell 2, line 2: ", threw.Trace[0], StringComparison.Ordinal);
        Assert.InRange(threw.Message.Split('\n').Length, 1, 5);
        Assert.Equal("(2, True)", await cells.ValueOfAsync("$\"({kept}, {thread == Environment.CurrentManagedThreadId})\""));
    }

    [Theory]
    [InlineData("Parallel.For(0, 4, i => Deeper(i));")]
    [InlineData("Enumerable.Range(0, 4).AsParallel().Select(i => Deeper(i)).ToList()")]
    [InlineData("await Task.Run(() => Deeper(0))")]
    [InlineData("await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => Deeper(i))))")]
    public async Task It_is_on_other_threads_too(string code)
    {
        await using var cells = WithSmallStack();
        await cells.ValueOfAsync("var kept = 1;\nint Deeper(int n) { try { return Deeper(n + 1) + 1; } catch (Exception e) { throw new Exception(\"again\", e); } }");
        Assert.Contains(Full, Assert.IsType<CellResult.Threw>(await cells.RunAsync("kept++;\n" + code)).Message, StringComparison.Ordinal);
        Assert.Equal("2", await cells.ValueOfAsync("kept"));
    }

    [Fact]
    public async Task A_cell_catches_what_ends_its_recursion()
    {
        await using var cells = WithSmallStack();
        Assert.Equal("caught", await cells.ValueOfAsync("""
            string Note(int n) => n.ToString();
            int Deeper(int n) { try { return Deeper(n + 1) + 1; } finally { Note(n); } }
            string Try() { try { Deeper(0); return "not"; } catch (InsufficientExecutionStackException) { return "caught"; } }
            Try()
            """));
    }

    // Libraries catch everything, and nothing can be asked of them. The thread is left behind, which slows down the tests that come after this one:
    // the others of its kind have kernels of their own, in Faults.Tests.
    [Fact]
    public async Task Recursion_through_what_catches_in_a_library_costs_the_thread_alone()
    {
        await using var cells = WithSmallStack();
        await cells.ValueOfAsync("var kept = 1; var thread = Environment.CurrentManagedThreadId;");
        var threw = Assert.IsType<CellResult.Threw>(await cells.RunAsync(
            "kept++;\nclass Deep : IComparable<Deep> { public int CompareTo(Deep other) { Array.Sort([this, other]); return 0; } }\nnew Deep().CompareTo(new Deep())"));
        Assert.Equal("System.InsufficientExecutionStackException", threw.Type);
        Assert.StartsWith(Full, threw.Message, StringComparison.Ordinal);
        Assert.Contains("its thread was given up", threw.Message, StringComparison.Ordinal);
        Assert.StartsWith("   at Deep.CompareTo(Deep other) in cell 2, line 2: ", threw.Trace[0], StringComparison.Ordinal);
        Assert.Equal("(2, False)", await cells.ValueOfAsync("$\"({kept}, {thread == Environment.CurrentManagedThreadId})\""));
    }

    [Fact]
    public async Task A_formatter_that_never_ends_costs_the_form_and_not_the_session()
    {
        await using var cells = WithSmallStack();
        Assert.Contains("cannot be shown: System.InsufficientExecutionStackException", await cells.ValueOfAsync(
            "class Node { }\nstring Show(Node node) { return Show(node) + 1; }\nFormatter.Register<Node>((Func<Node, string>)Show, \"text/plain\");\nnew Node()"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stack_of_the_usual_size_holds_fifty_thousand_calls_and_no_ten_million()
    {
        await using var cells = new Recorder();
        Assert.Equal("50000", await cells.ValueOfAsync("int Deep(int x) => x == 0 ? 0 : Deep(x - 1) + 1;\nDeep(50_000)"));
        Assert.IsType<CellResult.Threw>(await cells.RunAsync("Deep(10_000_000)"));
        Assert.Equal("50000", await cells.ValueOfAsync("Deep(50_000)"));
    }

    [Fact]
    public async Task What_is_as_deep_as_the_stack_is_in_another_thread_of_the_cells_own_is_told_too()
    {
        await using var cells = WithSmallStack();
        var threw = Assert.IsType<CellResult.Threw>(await cells.RunAsync("int Deeper(int x) => Deeper(x + 1) + 1;\nawait Task.Run(() => Deeper(0))"));
        Assert.Equal("System.InsufficientExecutionStackException", threw.Type);
    }
}
