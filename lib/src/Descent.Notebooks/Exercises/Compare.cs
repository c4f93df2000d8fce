using System.Globalization;

namespace Descent.Notebooks;

/// <summary>Says how a value differs from the expected one without saying what is expected.</summary>
internal static class Compare
{
    public static string? Values(object? expected, object? found, double tolerance, string what) => (expected, found) switch
    {
        (_, null) => $"{what} is null.",
        (Tensor right, Tensor given) => Tensors(right, given, tolerance, what),
        (not null, _) when Kinds.AsNumber(expected) is { } right && Kinds.AsNumber(found) is { } given =>
            Numbers(right, given, tolerance, what),
        _ => Equals(expected, found) ? null : $"{what}, {Show(found)}, is not the expected one.",
    };

    public static string? Numbers(double expected, double found, double tolerance, string what)
    {
        if (expected.Equals(found) || Math.Abs(expected - found) <= tolerance)
            return null;
        if (double.IsNaN(found))
            return $"{what} is not a number (NaN).";
        if (found != 0 && Math.Abs(expected + found) <= tolerance)
            return $"{what}, {Show(found)}, has the wrong sign.";
        return $"{what}, {Show(found)}, is too {(found > expected ? "large" : "small")}.";
    }

    public static string? Tensors(Tensor expected, Tensor found, double tolerance, string what)
    {
        if (!expected.Shape.SequenceEqual(found.Shape))
            return $"{what} should have the shape {ShapeOf(expected)}; found {ShapeOf(found)}.";
        var right = expected.ToArray();
        var given = found.ToArray();
        var wrong = Enumerable.Range(0, right.Length)
            .Where(index => Numbers(right[index], given[index], tolerance, "") is not null).ToArray();
        if (wrong.Length == 0)
            return null;
        var position = Position(wrong[0], expected.Shape);
        return $"{wrong.Length} of {right.Length} elements differ. "
            + Numbers(right[wrong[0]], given[wrong[0]], tolerance, $"{what} at {position}");
    }

    public static string ShapeOf(Tensor tensor) => $"[{string.Join(", ", tensor.Shape)}]";

    public static string Show(object? value) => value switch
    {
        double number => number.ToString("G6", CultureInfo.InvariantCulture),
        Delegate => "f",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? "null",
    };

    private static string Position(int offset, IReadOnlyList<int> shape)
    {
        var indexes = new int[shape.Count];
        for (var axis = shape.Count - 1; axis >= 0; offset /= shape[axis], axis--)
            indexes[axis] = offset % shape[axis];
        return $"[{string.Join(", ", indexes)}]";
    }
}
