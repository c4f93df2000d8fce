namespace Descent;

/// <summary>Checks that labels name a class.</summary>
internal static class LabelRange
{
    public static void Require(IReadOnlyList<int> labels, int classes)
    {
        for (var i = 0; i < labels.Count; i++)
        {
            if (labels[i] < 0 || labels[i] >= classes)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(labels),
                    labels[i],
                    $"The label {labels[i]} at position {i:N0} is not a class: expected 0 to {classes - 1} for {classes} {(classes == 1 ? "class" : "classes")}.");
            }
        }
    }
}
