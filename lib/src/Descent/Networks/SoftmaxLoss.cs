using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using Descent.Kernels;

namespace Descent;

/// <summary>
/// Softmax and cross-entropy in one: −Σₖ tₖ ln yₖ = Σₖ tₖ (ln Σᵢ exp zᵢ − zₖ). Taken together they need no clamp: the loss of
/// a sample stays finite for any finite logits. Sums run over the outputs, then over the samples, in their order.
/// </summary>
internal sealed class SoftmaxLoss : IDisposable
{
    private readonly AlignedBuffer sums = new();
    private readonly AlignedBuffer losses = new();

    /// <summary>
    /// Turns each row of logits into probabilities, in place, and returns the mean loss over the samples.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Run(Span<double> logits, in Targets targets, int samples, int outputs)
    {
        sums.Reserve(samples);
        losses.Reserve(samples);
        var sum = sums.Span[..samples];
        var loss = losses.Span[..samples];
        for (var sample = 0; sample < samples; sample++)
        {
            var row = logits.Slice(sample * outputs, outputs);
            SoftmaxRows.Shift(row);
            loss[sample] = Expected(row, targets, sample);
        }

        TensorPrimitives.Exp(logits, logits);
        for (var sample = 0; sample < samples; sample++)
            sum[sample] = SoftmaxRows.Normalise(logits.Slice(sample * outputs, outputs));

        TensorPrimitives.Log(sum, sum);
        var mean = 0.0;
        for (var sample = 0; sample < samples; sample++)
            mean += (targets.Total(sample, outputs) * sum[sample]) - loss[sample];
        return mean / samples;
    }

    /// <summary>Turns probabilities into the loss's derivatives by the logits, in place: (y·Σt − t) / samples.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Differentiate(Span<double> probabilities, in Targets targets, int samples, int outputs)
    {
        if (targets.Rows is null)
        {
            var labels = targets.Labels.Span;
            for (var sample = 0; sample < samples; sample++)
                probabilities[(sample * outputs) + labels[sample]] -= 1;
        }
        else
        {
            for (var sample = 0; sample < samples; sample++)
            {
                var total = targets.Total(sample, outputs);
                for (var output = 0; output < outputs; output++)
                {
                    ref var value = ref probabilities[(sample * outputs) + output];
                    value = (value * total) - targets[sample, output, outputs];
                }
            }
        }

        TensorPrimitives.Divide(probabilities, samples, probabilities);
    }

    public void Dispose()
    {
        sums.Dispose();
        losses.Dispose();
    }

    private static double Expected(ReadOnlySpan<double> row, in Targets targets, int sample)
    {
        if (targets.Rows is null)
            return row[targets.Labels.Span[sample]];
        var wanted = targets.Rows.AsSpan().Slice(sample * row.Length, row.Length);
        var sum = 0.0;
        for (var output = 0; output < row.Length; output++)
        {
            // What is not wanted does not count, even where its logit is −∞.
            if (wanted[output] != 0)
                sum += wanted[output] * row[output];
        }

        return sum;
    }
}
