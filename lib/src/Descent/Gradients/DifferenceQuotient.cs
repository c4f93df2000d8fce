using System.Numerics.Tensors;

namespace Descent;

/// <summary>One difference quotient, given the function as a shift along one direction.</summary>
internal static class DifferenceQuotient
{
    /// <summary>The quotient; h is null where nobody gave one.</summary>
    public static double Of(Func<double, double> f, double x, double valueAtX, double? h, Difference difference)
    {
        var step = h ?? StepSize.At(x);
        var (above, below) = Places(x, step, difference);
        (above, below) = (Math.Min(above, double.MaxValue), Math.Max(below, double.MinValue));

        // Far from 0 the places lie on a coarse grid; their own distance is exact. A given h counts as it was given.
        var width = h is null && !StepSize.IsOrdinary(x) ? above - below : difference == Difference.Central ? 2 * step : step;
        var valueAbove = f(above);
        var valueBelow = difference == Difference.Central ? f(below) : valueAtX;
        var rise = valueAbove - valueBelow;
        return double.IsInfinity(rise) ? (valueAbove / width) - (valueBelow / width) : rise / width;
    }

    /// <summary>The value at the point itself, which only the forward difference uses.</summary>
    public static double Middle(Func<double> f, Difference difference) => difference == Difference.Forward ? f() : double.NaN;

    /// <summary>Checks what was asked for.</summary>
    public static void RequireStep(double? h, Difference difference)
    {
        if (h is { } given && (!(given > 0) || !double.IsFinite(given)))
            throw new ArgumentOutOfRangeException(nameof(h), $"The step h is {h}, but it must be positive and finite. 1e-4 suits most functions.");
        if (!Enum.IsDefined(difference))
            throw new ArgumentOutOfRangeException(nameof(difference), $"Difference {difference} is unknown. Use Difference.Central or Difference.Forward.");
    }

    /// <summary>Checks that every coordinate of a point has neighbours at the distance of the step.</summary>
    public static void RequireRoom(ReadOnlySpan<double> point, double? h, Difference difference, Func<int, string> name)
    {
        // Many elements are as a rule all of a size that leaves no doubt.
        var largest = point.IsEmpty ? 0 : Math.Abs(TensorPrimitives.MaxMagnitude(point));
        if (largest < 1e300 && (h is null || (h < 1e300 && largest < h * 1e15)))
            return;
        for (var i = 0; i < point.Length; i++)
            RequireRoom(point[i], h, difference, name, i);
    }

    /// <summary>Checks that a point is one.</summary>
    public static void RequireFinite(ReadOnlySpan<double> point, Func<int, string> name)
    {
        for (var i = 0; i < point.Length; i++)
            RequireFinite(point[i], name, i);
    }

    private static void RequireFinite(double x, Func<int, string> name, int position)
    {
        if (!double.IsFinite(x))
            throw new ArgumentException($"{name(position)} is {x}, but a function has a slope only where its argument is a finite number.", nameof(x));
    }

    private static void RequireRoom(double x, double? h, Difference difference, Func<int, string> name, int position)
    {
        RequireFinite(x, name, position);
        var step = h ?? StepSize.At(x);
        var (above, below) = Places(x, step, difference);
        if (!double.IsFinite(above - below))
            throw new ArgumentException($"{name(position)} is {x} and the step h is {step}, so that there is no double for x + h or x − h. Give a smaller h.", nameof(h));
        if (above == x || (difference == Difference.Central && below == x))
        {
            throw new ArgumentException(
                $"{name(position)} is {x} and the step h is {h}: x {(above == x ? '+' : '−')} h rounds to x, since the next double is {Math.BitIncrement(Math.Abs(x)) - Math.Abs(x)} away. "
                + $"Give a larger h, or none: then it is {StepSize.At(x)} here.",
                nameof(h));
        }
    }

    private static (double Above, double Below) Places(double x, double step, Difference difference) =>
        (x + step, difference == Difference.Central ? x - step : x);
}
