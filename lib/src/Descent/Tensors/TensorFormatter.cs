using System.Globalization;
using System.Text;

namespace Descent;

/// <summary>Writes a tensor as nested brackets with aligned columns.</summary>
internal static class TensorFormatter
{
    private const int LargestShownWhole = 1000;
    private const int Edge = 3;

    public static string Format(Tensor tensor)
    {
        // Rows without an element are shown, and so count, too.
        var elide = tensor.Shape.Aggregate(1.0, (product, size) => product * Math.Max(size, 1)) > LargestShownWhole;
        var cells = new List<string>();
        Collect(tensor, axis: 0, start: 0, elide, cells);
        var width = tensor.Rank > 1 && cells.Count > 0 ? cells.Max(cell => cell.Length) : 0;

        var text = new StringBuilder();
        var next = 0;
        Write(tensor, axis: 0, elide, () => cells[next++].PadLeft(width), text);
        if (elide)
            text.Append(CultureInfo.InvariantCulture, $"  shape {Shapes.Format(tensor.Shape)}");
        return text.ToString();
    }

    private static string Number(double value)
    {
        if (value == 0)
            return "0"; // and not -0
        var size = Math.Abs(value);
        var plain = !double.IsFinite(size) || (size >= 1e-4 && size < 1e8);
        return value.ToString(plain ? "0.########" : "0.######e-0", CultureInfo.InvariantCulture);
    }

    private static void Collect(Tensor tensor, int axis, int start, bool elide, List<string> cells)
    {
        if (axis == tensor.Rank)
        {
            cells.Add(Number(tensor.AsSpan()[start]));
            return;
        }

        foreach (var i in Shown(tensor.Shape[axis], elide).OfType<int>())
            Collect(tensor, axis + 1, start * tensor.Shape[axis] + i, elide, cells);
    }

    private static void Write(Tensor tensor, int axis, bool elide, Func<string> nextCell, StringBuilder text)
    {
        if (axis == tensor.Rank)
        {
            text.Append(nextCell());
            return;
        }

        var innermost = axis == tensor.Rank - 1;
        var separator = innermost ? ", " : "," + new string('\n', tensor.Rank - 1 - axis) + new string(' ', axis + 1);
        var first = true;
        text.Append('[');
        foreach (var i in Shown(tensor.Shape[axis], elide))
        {
            if (!first)
                text.Append(separator);
            first = false;
            if (i is null)
                text.Append('…');
            else
                Write(tensor, axis + 1, elide, nextCell, text);
        }

        text.Append(']');
    }

    /// <summary>The places along an axis that are shown; null stands for those left out.</summary>
    private static IEnumerable<int?> Shown(int size, bool elide)
    {
        if (!elide || size <= 2 * Edge + 1)
            return Enumerable.Range(0, size).Select(i => (int?)i);
        return [.. Enumerable.Range(0, Edge).Select(i => (int?)i), null, .. Enumerable.Range(size - Edge, Edge).Select(i => (int?)i)];
    }
}
