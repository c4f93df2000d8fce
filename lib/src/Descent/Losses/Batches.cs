namespace Descent;

/// <summary>What the losses require of their arguments.</summary>
internal static class Batches
{
    // A softmax, or 1 less the others, may be above 1 by its last digits.
    private const double MostProbability = 1 + 1e-9;

    public static void RequireBatch(string operation, Tensor y)
    {
        ArgumentNullException.ThrowIfNull(y);
        if (y.Rank is < 1 or > 2)
            throw new ShapeException(operation, y.Shape, "It needs one vector of outputs, or a batch with one in each row.");
        if (y.Length == 0)
            throw new ShapeException(operation, y.Shape, "The batch is empty. Give it at least one sample with at least one output.");
    }

    public static void RequireSameShape(string operation, Tensor y, Tensor t)
    {
        ArgumentNullException.ThrowIfNull(t);
        RequireBatch(operation, y);
        if (!y.Shape.SequenceEqual(t.Shape))
            throw new ShapeException(operation, y.Shape, t.Shape, "Outputs and targets must have the same shape. Check that both come from the same batch, and the number of classes.");
    }

    /// <summary>NaN passes, and makes the loss NaN.</summary>
    public static void RequireProbabilities(string operation, string name, Tensor tensor, string advice = "Apply Activations.Softmax to the outputs first.")
    {
        var values = tensor.AsSpan();
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] < 0)
                throw new ArgumentException($"{operation}: {name} holds {values[i]} at position {i}, but a probability cannot be negative. {advice}", name);
            if (values[i] > MostProbability)
                throw new ArgumentException($"{operation}: {name} holds {values[i]} at position {i}, but a probability cannot be more than 1. {advice}", name);
        }
    }

    /// <summary>Refuses two equal infinities, which have no difference.</summary>
    public static void RequireDifferences(string operation, Tensor y, Tensor t)
    {
        var outputs = y.AsSpan();
        var targets = t.AsSpan();
        for (var i = 0; i < outputs.Length; i++)
        {
            if (double.IsInfinity(outputs[i]) && outputs[i] == targets[i])
                throw new ArgumentException($"{operation}: y and t both hold {outputs[i]} at position {i}, and infinities have no difference. Give at least one of them a finite number.", nameof(y));
        }
    }
}
