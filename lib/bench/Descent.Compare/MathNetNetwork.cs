using MathNet.Numerics.LinearAlgebra.Double;

namespace Descent.Compare;

/// <summary>
/// The network in MathNet's matrices. Every matrix is allocated once and every operation writes into one of them; what the
/// library offers only with an allocation works on the matrix's own array instead. Columns are contiguous there.
/// </summary>
internal sealed class MathNetNetwork(DenseMatrix w1, DenseMatrix w2, int batch)
{
    private const double LearningRate = 0.1;

    private readonly DenseMatrix x = new(batch, 784);
    private readonly DenseMatrix hidden = new(batch, 50);
    private readonly DenseMatrix outputs = new(batch, 10);
    private readonly DenseMatrix delta1 = new(batch, 50);
    private readonly DenseMatrix gradient1 = new(784, 50);
    private readonly DenseMatrix gradient2 = new(50, 10);
    private double[] b1 = new double[50];
    private double[] b2 = new double[10];

    public DenseMatrix W1 => w1;

    /// <summary>The same network, for another number of samples at a time.</summary>
    public MathNetNetwork WithBatch(int samples) => new(w1, w2, samples) { b1 = b1, b2 = b2 };

    public double[] Train(ImageSet images, int[] order)
    {
        var losses = new double[order.Length / batch];
        var labels = new int[batch];
        for (var step = 0; step < losses.Length; step++)
        {
            var indexes = order.AsSpan(step * batch, batch);
            for (var sample = 0; sample < batch; sample++)
                labels[sample] = images.Labels[indexes[sample]];
            Read(images.PixelBytes.Span, indexes);
            Forward();
            losses[step] = LossAndDelta(labels);
            Descend();
        }

        return losses;
    }

    public double Accuracy(ImageSet images)
    {
        var right = 0;
        var indexes = new int[batch];
        for (var first = 0; first < images.Count; first += batch)
        {
            for (var sample = 0; sample < batch; sample++)
                indexes[sample] = first + sample;
            Read(images.PixelBytes.Span, indexes);
            Forward();
            for (var sample = 0; sample < batch; sample++)
                right += Answer(sample) == images.Labels[first + sample] ? 1 : 0;
        }

        return (double)right / images.Count;
    }

    private void Read(ReadOnlySpan<byte> pixels, ReadOnlySpan<int> indexes)
    {
        var values = x.Values;
        for (var sample = 0; sample < batch; sample++)
        {
            var image = pixels.Slice(indexes[sample] * 784, 784);
            for (var pixel = 0; pixel < image.Length; pixel++)
                values[(pixel * batch) + sample] = image[pixel] * (1 / 255.0);
        }
    }

    private void Forward()
    {
        x.Multiply(w1, hidden);
        AddToRows(hidden, b1);
        hidden.MapInplace(a => 1 / (1 + Math.Exp(-a)));
        hidden.Multiply(w2, outputs);
        AddToRows(outputs, b2);
    }

    // Leaves δ2 = (y − t)·η/n in the outputs, so that the learning rate is in every gradient.
    private double LossAndDelta(int[] labels)
    {
        var values = outputs.Values;
        var loss = 0.0;
        for (var sample = 0; sample < batch; sample++)
        {
            var (maximum, total) = (double.NegativeInfinity, 0.0);
            for (var k = sample; k < values.Length; k += batch)
                maximum = Math.Max(maximum, values[k]);
            for (var k = sample; k < values.Length; k += batch)
                total += values[k] = Math.Exp(values[k] - maximum);
            for (var k = sample; k < values.Length; k += batch)
                values[k] /= total;
            loss -= Math.Log(outputs.At(sample, labels[sample]));
            outputs.At(sample, labels[sample], outputs.At(sample, labels[sample]) - 1);
        }

        outputs.Multiply(LearningRate / batch, outputs);
        return loss / batch;
    }

    private void Descend()
    {
        outputs.TransposeAndMultiply(w2, delta1);
        var (delta, h) = (delta1.Values, hidden.Values);
        for (var i = 0; i < delta.Length; i++)
            delta[i] *= h[i] * (1 - h[i]);
        x.TransposeThisAndMultiply(delta1, gradient1);
        hidden.TransposeThisAndMultiply(outputs, gradient2);
        w1.Subtract(gradient1, w1);
        w2.Subtract(gradient2, w2);
        SubtractColumnSums(delta1, b1);
        SubtractColumnSums(outputs, b2);
    }

    private int Answer(int sample)
    {
        var best = 0;
        for (var k = 1; k < outputs.ColumnCount; k++)
            best = outputs.At(sample, k) > outputs.At(sample, best) ? k : best;
        return best;
    }

    private void AddToRows(DenseMatrix matrix, double[] row)
    {
        for (var column = 0; column < row.Length; column++)
        {
            foreach (ref var value in matrix.Values.AsSpan(column * batch, batch))
                value += row[column];
        }
    }

    private void SubtractColumnSums(DenseMatrix matrix, double[] row)
    {
        for (var column = 0; column < row.Length; column++)
        {
            foreach (var value in matrix.Values.AsSpan(column * batch, batch))
                row[column] -= value;
        }
    }
}
