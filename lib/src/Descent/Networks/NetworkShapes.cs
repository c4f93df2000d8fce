namespace Descent;

/// <summary>Checks that a network's arrays fit each other, its input and its targets.</summary>
internal static class NetworkShapes
{
    public static void RequireConsistent(TwoLayerNetwork network)
    {
        const string Name = nameof(TwoLayerNetwork);
        if (network.W1.Rank != 2)
            throw new ShapeException(Name, network.W1.Shape, "W1 must be a matrix of inputs × hidden units.");
        if (network.W2.Rank != 2)
            throw new ShapeException(Name, network.W2.Shape, "W2 must be a matrix of hidden units × outputs.");
        if (network.W1.Shape[1] != network.W2.Shape[0])
            throw new ShapeException(Name, network.W1.Shape, network.W2.Shape, "W2 needs one row for each column of W1, a hidden unit.");
        if (network.B1.Rank != 1 || network.B1.Length != network.Hidden)
            throw new ShapeException(Name, network.W1.Shape, network.B1.Shape, $"B1 must be a vector with one bias for each of the {network.Hidden} columns of W1.");
        if (network.B2.Rank != 1 || network.B2.Length != network.Outputs)
            throw new ShapeException(Name, network.W2.Shape, network.B2.Shape, $"B2 must be a vector with one bias for each of the {network.Outputs} columns of W2.");
        if (network.W1.Length == 0 || network.W2.Length == 0)
            throw new ShapeException(Name, network.W1.Shape, network.W2.Shape, "A network needs at least one input, one hidden unit and one output.");
    }

    /// <summary>A size of one of the two matrices.</summary>
    public static int Size(string name, Tensor weights, int axis) => weights.Rank == 2
        ? weights.Shape[axis]
        : throw new ShapeException(nameof(TwoLayerNetwork), weights.Shape, $"{name} must be a matrix.");

    /// <summary>The number of samples in <paramref name="x"/>: a matrix holds one per row, a vector is one.</summary>
    public static int Samples(string operation, TwoLayerNetwork network, Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        RequireConsistent(network);
        if (x.Rank is not (1 or 2) || x.Shape[^1] != network.Inputs)
        {
            throw new ShapeException(
                operation, x.Shape, network.W1.Shape, $"The input must be a matrix of samples × {network.Inputs}, or one sample of {network.Inputs} numbers.");
        }

        var samples = x.Rank == 1 ? 1 : x.Shape[0];
        if (samples == 0)
            throw new ArgumentException($"{operation}: the batch is empty. Expected at least one sample, found the shape {Shapes.Format(x.Shape)}.", nameof(x));
        return samples;
    }

    public static Targets Targets(string operation, TwoLayerNetwork network, Tensor x, IReadOnlyList<int> labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        var samples = Samples(operation, network, x);
        if (labels.Count != samples)
        {
            throw new ArgumentException(
                $"{operation}: {labels.Count:N0} labels for {samples:N0} samples. Expected one label for each row of x.", nameof(labels));
        }

        LabelRange.Require(labels, network.Outputs);
        return new Targets(labels as int[] ?? [.. labels], null);
    }

    public static Targets Targets(string operation, TwoLayerNetwork network, Tensor x, Tensor t)
    {
        ArgumentNullException.ThrowIfNull(t);
        var samples = Samples(operation, network, x);
        if (t.Rank != x.Rank || t.Length != samples * network.Outputs || t.Shape[^1] != network.Outputs)
        {
            throw new ShapeException(
                operation, x.Shape, t.Shape, $"The targets must hold {network.Outputs} numbers for each of the {samples} samples. Labels.OneHot makes them from labels.");
        }

        Batches.RequireProbabilities(operation, nameof(t), t, "Labels.OneHot makes targets from labels.");
        return new Targets(default, t);
    }

    public static void RequireFits(TwoLayerNetwork network, ImageSet images)
    {
        ArgumentNullException.ThrowIfNull(images);
        RequireConsistent(network);
        if (images.PixelsPerImage != network.Inputs)
        {
            throw new ShapeException(
                "Network and images", [images.Count, images.PixelsPerImage], network.W1.Shape, $"The network reads {network.Inputs} numbers, an image has {images.PixelsPerImage} pixels.");
        }

        if (images.Classes > network.Outputs)
        {
            throw new ArgumentException(
                $"The images have {images.Classes} classes, but the network has only {network.Outputs} outputs. Make it with outputs: {images.Classes}.", nameof(images));
        }
    }
}
