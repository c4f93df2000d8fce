using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using Descent.Scripting.Output;
using Microsoft.DotNet.Interactive.Formatting;

namespace Descent.Scripting.Tests;

/// <summary>
/// Ordinary values look as the formatting library shows them, and so as in the other C# kernel. The reference is a second copy of
/// that library, which knows nothing of this kernel.
/// </summary>
public sealed class SameAsLibraryTests
{
    private static readonly Func<object?, string> OfLibrary = Load();

    [Fact]
    public void Plain_text_of_ordinary_values_is_that_of_the_library()
    {
        for (var seed = 0; seed < 1_000; seed++)
        {
            var value = Make(new Random(seed), depth: 0);
            var expected = OfLibrary(value);
            var actual = ValueFormatter.Format(value, []).Bundle.PlainText;
            Assert.True(expected == actual, string.Create(CultureInfo.InvariantCulture, $"Seed {seed}.\nExpected:\n{expected}\nActual:\n{actual}"));
        }
    }

    private static object? Make(Random random, int depth)
    {
        object? Inner() => Make(random, depth + 1);
        return random.Next(depth < 4 ? 28 : 9) switch
        {
            0 => random.Next(1000),
            1 => random.NextDouble(),
            2 => $"text {random.Next(10)}",
            3 => random.Next(2) == 0,
            4 => (DayOfWeek)random.Next(7),
            5 => new DateTime(2020, 1, 1 + random.Next(28)),
            6 => 1.50m,
            7 => typeof(Dictionary<string, int>),
            8 => null,
            9 => new List<object?> { Inner(), Inner() },
            10 => new[] { Inner(), Inner(), Inner() },
            11 => Enumerable.Range(0, random.Next(60)).ToArray(),
            12 => new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 },
            13 => new Dictionary<int, object?> { [1] = Inner() },
            14 => new Point(random.Next(9), "y"),
            15 => new Held(Inner(), random.Next(9)),
            16 => new List<Point> { new(1, "a"), new(2, "b") },
            17 => (random.Next(9), "pair"),
            18 => (random.Next(9), new Point(1, "z")),
            19 => new[] { new[] { 1, 2 }, new[] { 3 } },
            20 => new int?[] { 1, null },
            21 => new HashSet<int> { 1, 2 },
            22 => new { A = random.Next(9), B = Inner() },
            23 => new List<(int, string)> { (1, "a"), (2, "b") },
            24 => new Queue<string>(["a", "b"]),
            25 => new Fields { Value = Inner() },
            26 => Array.Empty<Point>(),
            _ => Enumerable.Range(0, 25).Select(number => new Point(number, "lazy")),
        };
    }

    private static Func<object?, string> Load()
    {
        var context = new AssemblyLoadContext("The library alone");
        var format = context.LoadFromAssemblyPath(typeof(Formatter).Assembly.Location)
            .GetType(typeof(Formatter).FullName!, throwOnError: true)!
            .GetMethod(nameof(Formatter.ToDisplayString), BindingFlags.Public | BindingFlags.Static, [typeof(object), typeof(string)])!;
        return value => (string)format.Invoke(null, [value, "text/plain"])!;
    }

    private sealed record Point(int X, string Y);

    private sealed record Held(object? Inside, int Number);

    private sealed class Fields
    {
        public object? Value;

        public string Name { get; } = "fields";
    }
}
