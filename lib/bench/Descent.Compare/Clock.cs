using System.Diagnostics;

namespace Descent.Compare;

/// <summary>Times pieces of work.</summary>
internal static class Clock
{
    /// <summary>The milliseconds that <paramref name="work"/> takes, beside what it returns.</summary>
    public static (double Milliseconds, T Result) Time<T>(Func<T> work)
    {
        var start = Stopwatch.GetTimestamp();
        var result = work();
        return (Stopwatch.GetElapsedTime(start).TotalMilliseconds, result);
    }

    /// <summary>The shortest of several runs, each of several repeats, in seconds for one repeat.</summary>
    public static double Shortest(Action work, int runs, int repeats)
    {
        var shortest = double.PositiveInfinity;
        for (var run = 0; run < runs; run++)
        {
            var start = Stopwatch.GetTimestamp();
            for (var repeat = 0; repeat < repeats; repeat++)
                work();
            shortest = Math.Min(shortest, Stopwatch.GetElapsedTime(start).TotalSeconds / repeats);
        }

        return shortest;
    }
}
