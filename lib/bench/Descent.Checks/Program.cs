using System.Diagnostics;
using System.Globalization;
using Descent.Checks;

const int Rounds = 9;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.WriteLine("| cell | with checks, ms | without, ms | ratio |");
Console.WriteLine("| --- | --- | --- | --- |");
foreach (var (name, code) in Cells.All)
{
    var (with, without) = MeasuredCell.Compile(code);
    var times = (With: new List<double>(), Without: new List<double>());
    for (var round = -2; round < Rounds; round++)
    {
        // By turns, and each first in every other round: a slow moment of the machine meets both.
        var withFirst = round % 2 == 0;
        var first = Milliseconds(withFirst ? with : without);
        var second = Milliseconds(withFirst ? without : with);
        // The first two rounds warm up.
        if (round < 0)
            continue;
        times.With.Add(withFirst ? first : second);
        times.Without.Add(withFirst ? second : first);
    }

    var ratio = Median(times.With.Zip(times.Without, (a, b) => a / b));
    Console.WriteLine($"| {name} | {Median(times.With):F1} | {Median(times.Without):F1} | {ratio:F3} |");
}

static double Milliseconds(Func<object?> cell)
{
    var watch = Stopwatch.StartNew();
    cell();
    return watch.Elapsed.TotalMilliseconds;
}

static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);
