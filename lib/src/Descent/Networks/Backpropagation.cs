using Descent.Kernels;

namespace Descent;

/// <summary>
/// The gradient of the mean cross-entropy by the chain rule: δ2 = (y − t)/n, ∂W2 = hᵀδ2, δ1 = δ2·W2ᵀ ∘ h(1 − h), ∂W1 = xᵀδ1;
/// a bias gets the sum of its δ over the samples.
/// </summary>
internal sealed class Backpropagation(Parameters parameters) : IGradientMethod
{
    private readonly AlignedBuffer weights2Transposed = new(parameters.Width * parameters.Outputs);
    private readonly AlignedBuffer delta1 = new();
    private readonly SoftmaxLoss loss = new();

    public ForwardPass Forward { get; } = new(parameters);

    public Parameters Gradient { get; } = new(parameters.Inputs, parameters.Hidden, parameters.Outputs);

    public double Run(in Targets targets, CancellationToken cancellationToken)
    {
        var (width, outputs) = (parameters.Width, parameters.Outputs);
        Forward.Run();
        var samples = Forward.Samples;
        var value = loss.Run(Forward.Outputs, targets, samples, outputs);

        SoftmaxLoss.Differentiate(Forward.Outputs, targets, samples, outputs);
        var delta2 = Forward.Outputs;
        MatrixProduct.MultiplyTransposed(Forward.Hidden, delta2, Gradient.W2, width, samples, outputs);
        VectorArithmetic.SumRows(delta2, Gradient.B2);

        delta1.Reserve(samples * width);
        var delta = delta1.Span[..(samples * width)];
        Transpose(parameters.W2, weights2Transposed.Span, width, outputs);
        MatrixProduct.Multiply(delta2, weights2Transposed.Span, delta, samples, outputs, width);
        VectorArithmetic.MultiplyBySigmoidSlope(delta, Forward.Hidden);
        SparseProduct.MultiplyTransposed(Forward.Inputs, delta, Gradient.W1, width);
        VectorArithmetic.SumRows(delta, Gradient.B1);
        return value;
    }

    public void Dispose()
    {
        Forward.Dispose();
        Gradient.Dispose();
        weights2Transposed.Dispose();
        delta1.Dispose();
        loss.Dispose();
    }

    private static void Transpose(ReadOnlySpan<double> source, Span<double> target, int rows, int columns)
    {
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
                target[(column * rows) + row] = source[(row * columns) + column];
        }
    }
}
