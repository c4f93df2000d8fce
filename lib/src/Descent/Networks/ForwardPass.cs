using System.Numerics.Tensors;
using Descent.Kernels;

namespace Descent;

/// <summary>From a batch of inputs to logits: h = σ(x·W1 + b1), z = h·W2 + b2. Keeps h for the way back.</summary>
internal sealed class ForwardPass(Parameters parameters) : IDisposable
{
    private readonly AlignedBuffer hidden = new();
    private readonly AlignedBuffer logits = new();

    /// <summary>The batch; fill it, then run.</summary>
    public SparseRows Inputs { get; } = new();

    public int Samples => Inputs.Rows;

    /// <summary>Samples × width: the hidden layer's answers.</summary>
    public Span<double> Hidden => hidden.Span[..(Samples * parameters.Width)];

    /// <summary>Samples × outputs: the logits, until a loss turns them into something else.</summary>
    public Span<double> Outputs => logits.Span[..(Samples * parameters.Outputs)];

    public void Run()
    {
        hidden.Reserve(Samples * parameters.Width);
        logits.Reserve(Samples * parameters.Outputs);
        SparseProduct.Multiply(Inputs, parameters.W1, Hidden, parameters.Width);
        VectorArithmetic.AddToRows(Hidden, parameters.B1);
        TensorPrimitives.Sigmoid(Hidden, Hidden);
        MatrixProduct.Multiply(Hidden, parameters.W2, Outputs, Samples, parameters.Width, parameters.Outputs);
        VectorArithmetic.AddToRows(Outputs, parameters.B2);
    }

    public void Dispose()
    {
        Inputs.Dispose();
        hidden.Dispose();
        logits.Dispose();
    }
}
