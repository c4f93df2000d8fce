namespace Descent;

/// <summary>
/// The derivative of the mean loss of a batch by each parameter of a <see cref="TwoLayerNetwork"/>: four arrays with the
/// shapes of the parameters. Lesson 4 derives it, lesson 5 trains with it.
/// </summary>
/// <param name="W1">∂L/∂W1, inputs × hidden.</param>
/// <param name="B1">∂L/∂b1, hidden.</param>
/// <param name="W2">∂L/∂W2, hidden × outputs.</param>
/// <param name="B2">∂L/∂b2, outputs.</param>
/// <example>
/// <code>
/// var gradient = network.Gradient(batch.Images, batch.Labels);
/// var lossBefore = gradient.Loss;   // for free
/// network = network.Step(gradient, learningRate: 0.1);
/// </code>
/// </example>
public sealed record NetworkGradient(Tensor W1, Tensor B1, Tensor W2, Tensor B2)
{
    /// <summary>The mean loss of the batch where the gradient was taken.</summary>
    public double Loss { get; init; }

    /// <summary>The largest absolute difference between two gradients, over all parameters: 0 for equal ones.</summary>
    /// <param name="other">The gradient to compare with; its arrays have the same shapes.</param>
    /// <returns>max |a − b|; not a number if any element is not. Equal infinities differ by 0.</returns>
    /// <exception cref="ShapeException">The gradients belong to networks of different sizes.</exception>
    /// <example>
    /// <code>
    /// network.NumericalGradient(x, t).LargestDifference(network.Gradient(x, t)) &lt; 2e-9 // True
    /// </code>
    /// </example>
    public double LargestDifference(NetworkGradient other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var largest = Largest(W1, other.W1, 0);
        largest = Largest(B1, other.B1, largest);
        largest = Largest(W2, other.W2, largest);
        return Largest(B2, other.B2, largest);
    }

    /// <summary>The sizes and the loss, as in <c>gradient of a 784-50-10 network, loss 2.3026</c>.</summary>
    public override string ToString() =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"gradient of a {NetworkShapes.Size(nameof(W1), W1, 0)}-{NetworkShapes.Size(nameof(W1), W1, 1)}-{NetworkShapes.Size(nameof(W2), W2, 1)} network, loss {Loss:0.####}");

    private static double Largest(Tensor left, Tensor right, double largest)
    {
        if (!left.Shape.SequenceEqual(right.Shape))
            throw new ShapeException(nameof(LargestDifference), left.Shape, right.Shape, "Compare gradients of the same network.");
        var a = left.AsSpan();
        var b = right.AsSpan();
        for (var i = 0; i < a.Length; i++)
            largest = Math.Max(largest, a[i] == b[i] ? 0 : Math.Abs(a[i] - b[i]));
        return largest;
    }
}
