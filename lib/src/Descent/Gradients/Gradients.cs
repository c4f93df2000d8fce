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
    /// <remarks>Too large an h cuts the corner, too small an h drowns in rounding: lesson 3 measures both.</remarks>
    /// <param name="f">The function.</param>
    /// <param name="x">Where to differentiate it.</param>
    /// <param name="h">The distance to step aside. Default 1e-4.</param>
    /// <param name="difference">Which quotient. Default central.</param>
    /// <exception cref="ArgumentOutOfRangeException">h is not positive and finite.</exception>
    /// <example><code>
    /// Gradients.Derivative(x => 0.01 * x * x + 0.1 * x, 5) // 0.19999999999…
    /// </code></example>
    public static double Derivative(Func<double, double> f, double x, double h = 1e-4, Difference difference = Difference.Central)
    {
        ArgumentNullException.ThrowIfNull(f);
        DifferenceQuotient.Check(h, difference);
        return DifferenceQuotient.Of(f, x, DifferenceQuotient.Middle(() => f(x), difference), h, difference);
    }

    /// <summary>One partial derivative ∂f/∂xᵢ: all other elements stay where they are.</summary>
    /// <param name="f">The function, from a tensor to a number.</param>
    /// <param name="x">Where to differentiate it: any shape.</param>
    /// <param name="index">The element i to move, by its row-major position.</param>
    /// <param name="h">The distance to step aside. Default 1e-4.</param>
    /// <param name="difference">Which quotient. Default central.</param>
    /// <exception cref="ArgumentOutOfRangeException">h is not positive and finite, or there is no such element.</exception>
    /// <example><code>
    /// Math.Round(Gradients.Partial(x => x[0] * x[0] + x[1] * x[1], Tensor.Of(3, 4), index: 1), 6) // 8
    /// </code></example>
    public static double Partial(Func<Tensor, double> f, Tensor x, int index, double h = 1e-4, Difference difference = Difference.Central)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(x);
        DifferenceQuotient.Check(h, difference);
        if ((uint)index >= (uint)x.Length)
            throw new ArgumentOutOfRangeException(nameof(index), $"Partial: index {index} is out of range: a point of shape {Shapes.Format(x.Shape)} has positions 0 to {x.Length - 1}.");
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
    /// <param name="h">The distance to step aside. Default 1e-4.</param>
    /// <param name="difference">Which quotient. Default central.</param>
    /// <param name="maximumThreads">The most threads to use: 1 for an f that is not thread-safe. Default: one per core.</param>
    /// <param name="progress">Told how much is done, from 0 to 1, about a hundred times, by whichever thread got there.</param>
    /// <param name="cancellationToken">Stops between two evaluations.</param>
    /// <exception cref="ArgumentOutOfRangeException">h is not positive and finite, or there are no threads.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <example><code>
    /// Gradients.Numerical(x => x.Square().Sum(), Tensor.FromRows([3, 0], [0, 2])).Row(0) // [6, 0]
    /// </code></example>
    public static Tensor Numerical(
        Func<Tensor, double> f,
        Tensor x,
        double h = 1e-4,
        Difference difference = Difference.Central,
        int? maximumThreads = null,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(x);
        DifferenceQuotient.Check(h, difference);
        if (maximumThreads < 1)
            throw new ArgumentOutOfRangeException(nameof(maximumThreads), $"Numerical: the number of threads is {maximumThreads}, but it must be at least 1.");
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

    private static double PartialAt(Func<Tensor, double> f, Tensor x, int index, double middle, double h, Difference difference) =>
        DifferenceQuotient.Of(value => f(x.Shifted(index, value)), x.AsSpan()[index], middle, h, difference);
}
