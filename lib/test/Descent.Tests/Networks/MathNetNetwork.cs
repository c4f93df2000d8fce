using MathNet.Numerics.LinearAlgebra;

namespace Descent.Tests.Networks;

/// <summary>The same network written with another library's matrices: an independent reference.</summary>
internal static class MathNetNetwork
{
    public static (double Loss, Matrix<double> W1, Vector<double> B1, Matrix<double> W2, Vector<double> B2) Differentiate(
        TwoLayerNetwork network, Tensor x, Tensor t)
    {
        var (images, targets) = (Matrix(x), Matrix(t));
        var (w1, w2) = (Matrix(network.W1), Matrix(network.W2));
        var hidden = AddRow(images * w1, network.B1).Map(a => 1 / (1 + Math.Exp(-a)));
        var logits = AddRow(hidden * w2, network.B2);
        var powers = logits.PointwiseExp();
        var y = Matrix<double>.Build.Dense(logits.RowCount, logits.ColumnCount, (i, k) => powers[i, k] / powers.Row(i).Sum());
        var loss = -targets.PointwiseMultiply(y.PointwiseLog()).Enumerate().Sum() / x.Shape[0];
        var delta2 = (y - targets) / x.Shape[0];
        var delta1 = (delta2 * w2.Transpose()).PointwiseMultiply(hidden.PointwiseMultiply(1 - hidden));
        return (loss, images.Transpose() * delta1, delta1.ColumnSums(), hidden.Transpose() * delta2, delta2.ColumnSums());
    }

    public static Matrix<double> Matrix(Tensor tensor) =>
        Matrix<double>.Build.Dense(tensor.Shape[0], tensor.Shape[1], (i, j) => tensor[i, j]);

    private static Matrix<double> AddRow(Matrix<double> matrix, Tensor row) => matrix.MapIndexed((_, j, value) => value + row[j]);
}
