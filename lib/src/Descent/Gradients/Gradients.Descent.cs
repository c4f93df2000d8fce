using System.Numerics.Tensors;

namespace Descent;

public static partial class Gradients
{
    /// <summary>
    /// Gradient descent: x ← x − η ∇f(x), again and again, towards a minimum. Returns the whole path.
    /// </summary>
    /// <remarks>
    /// Too small a learning rate η hardly moves; too large a one overshoots, and the path runs away. That is shown, not
    /// hidden: the path goes on, and ends early only after a point that is no longer finite, or whose value is not. Lesson 4.
    /// </remarks>
    /// <param name="f">The function to make small.</param>
    /// <param name="start">Where to begin: any shape.</param>
    /// <param name="learningRate">The step size η; positive and finite.</param>
    /// <param name="steps">How many steps; at least 0.</param>
    /// <param name="gradient">The gradient of f, if it is known; by default <see cref="Numerical"/> is used.</param>
    /// <param name="h">The step of the numerical gradient; by default it grows with the point, as in <see cref="Numerical"/>. A given one stays: an element so far out
    /// that h rounds away has the slope 0 from there on, and stays as well.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    /// <exception cref="ArgumentOutOfRangeException">The learning rate is not positive and finite, h is not, or the steps are negative.</exception>
    /// <exception cref="ShapeException">The gradient has another shape than the point.</exception>
    /// <exception cref="ArgumentException">Both a gradient and h are given.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <example><code>
    /// Gradients.Descend(x => x.Square().Sum(), Tensor.Of(-3, 4), learningRate: 0.5, steps: 1).Values[1] &lt; 1e-15 // True
    /// </code></example>
    public static DescentPath Descend(
        Func<Tensor, double> f,
        Tensor start,
        double learningRate,
        int steps,
        Func<Tensor, Tensor>? gradient = null,
        double? h = null,
        CancellationToken cancellationToken = default) =>
        Walk(nameof(Descend), f, start, learningRate, -learningRate, steps, gradient, h, cancellationToken);

    /// <summary>Gradient ascent: x ← x + η ∇f(x), towards a maximum. Everything else is as in <see cref="Descend"/>.</summary>
    /// <param name="f">The function to make large.</param>
    /// <param name="start">Where to begin: any shape.</param>
    /// <param name="learningRate">The step size η; positive and finite.</param>
    /// <param name="steps">How many steps; at least 0.</param>
    /// <param name="gradient">The gradient of f, if it is known; by default <see cref="Numerical"/> is used.</param>
    /// <param name="h">The step of the numerical gradient; by default it grows with the point, as in <see cref="Numerical"/>. A given one stays: an element so far out
    /// that h rounds away has the slope 0 from there on, and stays as well.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    /// <exception cref="ArgumentOutOfRangeException">The learning rate is not positive and finite, h is not, or the steps are negative.</exception>
    /// <exception cref="ShapeException">The gradient has another shape than the point.</exception>
    /// <exception cref="ArgumentException">Both a gradient and h are given.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <example><code>
    /// Gradients.Ascend(x => 7 - x.Square().Sum(), Tensor.Of(-3, 4), learningRate: 0.1, steps: 100).Values[^1] // 7
    /// </code></example>
    public static DescentPath Ascend(
        Func<Tensor, double> f,
        Tensor start,
        double learningRate,
        int steps,
        Func<Tensor, Tensor>? gradient = null,
        double? h = null,
        CancellationToken cancellationToken = default) =>
        Walk(nameof(Ascend), f, start, learningRate, learningRate, steps, gradient, h, cancellationToken);

    private static DescentPath Walk(
        string operation,
        Func<Tensor, double> f,
        Tensor start,
        double learningRate,
        double signedRate,
        int steps,
        Func<Tensor, Tensor>? gradient,
        double? h,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(start);
        if (!(learningRate > 0) || !double.IsFinite(learningRate))
            throw new ArgumentOutOfRangeException(nameof(learningRate), $"{operation}: the learning rate is {learningRate}, but it must be positive and finite. Try 0.1; Descend goes downhill, Ascend uphill.");
        if (steps < 0)
            throw new ArgumentOutOfRangeException(nameof(steps), $"{operation}: the number of steps is {steps}, but it must be at least 0.");

        if (gradient is not null && h is not null)
            throw new ArgumentException($"{operation}: h is {h}, but it is the step of a numerical gradient, and a gradient was given. Leave one of them out.", nameof(h));

        DifferenceQuotient.RequireStep(h, Difference.Central);
        gradient ??= x => NumericalAnywhere(f, x, h, Difference.Central, maximumThreads: null, progress: null, cancellationToken);
        var points = new List<Tensor> { start };
        var values = new List<double> { f(start) };
        for (var step = 0; step < steps && double.IsFinite(values[^1]) && !points[^1].ToArray().Any(x => !double.IsFinite(x)); step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Interruption.Check(step);
            var slope = gradient(points[^1]);
            if (!slope.Shape.SequenceEqual(start.Shape))
                throw new ShapeException(operation, start.Shape, slope.Shape, "The gradient must have the shape of the point. Return one number for each element.");
            points.Add(points[^1] + signedRate * slope);
            values.Add(f(points[^1]));
        }

        return new DescentPath(points.AsReadOnly(), values.AsReadOnly(), learningRate);
    }
}
