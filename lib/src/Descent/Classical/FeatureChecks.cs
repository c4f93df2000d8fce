namespace Descent;

/// <summary>What the classifiers on features check before they work, and how they count right answers.</summary>
internal static class FeatureChecks
{
    public static void RequireTraining(ImageFeatures training, IReadOnlyList<int> labels, string name)
    {
        if (training.Count == 0)
            throw new ArgumentException("The training set is empty; give at least one row of features with its label.", name);

        RequireLabels(training, labels, nameof(labels));
    }

    public static void RequireLabels(ImageFeatures features, IReadOnlyList<int> labels, string name)
    {
        RequireRows(features);
        if (features.Count != labels.Count)
            throw new ArgumentException(
                $"{features.Count} rows of features need {features.Count} labels but {labels.Count} were given; "
                    + "take both from the same images.",
                name);
    }

    public static void RequireRows(ImageFeatures features)
    {
        if (features.Count == 0)
            throw new ArgumentException("There are no rows of features; give at least one.", nameof(features));
    }

    public static void RequireDimensions(int found, int expected, string name)
    {
        if (found != expected)
            throw new ArgumentException(
                $"The training rows have {expected} features but the row to classify has {found}; compute both in the same way.",
                name);
    }

    public static void RequireClasses(IReadOnlyList<int> labels, int classes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        for (var index = 0; index < labels.Count; index++)
        {
            if ((uint)labels[index] >= (uint)classes)
                throw new ArgumentException(
                    $"Label {labels[index]} of training row {index} is not among the {classes} classes 0 to {classes - 1}; "
                        + "check the label or the number of classes.",
                    nameof(labels));
        }
    }

    public static double ShareEqual(int[] answers, IReadOnlyList<int> labels)
    {
        var right = 0;
        for (var index = 0; index < answers.Length; index++)
            right += answers[index] == labels[index] ? 1 : 0;

        return (double)right / answers.Length;
    }
}
