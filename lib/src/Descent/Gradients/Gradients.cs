namespace Descent;

/// <summary>Slopes of any function, from nothing but its values, and the walk downhill that they make possible. Lessons 3 and 4.</summary>
/// <example><code>
/// Gradients.Numerical(x => x[0] * x[0] + x[1] * x[1], Tensor.Of(3, 4)) // [6, 8]
/// </code></example>
public static partial class Gradients
{
    /// <summary>
    /// The derivative of a function of one number by a difference quotient: (f(x + h) − f(x − h)) / 2h.
    /// </summary>
    /// <remarks>
    /// Too large an h cuts the corner, by h²/6·f‴; too small an h drowns in rounding, about 1e-16·|f|/h: lesson 3 measures both. So h is 1e-4
    /// up to |x| = 10, and beyond 1e-4 + 1e-9·(|x| − 10). That keeps the central difference's error below a millionth of the slope for x² at 1e-9 as at 1e12,
    /// and for sin x and eˣ⁻ᵃ at x = a up to a million. For functions that turn quickly further out, give h. The values of f are taken as they come.
    /// </remarks>
    /// <param name="f">The function.</param>
    /// <param name="x">Where to differentiate it; finite.</param>
    /// <param name="h">The distance to step aside. By default 1e-4 up to |x| = 10, and more beyond.</param>
    /// <param name="difference">Which quotient. Default central.</param>
    /// <exception cref="ArgumentOutOfRangeException">h is not positive and finite.</exception>
    /// <exception cref="ArgumentException">x is not finite, or x + h or x − h rounds to x or is too large for a double.</exception>
    /// <example><code>
    /// Gradients.Derivative(x => 0.01 * x * x + 0.1 * x, 5) // 0.19999999999…
    /// </code></example>
    public static double Derivative(Func<double, double> f, double x, double? h = null, Difference difference = Difference.Central)
    {
        ArgumentNullException.ThrowIfNull(f);
        DifferenceQuotient.RequireStep(h, difference);
        DifferenceQuotient.RequireRoom([x], h, difference, _ => "Derivative: x");
        return DifferenceQuotient.Of(f, x, DifferenceQuotient.Middle(() => f(x), difference), h, difference);
    }

    /// <summary>One partial derivative ∂f/∂xᵢ: all other elements stay where they are.</summary>
    /// <param name="f">The function, from a tensor to a number.</param>
    /// <param name="x">Where to differentiate it: any shape.</param>
    /// <param name="index">The element i to move, by its row-major position.</param>
    /// <param name="h">The distance to step aside. By default 1e-4 where |xᵢ| is at most 10, and more beyond, as in <see cref="Derivative"/>.</param>
    /// <param name="difference">Which quotient. Default central.</param>
    /// <exception cref="ArgumentOutOfRangeException">h is not positive and finite, or there is no such element.</exception>
    /// <exception cref="ArgumentException">An element is not finite, or xᵢ + h or xᵢ − h rounds to xᵢ or is too large for a double.</exception>
    /// <example><code>
    /// Math.Round(Gradients.Partial(x => x[0] * x[0] + x[1] * x[1], Tensor.Of(3, 4), index: 1), 6) // 8
    /// </code></example>
    public static double Partial(Func<Tensor, double> f, Tensor x, int index, double? h = null, Difference difference = Difference.Central)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(x);
        if ((uint)index >= (uint)x.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(index), x.Length == 0
                ? $"Partial: index {index} is out of range: a point of shape {Shapes.Format(x.Shape)} has no elements."
                : $"Partial: index {index} is out of range: a point of shape {Shapes.Format(x.Shape)} has positions 0 to {x.Length - 1}.");
        }

        DifferenceQuotient.RequireStep(h, difference);
        DifferenceQuotient.RequireFinite(x.AsSpan(), position => $"Partial: x at position {position}");
        DifferenceQuotient.RequireRoom(x.AsSpan().Slice(index, 1), h, difference, _ => $"Partial: x at position {index}");
        return PartialAt(f, x, index, DifferenceQuotient.Middle(() => f(x), difference), h, difference);
    }

    /// <summary>
    /// The gradient: every partial derivative, in the shape of the point. It points where f rises fastest.
    /// </summary>
    /// <remarks>
    /// Takes two evaluations of f for each element, so it is slow for a whole network: lesson 5 compares it with
    /// backpropagation. With 256 elements or more the evaluations are spread over several threads, and f must then not change
    /// anything outside itself; the result is the same for any number of threads. The point is never changed: f gets
    /// copies.
    /// </remarks>
    /// <param name="f">The function, from a tensor to a number.</param>
    /// <param name="x">Where to differentiate it: any shape.</param>
    /// <param name="h">The distance to step aside. By default each element has its own: 1e-4 up to |xᵢ| = 10, and more beyond, as in <see cref="Derivative"/>.</param>
    /// <param name="difference">Which quotient. Default central.</param>
    /// <param name="maximumThreads">The most threads to use: 1 for an f that is not thread-safe. Default: one per core.</param>
    /// <param name="progress">Told how much is done, from 0 to 1, about a hundred times, by whichever thread got there.</param>
    /// <param name="cancellationToken">Stops between two evaluations.</param>
    /// <exception cref="ArgumentOutOfRangeException">h is not positive and finite, or there are no threads.</exception>
    /// <exception cref="ArgumentException">An element xᵢ is not finite, or xᵢ + h or xᵢ − h rounds to xᵢ or is too large for a double.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <example><code>
    /// Gradients.Numerical(x => x.Square().Sum(), Tensor.FromRows([3, 0], [0, 2])).Row(0) // [6, 0]
    /// </code></example>
    public static Tensor Numerical(
        Func<Tensor, double> f,
        Tensor x,
        double? h = null,
        Difference difference = Difference.Central,
        int? maximumThreads = null,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(x);
        DifferenceQuotient.RequireStep(h, difference);
        DifferenceQuotient.RequireRoom(x.AsSpan(), h, difference, position => $"Numerical: x at position {position}");
        if (maximumThreads < 1)
            throw new ArgumentOutOfRangeException(nameof(maximumThreads), $"Numerical: the number of threads is {maximumThreads}, but it must be at least 1.");
        return NumericalAnywhere(f, x, h, difference, maximumThreads, progress, cancellationToken);
    }

    // Without the check that every element has room for h, for a walk that goes on where it cannot see.
    private static Tensor NumericalAnywhere(
        Func<Tensor, double> f, Tensor x, double? h, Difference difference, int? maximumThreads, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();

        var middle = DifferenceQuotient.Middle(() => f(x), difference);
        var result = new double[x.Length];
        var threads = x.Length < ParallelThreshold ? 1 : maximumThreads ?? Environment.ProcessorCount;
        var done = 0;
        Workers.ForEach(
            x.Length,
            threads,
            i =>
            {
                result[i] = PartialAt(f, x, i, middle, h, difference);
                ReportHundredths(progress, Interlocked.Increment(ref done), x.Length);
            },
            cancellationToken);
        return Tensor.Wrap(result, [.. x.Shape]);
    }

    // Below this, starting threads costs more than it saves, and f may be as impure as it likes.
    private const int ParallelThreshold = 256;

    private static void ReportHundredths(IProgress<double>? progress, int done, int all)
    {
        if (100L * done / all > 100L * (done - 1) / all)
            progress?.Report((double)done / all);
    }

    private static double PartialAt(Func<Tensor, double> f, Tensor x, int index, double middle, double? h, Difference difference) =>
        DifferenceQuotient.Of(value => f(x.Shifted(index, value)), x.AsSpan()[index], middle, h, difference);
}
