using BenchmarkDotNet.Attributes;
using Descent.Kernels;
using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra.Double;

namespace Descent.Benchmarks;

/// <summary>The products of one training step: x·W1 with a 100×784 batch and 784×50 weights, and xᵀδ with a 100×50 δ.</summary>
[MemoryDiagnoser]
public class Products
{
    private readonly double[] x = Work.Batch.Images.ToArray();
    private readonly double[] weights = Work.Network.W1.ToArray();
    private readonly double[] delta = Tensor.Linspace(-1, 1, Work.Samples * Work.Hidden).ToArray();
    private readonly double[] hidden = new double[Work.Samples * Work.Hidden];
    private readonly double[] gradient = new double[Work.Inputs * Work.Hidden];
    private readonly SparseRows sparse = new();
    private readonly DenseMatrix mathNetX = DenseMatrix.OfArray(Work.Batch.Images.AsMatrix().ToArray());
    private readonly DenseMatrix mathNetWeights = DenseMatrix.OfArray(Work.Network.W1.AsMatrix().ToArray());
    private readonly DenseMatrix mathNetHidden = new(Work.Samples, Work.Hidden);

    [GlobalSetup]
    public void Prepare()
    {
        Control.UseManaged();
        Control.UseSingleThread();
        FillSparse();
    }

    [Benchmark(Baseline = true, Description = "x·W1, dense")]
    public void Dense() => MatrixProduct.Multiply(x, weights, hidden, Work.Samples, Work.Inputs, Work.Hidden);

    [Benchmark(Description = "x·W1, Tensor.MatMul")]
    public Tensor Public() => Work.Batch.Images.MatMul(Work.Network.W1);

    [Benchmark(Description = "x·W1, without zero pixels")]
    public void Sparse() => SparseProduct.Multiply(sparse, weights, hidden, Work.Hidden);

    [Benchmark(Description = "finding the pixels that are not zero")]
    public void FillSparse() => sparse.Fill(x, Work.Samples, Work.Inputs);

    [Benchmark(Description = "x·W1, plain loops")]
    public void Plain() => PlainProduct.Multiply(x, weights, hidden, Work.Samples, Work.Inputs, Work.Hidden);

    [Benchmark(Description = "x·W1, MathNet")]
    public void MathNetProduct() => mathNetX.Multiply(mathNetWeights, mathNetHidden);

    [Benchmark(Description = "xᵀδ, dense")]
    public void Transposed() => MatrixProduct.MultiplyTransposed(x, delta, gradient, Work.Inputs, Work.Samples, Work.Hidden);
}
