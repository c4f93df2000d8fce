namespace Descent;

/// <summary>
/// How far a difference quotient steps aside where nobody says. The quotient is off by truncation, h²/6·f‴, which asks for a small h, and by
/// rounding, about 1e-16·|f|/h, which asks for more than 1e-10·|x| if f is x². So h is 1e-4 up to |x| = 10 and then gains a billionth of |x|:
/// 1e-3 at a million, which keeps both below 1e-6 of the slope for x² at any x, and for sin x and eˣ⁻ᵃ at x = a up to a million.
/// </summary>
internal static class StepSize
{
    public const double Ordinary = 1e-4;

    private const double LargestOrdinary = 10;
    private const double Growth = 1e-9;

    /// <summary>Whether <see cref="Ordinary"/> is the step at <paramref name="x"/>.</summary>
    public static bool IsOrdinary(double x) => !(Math.Abs(x) > LargestOrdinary);

    public static double At(double x) => IsOrdinary(x) ? Ordinary : Ordinary + (Growth * (Math.Abs(x) - LargestOrdinary));
}
