using System.Globalization;

namespace Descent.Scripting.Tests;

/// <summary>Checks change what no cell means. Each value is what the language says, or what the same text gives without a session.</summary>
public sealed class CheckedMeaningTests
{
    [Theory]
    [InlineData("System.Linq.Expressions.Expression<Func<int, bool>> e = x => x > 3; e.ToString()", "x => (x > 3)")]
    [InlineData("System.Linq.Expressions.Expression<Func<int, Func<int, int>>> e = x => y => x + y; $\"{e} {e.Compile()(1)(2)}\"", "x => y => (x + y) 3")]
    [InlineData("System.Linq.Expressions.Expression<Func<int[], int>> e = x => x.Where(y => y > 1).Sum(); $\"{e} {e.Compile()([1, 2, 3])}\"", "x => x.Where(y => (y > 1)).Sum() 5")]
    [InlineData("(from x in new[] { 1, 2 }.AsQueryable() where x > 1 orderby -x select x + 1).Expression.ToString()", "System.Int32[].Where(x => (x > 1)).OrderBy(x => -x).Select(x => (x + 1))")]
    [InlineData("Func<System.Linq.Expressions.Expression<Func<int, int>>> f = () => x => x + 1; f().ToString()", "x => (x + 1)")]
    [InlineData("Func<byte> f = () => 1; f()", "1")]
    [InlineData("Func<string> f = () => null; Func<int> g = () => default; $\"{f() is null} {g()}\"", "True 0")]
    [InlineData("Func<int> f = () => throw new Exception(\"no\"); try { f(); } catch (Exception e) { Console.Write(\"\"); } 1", "1")]
    [InlineData("Action f = () => int.Parse(\"1\"); f(); var g = () => Console.Write(\"\"); g(); g.GetType() == typeof(Action)", "True")]
    [InlineData("string Of(Action a) => \"action\"; string Of(Func<int> f) => \"function\"; Of(() => int.Parse(\"1\")) + Of(() => Console.Write(\"\")) + Of(() => { int.Parse(\"1\"); })", "functionactionaction")]
    [InlineData("var f = (int x = 3, params int[] more) => x + more.Length; $\"{f()} {f(1, 2, 3)}\"", "3 3")]
    [InlineData("delegate ref int Place(int[] all, in int at); Place place = (int[] all, in int at) => ref all[at]; var numbers = new[] { 1, 2 }; place(numbers, 1) = 7; numbers[1]", "7")]
    [InlineData("delegate bool Parse(string text, out int value); Parse parse = (string text, out int value) => int.TryParse(text, out value); parse(\"5\", out var five); five", "5")]
    [InlineData("delegate int Length(scoped ReadOnlySpan<int> all); Length length = (scoped ReadOnlySpan<int> all) => all.Length; length([1, 2, 3])", "3")]
    [InlineData("string Text(object value, [System.Runtime.CompilerServices.CallerArgumentExpression(\"value\")] string text = \"\") => text; Text(new[] { 1 }.Any(x => x > 3))", "new[] { 1 }.Any(x => x > 3)")]
    [InlineData("string Text(Delegate value, [System.Runtime.CompilerServices.CallerArgumentExpression(\"value\")] string text = \"\") => text; Text((int x) => { return x; })", "(int x) => { return x; }")]
    [InlineData("Func<Task<int>> f = async () => await Task.FromResult(2); Func<Task> g = async () => await f(); await g(); await f()", "2")]
    [InlineData("var f = [Obsolete(\"old\")] static int (int x) => x; $\"{f(4)} {((ObsoleteAttribute)f.Method.GetCustomAttributes(typeof(ObsoleteAttribute), false)[0]).Message}\"", "4 old")]
    [InlineData("string Of() { ReadOnlySpan<byte> odd = \"abc\"u8; ReadOnlySpan<long> longs = [1, 2, 3]; ReadOnlySpan<double> doubles = [0.5, 0.25]; return $\"{odd.Length} {longs[2]} {doubles[1]}\"; } Of()", "3 3 0.25")]
    [InlineData("string Of(string s) => s switch { \"a\" => \"1\", \"b\" => \"2\", \"c\" => \"3\", \"d\" => \"4\", \"e\" => \"5\", \"f\" => \"6\", \"g\" => \"7\", \"h\" => \"8\", _ => \"?\" }; Of(\"g\") + Of(\"z\")", "7?")]
    [InlineData("unsafe int Call(int x) { delegate*<int, int> f = &Twice; return f(x); static int Twice(int x) => 2 * x; } Call(4)", "8")]
    [InlineData("[System.Runtime.CompilerServices.InlineArray(3)] struct Three { int first; } int Last() { var three = new Three(); three[2] = 9; return three[^1]; } Last()", "9")]
    [InlineData("interface IZero<T> { static abstract T Zero { get; } } struct Z : IZero<Z> { public static Z Zero => new(); public override string ToString() => \"zero\"; } string Of<T>() where T : IZero<T> => T.Zero.ToString(); Of<Z>()", "zero")]
    [InlineData("class Once { public static int Value = Count(); static int Count() => 5; static Once() => Value++; } Once.Value", "6")]
    [InlineData("IEnumerable<int> Three() { try { yield return 1; yield return 2; } finally { Console.Write(\"\"); } yield return 3; } Three().Sum()", "6")]
    [InlineData("async IAsyncEnumerable<int> Two() { yield return 1; await Task.Yield(); yield return 2; } var sum = 0; await foreach (var i in Two()) sum += i; sum", "3")]
    [InlineData("record Point(int X, int Y) { public int Sum => X + Y; } var p = new Point(1, 2) with { Y = 5 }; $\"{p} {p.Sum} {p == new Point(1, 5)}\"", "Point { X = 1, Y = 5, Sum = 6 } 6 True")]
    [InlineData("class Base { public Base(int x) => X = x; public int X; } class Derived(int y) : Base(new[] { y }.Select(i => i + 1).First()) { public int Y = new[] { 1 }.Sum(i => i + 1); } var d = new Derived(3); d.X + d.Y", "6")]
    [InlineData("int F(int x) { again: try { if (x < 3) throw new Exception(); return x; } catch (Exception) when (x < 3) { x++; goto again; } } F(0)", "3")]
    [InlineData("string log = \"\"; int Go(string s) { try { try { return int.Parse(s); } catch (FormatException e) when (Seen(e)) { log += \"f\"; } catch (OverflowException e) { log += \"o\"; throw new Exception(\"w\", e); } catch { log += \"a\"; throw; } finally { log += \"y\"; } } catch (Exception e) when (e.InnerException is OverflowException) { log += \"i\"; } catch (ArgumentException) { log += \"n\"; } return -1; } bool Seen(Exception e) { log += \"?\"; return e.Message.Contains('x'); } Go(\"1\"); log += \" \"; Go(\"x\"); log += \" \"; Go(\"99999999999\"); log += \" \"; Go(null); log", "y ?fy oyi ayn")]
    [InlineData("string Of<T>(Action a) where T : Exception { try { a(); return \"none\"; } catch (T e) { return e.GetType().Name; } } string Outer() { try { return Of<FormatException>(() => int.Parse(null)); } catch (Exception e) { return \"outer \" + e.GetType().Name; } } Of<FormatException>(() => int.Parse(\"x\")) + \" \" + Outer()", "FormatException outer ArgumentNullException")]
    [InlineData("int Sum(int n) { var total = 0; for (var round = 0; round < n; round++) { try { total += 1 * int.Parse(\"1\"); total += 2 * int.Parse(\"2\"); total += 3 * int.Parse(\"3\"); total += 4 * int.Parse(\"4\"); total += 5 * int.Parse(\"5\"); total += 6 * int.Parse(\"6\"); total += 7 * int.Parse(\"7\"); total += 8 * int.Parse(\"8\"); total += 9 * int.Parse(\"9\"); total += 10 * int.Parse(\"10\"); total += 11 * int.Parse(\"11\"); total += 12 * int.Parse(\"12\"); if (round == 1) continue; if (round == 2) throw new Exception(); total++; } catch (Exception e) when (e.Message.Length > 0) { total += 1 * int.Parse(\"1\"); total += 2 * int.Parse(\"2\"); total += 3 * int.Parse(\"3\"); total += 4 * int.Parse(\"4\"); total += 5 * int.Parse(\"5\"); total += 6 * int.Parse(\"6\"); total += 7 * int.Parse(\"7\"); total += 8 * int.Parse(\"8\"); total += 9 * int.Parse(\"9\"); total += 10 * int.Parse(\"10\"); total += 11 * int.Parse(\"11\"); total += 12 * int.Parse(\"12\"); total += 1000; } catch { total = -1; } } return total; } Sum(3)", "3601")]
    [InlineData("int Count(Func<int> f) { var n = 0; while (true) { if (n > 5) return n; n += f(); } } Count(() => 2)", "6")]
    [InlineData("enum E { A, B } [AttributeUsage(AttributeTargets.All)] class M(E e, params Type[] types) : Attribute { public E E => e; public int Types => types.Length; } [M(E.B, typeof(int), typeof(List<string>))] class C { } var m = (M)typeof(C).GetCustomAttributes(false)[0]; $\"{m.E} {m.Types}\"", "B 2")]
    [InlineData("[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Explicit, Size = 16)] struct S { [System.Runtime.InteropServices.FieldOffset(8)] public int X; public int Y => X; } unsafe int Size() => sizeof(S); Size()", "16")]
    [InlineData("checked { int F(int x) => x + 1; try { F(int.MaxValue); } catch (OverflowException) { Console.Write(\"\"); } } 1", "1")]
    [InlineData("decimal total = 0m; const decimal Rate = 1.5m; Func<decimal, decimal> f = x => x * Rate; f(2)", "3.0")]
    [InlineData("int Default(int x = 5, string s = null, DayOfWeek d = DayOfWeek.Friday) => x + (int)d; Default()", "10")]
    [InlineData("var anonymous = new { A = 1, B = \"b\" }; Func<object> f = () => anonymous with { A = 2 }; f().ToString()", "{ A = 2, B = b }")]
    public async Task A_cell_means_the_same(string code, string value)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        await using var cells = new Recorder();
        Assert.Equal(value, await cells.ValueOfAsync(code));
    }

    [Fact]
    public async Task A_token_that_a_cell_passes_is_its_own()
    {
        await using var cells = new Recorder();
        Assert.Equal("True", await cells.ValueOfAsync(
            "var own = new System.Threading.CancellationTokenSource(); own.Cancel(); Func<Task> wait = () => Task.Delay(1, own.Token); wait().IsCanceled"));
    }
}
