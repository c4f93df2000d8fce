namespace Descent;

/// <summary>
/// A few images drawn from a set, and their labels: what one step of training sees. Lesson 2 shows why a few are enough.
/// </summary>
/// <param name="Images">n × pixels (100×784), values from 0 to 1, one image per row.</param>
/// <param name="Labels">The n labels, in the same order.</param>
/// <example>
/// <code>
/// var batch = new BatchSampler(mnist.Train, batchSize: 100, seed: 1).Next();
/// network.Loss(batch.Images, batch.Labels) == network.Loss(batch.Images, batch.OneHot) // True
/// </code>
/// </example>
public sealed record MiniBatch(Tensor Images, IReadOnlyList<int> Labels)
{
    /// <summary>How many classes the labels choose from; 10 unless said otherwise.</summary>
    public int Classes { get; init; } = 10;

    /// <summary>How many images there are.</summary>
    public int Count => Labels.Count;

    /// <summary>The labels in one-hot form: n × classes, 1 at each label and 0 elsewhere.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A label is not one of the classes.</exception>
    public Tensor OneHot => Descent.Labels.OneHot(Labels, Classes);

    /// <summary>The size, as in <c>batch of 100</c>.</summary>
    public override string ToString() => $"batch of {Count}";
}
