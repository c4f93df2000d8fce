namespace Descent;

/// <summary>Class labels as numbers (2) and as one-hot vectors (0, 0, 1, 0, …). Lesson 1 introduces both.</summary>
/// <example><code>
/// Labels.OneHot(2, classes: 4) // [0, 0, 1, 0]
/// </code></example>
public static class Labels
{
    /// <summary>A vector with 1 at the label and 0 elsewhere.</summary>
    /// <param name="label">From 0 to <paramref name="classes"/> − 1.</param>
    /// <param name="classes">The number of classes: the vector's length.</param>
    /// <exception cref="ArgumentOutOfRangeException">The label is not one of the classes, or there are none.</exception>
    /// <example><code>
    /// Labels.OneHot(0, classes: 3) // [1, 0, 0]
    /// </code></example>
    public static Tensor OneHot(int label, int classes) => OneHot([label], classes).Row(0);

    /// <summary>A matrix with one one-hot row for each label: n×classes.</summary>
    /// <param name="labels">Each from 0 to <paramref name="classes"/> − 1.</param>
    /// <param name="classes">The number of classes: the length of a row.</param>
    /// <exception cref="ArgumentOutOfRangeException">A label is not one of the classes, or there are none.</exception>
    /// <example><code>
    /// Labels.OneHot([1, 0], classes: 2).Row(0) // [0, 1]
    /// </code></example>
    public static Tensor OneHot(IReadOnlyList<int> labels, int classes)
    {
        ArgumentNullException.ThrowIfNull(labels);
        if (classes < 1)
            throw new ArgumentOutOfRangeException(nameof(classes), $"OneHot: the number of classes is {classes}, but there must be at least 1.");
        var result = new double[Shapes.Count([labels.Count, classes])];
        for (var i = 0; i < labels.Count; i++)
            result[i * classes + Checked(labels[i], classes)] = 1;
        return Tensor.Wrap(result, labels.Count, classes);
    }

    /// <summary>The labels of one-hot rows: the inverse of <see cref="OneHot(IReadOnlyList{int}, int)"/>.</summary>
    /// <param name="oneHot">One one-hot vector, or a matrix with one in each row.</param>
    /// <returns>One label for each row.</returns>
    /// <exception cref="ShapeException">The tensor is neither a vector nor a matrix.</exception>
    /// <exception cref="ArgumentException">A row is not one-hot: exactly one 1, and 0 elsewhere.</exception>
    /// <example><code>
    /// Labels.FromOneHot(Tensor.FromRows([0, 1], [1, 0])) // [1, 0]
    /// </code></example>
    public static int[] FromOneHot(Tensor oneHot)
    {
        ArgumentNullException.ThrowIfNull(oneHot);
        if (oneHot.Rank is < 1 or > 2)
            throw new ShapeException(nameof(FromOneHot), oneHot.Shape, "It needs one one-hot vector, or a matrix with one in each row.");
        var classes = oneHot.Shape[^1];
        var result = new int[oneHot.Rank == 1 ? 1 : oneHot.Shape[0]];
        for (var row = 0; row < result.Length; row++)
        {
            var values = oneHot.AsSpan().Slice(row * classes, classes);
            var label = values.IndexOf(1);
            for (var element = 0; element < classes; element++)
            {
                if (values[element] != (element == label ? 1 : 0))
                    throw NotOneHot(nameof(oneHot), row, $"it holds {values[element]} at position {element}");
            }

            if (label < 0)
                throw NotOneHot(nameof(oneHot), row, "it holds no 1");
            result[row] = label;
        }

        return result;
    }

    private static ArgumentException NotOneHot(string name, int row, string found) =>
        new($"FromOneHot: row {row} is not one-hot: {found}, but needs exactly one 1, and 0 elsewhere. For probabilities use ArgMax(axis: 1).", name);

    /// <summary>The label itself, once it is known to be one of the classes.</summary>
    internal static int Checked(int label, int classes) => (uint)label < (uint)classes
        ? label
        : throw new ArgumentOutOfRangeException(nameof(label), $"Label {label} is out of range: with {classes} {(classes == 1 ? "class" : "classes")}, labels go from 0 to {classes - 1}. Check the label, or the number of classes.");
}
