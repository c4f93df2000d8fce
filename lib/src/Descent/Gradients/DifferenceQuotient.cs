namespace Descent;

/// <summary>One difference quotient, given the function as a shift along one direction.</summary>
internal static class DifferenceQuotient
{
    public static double Of(Func<double, double> f, double x, double valueAtX, double h, Difference difference) => difference == Difference.Central
        ? (f(x + h) - f(x - h)) / (2 * h)
        : (f(x + h) - valueAtX) / h;

    /// <summary>The value at the point itself, which only the forward difference uses.</summary>
    public static double Middle(Func<double> f, Difference difference) => difference == Difference.Forward ? f() : double.NaN;

    public static void Check(double h, Difference difference)
    {
        if (!(h > 0) || !double.IsFinite(h))
            throw new ArgumentOutOfRangeException(nameof(h), $"The step h is {h}, but it must be positive and finite. 1e-4 suits most functions.");
        if (!Enum.IsDefined(difference))
            throw new ArgumentOutOfRangeException(nameof(difference), $"Difference {difference} is unknown. Use Difference.Central or Difference.Forward.");
    }
}
