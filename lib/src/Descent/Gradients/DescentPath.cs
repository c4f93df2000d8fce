namespace Descent;

/// <summary>Where gradient descent (or ascent) went. Lesson 4 draws such paths over contours.</summary>
/// <param name="Points">The starting point and the point after each step.</param>
/// <param name="Values">The function's value at each of the points.</param>
/// <param name="LearningRate">The step size η.</param>
/// <example><code>
/// var path = Gradients.Descend(x => x.Square().Sum(), Tensor.Of(-3, 4), learningRate: 0.1, steps: 20);
/// path.Points.Count // 21
/// </code></example>
public sealed record DescentPath(IReadOnlyList<Tensor> Points, IReadOnlyList<double> Values, double LearningRate)
{
    /// <summary>The last point.</summary>
    /// <exception cref="InvalidOperationException">A path made by hand has no points.</exception>
    /// <example><code>
    /// Gradients.Descend(x => x.Square().Sum(), Tensor.Of(-3, 4), learningRate: 0.1, steps: 20).End // [-0.03458765, 0.04611686]
    /// </code></example>
    public Tensor End => Points.Count > 0 ? Points[^1] : throw new InvalidOperationException("The path has no points, and so no end. Give it at least its start.");
}
