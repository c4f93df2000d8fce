namespace Descent;

/// <summary>What the network should have answered: a label per sample, or a row of target probabilities per sample.</summary>
internal readonly record struct Targets(ReadOnlyMemory<int> Labels, Tensor? Rows)
{
    /// <summary>The target of one output of one sample.</summary>
    public double this[int sample, int output, int outputs] =>
        Rows is null ? (Labels.Span[sample] == output ? 1 : 0) : Rows.AsSpan()[(sample * outputs) + output];

    /// <summary>The sum of a sample's targets: 1 for any label and any distribution.</summary>
    public double Total(int sample, int outputs)
    {
        if (Rows is null)
            return 1;
        var total = 0.0;
        foreach (var target in Rows.AsSpan().Slice(sample * outputs, outputs))
            total += target;
        return total;
    }
}
