namespace Descent.Scripting.Tests;

/// <summary>Libraries that call a function of a cell's without end, in every form that such a function can have.</summary>
public sealed class EndlessCallTests
{
    // Takes microseconds and calls no code of a cell's, which could find out that it is to stop.
    private const string Slow = "string.Join(' ', Enumerable.Range(0, 999)).Length";
    private const string Endless = "Enumerable.Range(0, int.MaxValue)";

    [Theory]
    [InlineData(Endless + ".Select(i => (double)i).Sum()")]
    [InlineData(Endless + ".Select((i, j) => Math.Sin(i)).Sum()")]
    [InlineData(Endless + ".Where(i => i < 0).Sum()")]
    [InlineData(Endless + ".Aggregate(0.0, (sum, i) => sum + Math.Sin(i))")]
    [InlineData(Endless + ".Sum(i => Math.Sin(i))")]
    [InlineData(Endless + ".Any(i => Math.Sin(i) > 1)")]
    [InlineData(Endless + ".All(i => Math.Sin(i) <= 1)")]
    [InlineData(Endless + ".First(i => Math.Sin(i) > 1)")]
    [InlineData(Endless + ".TakeWhile(static i => Math.Sin(i) <= 1).Count()")]
    [InlineData(Endless + ".SelectMany(i => Array.Empty<int>()).Count()")]
    [InlineData(Endless + ".Zip(" + Endless + ", (a, b) => Math.Sin(a)).Max()")]
    [InlineData(Endless + ".GroupBy(i => Math.Sin(i) > 1).Count()")]
    [InlineData(Endless + ".Where(i => i >= 0).ToDictionary(i => " + Slow + " + i)")]
    [InlineData("new int[1_000_000].OrderBy(i => " + Slow + ").First()")]
    [InlineData("new int[1_000_000].OrderBy(i => i, Comparer<int>.Create((a, b) => " + Slow + " - 1)).ToList()")]
    [InlineData("Array.Sort(new int[1_000_000], (a, b) => " + Slow + " - " + Slow + ");")]
    [InlineData("Array.ConvertAll(new int[1_000_000], i => " + Slow + ")")]
    [InlineData("Array.Exists(new int[1_000_000], i => " + Slow + " < 0)")]
    [InlineData("Array.ForEach(new int[1_000_000], i => string.Join(' ', Enumerable.Range(0, 999)));")]
    [InlineData("new List<int>(new int[1_000_000]).ForEach(i => string.Join(' ', Enumerable.Range(0, 999)));")]
    [InlineData("new List<int>(new int[1_000_000]).RemoveAll(i => " + Slow + " < 0)")]
    [InlineData("new List<int>(new int[1_000_000]).ConvertAll(i => " + Slow + ")")]
    [InlineData("new List<int>(new int[1_000_000]).Sort((a, b) => " + Slow + " - " + Slow + ");")]
    [InlineData("Parallel.For(0, int.MaxValue, i => Math.Sin(i));")]
    [InlineData("Parallel.ForEach(" + Endless + ", i => Math.Sin(i));")]
    [InlineData(Endless + ".AsParallel().Select(i => Math.Sin(i)).Sum()")]
    [InlineData(Endless + ".AsParallel().Where(i => Math.Sin(i) > 1).OrderBy(i => i).Count()")]
    [InlineData("await Task.Run(() => " + Endless + ".Sum(i => Math.Sin(i)))")]
    [InlineData("await Task.CompletedTask.ContinueWith(_ => " + Endless + ".Sum(i => Math.Sin(i)))")]
    [InlineData("new Lazy<double>(() => " + Endless + ".Sum(i => Math.Sin(i))).Value")]
    [InlineData("var thread = new System.Threading.Thread(() => " + Endless + ".Sum(i => Math.Sin(i))); thread.Start(); thread.Join(); await Task.Delay(-1);")]
    [InlineData("Func<Task<double>> f = async () => await Task.Run(() => " + Endless + ".Sum(i => Math.Sin(i)));\nawait f()")]
    [InlineData("(from i in " + Endless + " where Math.Sin(i) > 1 select i).Count()")]
    [InlineData("(from i in " + Endless + " select (double)i).Sum()")]
    [InlineData("(from i in " + Endless + " let j = Math.Sin(i) where j > 1 select j).Count()")]
    [InlineData("(from i in " + Endless + " from j in Array.Empty<int>() select i + j).Count()")]
    [InlineData("(from i in new int[1_000_000] orderby " + Slow + " select i).First()")]
    [InlineData("(from i in " + Endless + " group i by Math.Sin(i) > 1).Count()")]
    [InlineData("(from i in " + Endless + " join j in new[] { 1 } on Math.Sin(i) + 3 equals j select i).Count()")]
    [InlineData("double Sine(int i) => Math.Sin(i);\n" + Endless + ".Select(Sine).Sum()")]
    [InlineData("static class A { public static double Sine(int i) => Math.Sin(i); }\n" + Endless + ".Sum(A.Sine)")]
    [InlineData("class A { public Func<int, double> Sine => i => Math.Sin(i); }\n" + Endless + ".Sum(new A().Sine)")]
    [InlineData("class A { public double this[int i] => Math.Sin(i); }\nvar a = new A(); " + Endless + ".Sum(i => a[i])")]
    [InlineData("record struct A(double X) { public static A operator +(A a, A b) => new(a.X + b.X); }\n" + Endless + ".Aggregate(new A(), (a, i) => a + new A(i))")]
    [InlineData("record struct A(double X) { public static implicit operator A(int a) => new(a); }\n" + Endless + ".Aggregate(new A(), (a, i) => i)")]
    [InlineData("class Same : IEqualityComparer<int> { public bool Equals(int a, int b) => a == b; public int GetHashCode(int a) => " + Slow + "; }\n" + Endless + ".Where(i => i >= 0).ToHashSet(new Same())")]
    [InlineData("class By : IComparer<int> { public int Compare(int a, int b) => " + Slow + " - 1; }\nArray.Sort(new int[1_000_000], new By());")]
    [InlineData("""
        class Ones : IEnumerable<int>, IEnumerator<int>
        {
            public int Current => 1;
            object IEnumerator.Current => 1;
            public bool MoveNext() => true;
            public void Reset() { }
            public void Dispose() { }
            public IEnumerator<int> GetEnumerator() => this;
            IEnumerator IEnumerable.GetEnumerator() => this;
        }
        new Ones().All(new HashSet<int> { 1 }.Contains)
        """)]
    public Task It_stops_and_the_variables_stay(string code) => InterruptTests.StopsAsync(code);

    [Fact]
    public async Task A_lambda_of_an_earlier_cell_and_of_a_loaded_file_stops_too()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("sine.csx"), "Func<int, double> sine = i => Math.Sin(i);", TestContext.Current.CancellationToken);
        await InterruptTests.StopsAsync(Endless + ".Sum(sine)", $"#load \"{folder.File("sine.csx")}\"");
        await InterruptTests.StopsAsync(Endless + ".Sum(sine)", "Func<int, double> sine = i => Math.Sin(i);");
    }

    [Fact]
    public async Task A_finalizer_that_runs_after_a_stop_ends_nothing()
    {
        await using var cells = new Recorder();
        using var stop = new CancellationTokenSource();
        await cells.ValueOfAsync("class Counted { public static int Ended; ~Counted() => Ended++; }\nvoid Leave() { for (var i = 0; i < 100; i++) new Counted(); }");
        var running = cells.RunAsync("Leave(); Console.Write(\"go\"); while (true) { }", stop.Token);
        while (cells.Outputs.Count == 0)
            await Task.Delay(1, TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        Assert.True(Assert.IsType<CellResult.Cancelled>(await running).Stopped);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Assert.Equal("100", await cells.ValueOfAsync("Counted.Ended"));
    }
}
