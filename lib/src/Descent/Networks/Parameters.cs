using Descent.Kernels;

namespace Descent;

/// <summary>
/// The four arrays of a network, or of its gradient, as the kernels want them: cache lines aligned and the hidden layer
/// rounded up to whole lines with units that have no weights. Mutable; never handed out.
/// </summary>
internal sealed class Parameters : IDisposable
{
    private const int Line = 8;

    private readonly AlignedBuffer weights1;
    private readonly AlignedBuffer biases1;
    private readonly AlignedBuffer weights2;
    private readonly AlignedBuffer biases2;

    /// <summary>Zeros where there are no weights; elsewhere undefined numbers.</summary>
    public Parameters(int inputs, int hidden, int outputs)
    {
        (Inputs, Hidden, Outputs) = (inputs, hidden, outputs);
        Width = (hidden + Line - 1) / Line * Line;
        weights1 = new AlignedBuffer(inputs * Width);
        biases1 = new AlignedBuffer(Width);
        weights2 = new AlignedBuffer(Width * outputs);
        biases2 = new AlignedBuffer(outputs);
        if (Width > hidden)
        {
            for (var row = 0; row < Inputs; row++)
                W1.Slice((row * Width) + hidden, Width - hidden).Clear();
            B1[hidden..].Clear();
            W2[(hidden * outputs)..].Clear();
        }
    }

    public Parameters(TwoLayerNetwork network)
        : this(network.Inputs, network.Hidden, network.Outputs)
    {
        network.W1.CopyRows(W1, Width);
        network.B1.CopyRows(B1, Width);
        network.W2.CopyRows(W2, Outputs);
        network.B2.CopyRows(B2, Outputs);
    }

    public int Inputs { get; }

    public int Hidden { get; }

    public int Outputs { get; }

    /// <summary>The hidden units with the padding: the length of a row of <see cref="W1"/>.</summary>
    public int Width { get; }

    /// <summary>Inputs × width.</summary>
    public Span<double> W1 => weights1.Span;

    /// <summary>Width.</summary>
    public Span<double> B1 => biases1.Span;

    /// <summary>Width × outputs. The padding's rows are 0 in a network and meaningless in a gradient.</summary>
    public Span<double> W2 => weights2.Span;

    /// <summary>Outputs.</summary>
    public Span<double> B2 => biases2.Span;

    /// <summary>One step down the gradient: every parameter loses learning rate × its derivative.</summary>
    public void Descend(Parameters gradient, double learningRate)
    {
        var used = Hidden * Outputs;
        VectorArithmetic.SubtractScaled(W1, gradient.W1, learningRate, W1);
        VectorArithmetic.SubtractScaled(B1, gradient.B1, learningRate, B1);
        VectorArithmetic.SubtractScaled(W2[..used], gradient.W2[..used], learningRate, W2[..used]);
        VectorArithmetic.SubtractScaled(B2, gradient.B2, learningRate, B2);
    }

    public TwoLayerNetwork ToNetwork() => new(CopyW1(), CopyB1(), CopyW2(), CopyB2());

    public NetworkGradient ToGradient(double loss) => new(CopyW1(), CopyB1(), CopyW2(), CopyB2()) { Loss = loss };

    public void Dispose()
    {
        weights1.Dispose();
        biases1.Dispose();
        weights2.Dispose();
        biases2.Dispose();
    }

    private Tensor CopyW1()
    {
        var copy = GC.AllocateUninitializedArray<double>(Inputs * Hidden);
        for (var row = 0; row < Inputs; row++)
            W1.Slice(row * Width, Hidden).CopyTo(copy.AsSpan(row * Hidden));
        return Tensor.Wrap(copy, Inputs, Hidden);
    }

    private Tensor CopyB1() => Tensor.Wrap(B1[..Hidden].ToArray(), Hidden);

    private Tensor CopyW2() => Tensor.Wrap(W2[..(Hidden * Outputs)].ToArray(), Hidden, Outputs);

    private Tensor CopyB2() => Tensor.Wrap(B2.ToArray(), Outputs);
}
