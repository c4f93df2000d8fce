using System.Numerics.Tensors;

namespace Descent;

/// <summary>
/// Says why a network's answer is no number. Called only once it is none, so that it costs nothing before. Where an argument holds NaN the answer
/// may be NaN: a training loop then names the step.
/// </summary>
internal static class NetworkNumbers
{
    private const string Advice = "Look at the input and the weights: a learning rate that is too large lets them grow without bound.";

    /// <exception cref="ArgumentException">An infinity in an argument, or scores that are too large; the message names the element.</exception>
    public static void Explain(string operation, TwoLayerNetwork network, Tensor x, bool isNaN)
    {
        (string Name, Tensor Values)[] arguments = [.. Arrays(network), (nameof(x), x)];
        if (Array.Exists(arguments, argument => TensorPrimitives.IsNaNAny(argument.Values.AsSpan())))
            return;
        RequireFinite(operation, arguments);

        var scores = network.LogitRows(x, x.Length / network.Inputs);
        var overflow = First(scores, score => !double.IsFinite(score));
        if (overflow >= 0)
        {
            throw new ArgumentException(
                $"{operation}: the score of class {overflow % network.Outputs} for sample {overflow / network.Outputs:N0} is {scores[overflow]}, beyond what a double can hold. {Advice}", nameof(x));
        }

        if (isNaN)
        {
            var (largest, holder) = arguments.Max(argument => (Math.Abs(TensorPrimitives.MaxMagnitude(argument.Values.AsSpan())), argument.Name));
            throw new ArgumentException($"{operation}: {holder} holds a number as large as {largest}, with which the result is beyond what a double can hold. {Advice}", holder);
        }
    }

    /// <summary>Refuses NaN and infinities in the weights and biases.</summary>
    public static void RequireFinite(string operation, TwoLayerNetwork network) => RequireFinite(operation, Arrays(network));

    /// <summary>Refuses scores of which none is the largest.</summary>
    public static void RequireNumbers(string operation, ReadOnlySpan<double> scores, int sample)
    {
        var output = First(scores, double.IsNaN);
        if (output >= 0)
            throw new ArgumentException($"{operation}: the score of class {output} is NaN for sample {sample:N0}, so no class has the largest. {Advice}");
    }

    private static (string Name, Tensor Values)[] Arrays(TwoLayerNetwork network) =>
        [("W1", network.W1), ("B1", network.B1), ("W2", network.W2), ("B2", network.B2)];

    private static void RequireFinite(string operation, (string Name, Tensor Values)[] arguments)
    {
        foreach (var (name, values) in arguments)
        {
            var position = First(values.AsSpan(), value => !double.IsFinite(value));
            if (position >= 0)
                throw new ArgumentException($"{operation}: {name} holds {values.AsSpan()[position]} at position {Shapes.Index(values.Shape, position)}, where the network needs a finite number. {Advice}", name);
        }
    }

    private static int First(ReadOnlySpan<double> values, Func<double, bool> isSo)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (isSo(values[i]))
                return i;
        }

        return -1;
    }
}
