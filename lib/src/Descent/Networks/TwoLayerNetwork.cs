using System.Numerics.Tensors;
using Descent.Kernels;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;

namespace Descent;

/// <summary>
/// A network with one hidden layer: y = softmax(σ(x·W1 + b1)·W2 + b2), with the sigmoid σ. Immutable: a step of training
/// returns a new network. Lesson 4 introduces it, lesson 5 trains it.
/// </summary>
/// <param name="W1">The weights of the hidden layer, inputs × hidden (784×50).</param>
/// <param name="B1">The biases of the hidden layer, hidden (50).</param>
/// <param name="W2">The weights of the output layer, hidden × outputs (50×10).</param>
/// <param name="B2">The biases of the output layer, outputs (10).</param>
/// <remarks>
/// The input <c>x</c> is a matrix with one sample per row, or a vector for a single sample. An input of exactly 0 contributes
/// nothing, whatever its weight. Losses are means over the batch. The same network and input give the same bits for any number
/// of threads and any vector width. NaN in a weight or an input makes scores, probabilities, losses and gradients NaN, so that a training loop
/// can name the step; an infinity for which there is no answer is an <see cref="ArgumentException"/> that names it.
/// </remarks>
/// <example>
/// <code>
/// var network = TwoLayerNetwork.Random(inputs: 784, hidden: 50, outputs: 10, seed: 1);
/// var gradient = network.Gradient(batch.Images, batch.Labels);
/// network = network.Step(gradient, learningRate: 0.1);
/// var other = network with { W1 = Tensor.Zeros(784, 50) };
/// network.ParameterCount // 39760
/// </code>
/// </example>
public sealed record TwoLayerNetwork(Tensor W1, Tensor B1, Tensor W2, Tensor B2)
{
    /// <summary>How many numbers a sample has: the rows of <see cref="W1"/>.</summary>
    public int Inputs => NetworkShapes.Size(nameof(W1), W1, axis: 0);

    /// <summary>How many hidden units there are: the columns of <see cref="W1"/>.</summary>
    public int Hidden => NetworkShapes.Size(nameof(W1), W1, axis: 1);

    /// <summary>How many classes the network tells apart: the columns of <see cref="W2"/>.</summary>
    public int Outputs => NetworkShapes.Size(nameof(W2), W2, axis: 1);

    /// <summary>How many numbers training adjusts: 39,760 for 784-50-10.</summary>
    public int ParameterCount => W1.Length + B1.Length + W2.Length + B2.Length;

    /// <summary>
    /// An untrained network: every weight drawn from the normal distribution N(0, standardDeviation²), every bias 0. The
    /// numbers come from MathNet.Numerics' Mersenne Twister, W1 first, row by row.
    /// </summary>
    /// <param name="inputs">How many numbers a sample has: 784 for MNIST.</param>
    /// <param name="hidden">How many hidden units.</param>
    /// <param name="outputs">How many classes: 10 for MNIST.</param>
    /// <param name="seed">The same seed gives the same network.</param>
    /// <param name="standardDeviation">The spread of the weights; small, so that the untrained network prefers no class.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is not positive, or the spread is negative or not finite.</exception>
    /// <example><code>var network = TwoLayerNetwork.Random(inputs: 784, hidden: 50, outputs: 10, seed: 1);</code></example>
    public static TwoLayerNetwork Random(int inputs, int hidden, int outputs, int seed, double standardDeviation = 0.01)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputs);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(hidden);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(outputs);
        if (!(standardDeviation >= 0 && double.IsFinite(standardDeviation)))
        {
            throw new ArgumentOutOfRangeException(
                nameof(standardDeviation), standardDeviation, "The standard deviation of the weights must be a finite number that is not negative, such as 0.01.");
        }

        var random = new MersenneTwister(seed, threadSafe: false);
        var w1 = new double[Shapes.Count([inputs, hidden])];
        var w2 = new double[Shapes.Count([hidden, outputs])];
        Normal.Samples(random, w1, 0, standardDeviation);
        Normal.Samples(random, w2, 0, standardDeviation);
        return new TwoLayerNetwork(
            Tensor.Wrap(w1, inputs, hidden), Tensor.Zeros(hidden), Tensor.Wrap(w2, hidden, outputs), Tensor.Zeros(outputs));
    }

    /// <summary>The scores before the softmax: z = σ(x·W1 + b1)·W2 + b2.</summary>
    /// <param name="x">Samples × inputs, or one sample.</param>
    /// <returns>Samples × outputs, or one row as a vector.</returns>
    /// <exception cref="ShapeException">The samples do not fit the network, or its arrays do not fit each other.</exception>
    /// <example><code>network.Logits(mnist.Test.Flat(0)).Length // 10: the largest is the network's answer</code></example>
    public Tensor Logits(Tensor x)
    {
        var samples = NetworkShapes.Samples(nameof(Logits), this, x);
        var rows = LogitRows(x, samples);
        if (TensorPrimitives.IsNaNAny<double>(rows))
            NetworkNumbers.Explain(nameof(Logits), this, x, isNaN: true);
        return Rows(rows, x, samples);
    }

    /// <summary>The probability of each class: the softmax of <see cref="Logits"/>. Each row sums to 1.</summary>
    /// <param name="x">Samples × inputs, or one sample.</param>
    /// <returns>Samples × outputs, or one row as a vector.</returns>
    /// <exception cref="ShapeException">The samples do not fit the network, or its arrays do not fit each other.</exception>
    /// <example><code>Math.Round(network.Predict(mnist.Test.Flat(0)).Sum(), 9) // 1</code></example>
    public Tensor Predict(Tensor x)
    {
        var samples = NetworkShapes.Samples(nameof(Predict), this, x);
        var rows = LogitRows(x, samples);
        SoftmaxRows.Apply(rows, Outputs);
        if (TensorPrimitives.IsNaNAny<double>(rows))
            NetworkNumbers.Explain(nameof(Predict), this, x, isNaN: true);
        return Rows(rows, x, samples);
    }

    /// <summary>The class with the largest score for each sample; of equal ones the first.</summary>
    /// <param name="x">Samples × inputs, or one sample.</param>
    /// <returns>One class per sample.</returns>
    /// <exception cref="ShapeException">The samples do not fit the network, or its arrays do not fit each other.</exception>
    /// <exception cref="ArgumentException">A score is NaN; the message has its class and its sample.</exception>
    /// <example><code>network.Classify(mnist.Test.Pixels(..3)).Length // 3: one class for each image</code></example>
    public int[] Classify(Tensor x)
    {
        var classes = new int[NetworkShapes.Samples(nameof(Classify), this, x)];
        var rows = LogitRows(x, classes.Length);
        for (var sample = 0; sample < classes.Length; sample++)
        {
            var scores = rows.AsSpan(sample * Outputs, Outputs);
            NetworkNumbers.RequireNumbers(nameof(Classify), scores, sample);
            classes[sample] = ArgMax.Of(scores);
        }

        return classes;
    }

    /// <summary>The mean cross-entropy of a batch with integer labels: −ln y at each sample's label, averaged.</summary>
    /// <param name="x">Samples × inputs, or one sample.</param>
    /// <param name="labels">One label per sample.</param>
    /// <exception cref="ShapeException">The samples do not fit the network.</exception>
    /// <exception cref="ArgumentException">The batch is empty, or there is not one label per sample.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is not a class.</exception>
    /// <example><code>network.Loss(batch.Images, batch.Labels) // 2.3…</code></example>
    public double Loss(Tensor x, IReadOnlyList<int> labels) => CheckedLoss(x, NetworkShapes.Targets(nameof(Loss), this, x, labels));

    /// <summary>The mean cross-entropy of a batch with one-hot targets: −Σₖ tₖ ln yₖ per sample, averaged.</summary>
    /// <param name="x">Samples × inputs, or one sample.</param>
    /// <param name="t">Samples × outputs, or one row as a vector.</param>
    /// <exception cref="ShapeException">The samples do not fit the network, or the targets the samples.</exception>
    /// <exception cref="ArgumentException">The batch is empty, or a target is no probability.</exception>
    /// <example><code>network.Loss(batch.Images, batch.OneHot) == network.Loss(batch.Images, batch.Labels) // True</code></example>
    public double Loss(Tensor x, Tensor t) => CheckedLoss(x, NetworkShapes.Targets(nameof(Loss), this, x, t));

    /// <summary>The share of samples that the network classifies right, from 0 to 1.</summary>
    /// <param name="x">Samples × inputs, or one sample.</param>
    /// <param name="labels">One label per sample.</param>
    /// <exception cref="ShapeException">The samples do not fit the network.</exception>
    /// <exception cref="ArgumentException">The batch is empty, or there is not one label per sample.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is not a class.</exception>
    /// <example><code>network.Accuracy(batch.Images, batch.Labels) &lt; 0.3 // True before training</code></example>
    public double Accuracy(Tensor x, IReadOnlyList<int> labels)
    {
        var targets = NetworkShapes.Targets(nameof(Accuracy), this, x, labels).Labels.Span;
        var classes = Classify(x);
        var correct = 0;
        for (var sample = 0; sample < classes.Length; sample++)
            correct += classes[sample] == targets[sample] ? 1 : 0;
        return (double)correct / classes.Length;
    }

    /// <summary>The share of a whole set that the network classifies right, on all cores and without a copy of the pixels.</summary>
    /// <param name="images">The images and their labels.</param>
    /// <returns>From 0 to 1.</returns>
    /// <exception cref="ShapeException">The images do not fit the network.</exception>
    /// <exception cref="ArgumentException">The set is empty, or has more classes than the network, or a weight is not finite.</exception>
    /// <example><code>network.Accuracy(mnist.Test) &lt; 0.3 // True before training; 0.9465 after lesson 5</code></example>
    public double Accuracy(ImageSet images)
    {
        NetworkShapes.RequireFits(this, images);
        NetworkNumbers.RequireFinite(nameof(Accuracy), this);
        using var parameters = new Parameters(this);
        using var accuracy = new SetAccuracy(parameters);
        return accuracy.Measure(images, CancellationToken.None);
    }

    /// <summary>The gradient of the mean loss by backpropagation, with integer labels.</summary>
    /// <param name="x">Samples × inputs, or one sample.</param>
    /// <param name="labels">One label per sample.</param>
    /// <returns>The derivative by every parameter, and the loss itself.</returns>
    /// <exception cref="ShapeException">The samples do not fit the network.</exception>
    /// <exception cref="ArgumentException">The batch is empty, or there is not one label per sample.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is not a class.</exception>
    /// <example><code>network = network.Step(network.Gradient(batch.Images, batch.Labels), learningRate: 0.1);</code></example>
    public NetworkGradient Gradient(Tensor x, IReadOnlyList<int> labels) =>
        Gradient(x, NetworkShapes.Targets(nameof(Gradient), this, x, labels));

    /// <summary>The gradient of the mean loss by backpropagation, with one-hot targets.</summary>
    /// <param name="x">Samples × inputs, or one sample.</param>
    /// <param name="t">Samples × outputs, or one row as a vector.</param>
    /// <returns>The derivative by every parameter, and the loss itself.</returns>
    /// <exception cref="ShapeException">The samples do not fit the network, or the targets the samples.</exception>
    /// <exception cref="ArgumentException">The batch is empty, or a target is no probability.</exception>
    /// <example><code>var gradient = network.Gradient(batch.Images, batch.OneHot);</code></example>
    public NetworkGradient Gradient(Tensor x, Tensor t) => Gradient(x, NetworkShapes.Targets(nameof(Gradient), this, x, t));

    /// <summary>
    /// The gradient by central differences, (L(p + h) − L(p − h)) / 2h for every parameter p, with integer labels. It uses the
    /// network's structure and so is far quicker than <c>Gradients.Numerical</c>, which it agrees with: a change of
    /// W1[i,j] moves a single hidden unit, and only for samples whose input i is not 0; a change of W2[j,k] moves one logit.
    /// </summary>
    /// <param name="x">Samples × inputs, or one sample.</param>
    /// <param name="labels">One label per sample.</param>
    /// <param name="h">The step; above 0 and at most 1. By default 1e-4 for parameters up to 10, and more beyond, as in <see cref="Gradients.Numerical"/>.</param>
    /// <param name="progress">Told how much is done, from 0 to 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The difference quotient for every parameter, and the loss itself.</returns>
    /// <exception cref="ShapeException">The samples do not fit the network.</exception>
    /// <exception cref="ArgumentException">The batch is empty, or there is not one label per sample, or h is so small that a parameter plus or minus h rounds to itself.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is not a class, or <paramref name="h"/> is out of range.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <example><code>var gradient = network.NumericalGradient(batch.Images, batch.Labels);</code></example>
    public NetworkGradient NumericalGradient(
        Tensor x,
        IReadOnlyList<int> labels,
        double? h = null,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default) =>
        NumericalGradient(x, NetworkShapes.Targets(nameof(NumericalGradient), this, x, labels), h, progress, cancellationToken);

    /// <summary>The gradient by central differences with one-hot targets; see the other overload.</summary>
    /// <param name="x">Samples × inputs, or one sample.</param>
    /// <param name="t">Samples × outputs, or one row as a vector.</param>
    /// <param name="h">The step; above 0 and at most 1. By default 1e-4 for parameters up to 10, and more beyond, as in <see cref="Gradients.Numerical"/>.</param>
    /// <param name="progress">Told how much is done, from 0 to 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The difference quotient for every parameter, and the loss itself.</returns>
    /// <exception cref="ShapeException">The samples do not fit the network, or the targets the samples.</exception>
    /// <exception cref="ArgumentException">The batch is empty, a target is no probability, or h is so small that a parameter plus or minus h rounds to itself.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="h"/> is out of range.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <example><code>network.NumericalGradient(x, t).LargestDifference(network.Gradient(x, t)) &lt; 2e-9 // True</code></example>
    public NetworkGradient NumericalGradient(
        Tensor x,
        Tensor t,
        double? h = null,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default) =>
        NumericalGradient(x, NetworkShapes.Targets(nameof(NumericalGradient), this, x, t), h, progress, cancellationToken);

    /// <summary>One step of gradient descent: W ← W − η ∂L/∂W for each of the four arrays.</summary>
    /// <param name="gradient">The gradient at this network.</param>
    /// <param name="learningRate">η; above 0.</param>
    /// <returns>The network after the step; this one does not change.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The learning rate is 0, negative or not finite.</exception>
    /// <exception cref="ShapeException">The gradient belongs to a network of another size.</exception>
    /// <example><code>network = network.Step(gradient, learningRate: 0.1);</code></example>
    public TwoLayerNetwork Step(NetworkGradient gradient, double learningRate)
    {
        ArgumentNullException.ThrowIfNull(gradient);
        LearningRates.Require(learningRate);
        return new TwoLayerNetwork(
            Step(W1, gradient.W1, learningRate),
            Step(B1, gradient.B1, learningRate),
            Step(W2, gradient.W2, learningRate),
            Step(B2, gradient.B2, learningRate));
    }

    /// <summary>The sizes, as in <c>784-50-10 network, 39,760 parameters</c>.</summary>
    public override string ToString() =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{Inputs}-{Hidden}-{Outputs} network, {ParameterCount:N0} parameters");

    private static Tensor Step(Tensor parameter, Tensor derivative, double learningRate)
    {
        if (!parameter.Shape.SequenceEqual(derivative.Shape))
            throw new ShapeException(nameof(Step), parameter.Shape, derivative.Shape, "Take the gradient of the network that steps.");
        var result = GC.AllocateUninitializedArray<double>(parameter.Length);
        VectorArithmetic.SubtractScaled(parameter.AsSpan(), derivative.AsSpan(), learningRate, result);
        return Tensor.Wrap(result, [.. parameter.Shape]);
    }

    /// <summary>Row by row the scores, whatever they are.</summary>
    internal double[] LogitRows(Tensor x, int samples)
    {
        using var parameters = new Parameters(this);
        using var pass = new ForwardPass(parameters);
        pass.Inputs.Fill(x.Memory, samples, Inputs);
        pass.Run();
        return pass.Outputs.ToArray();
    }

    private Tensor Rows(double[] rows, Tensor x, int samples) =>
        x.Rank == 1 ? Tensor.Wrap(rows, Outputs) : Tensor.Wrap(rows, samples, Outputs);

    private double CheckedLoss(Tensor x, Targets targets)
    {
        var loss = Loss(x, targets);
        if (!double.IsFinite(loss))
            NetworkNumbers.Explain(nameof(Loss), this, x, isNaN: double.IsNaN(loss));
        return loss;
    }

    private double Loss(Tensor x, Targets targets)
    {
        using var parameters = new Parameters(this);
        using var pass = new ForwardPass(parameters);
        using var loss = new SoftmaxLoss();
        pass.Inputs.Fill(x.Memory, x.Length / Inputs, Inputs);
        pass.Run();
        return loss.Run(pass.Outputs, targets, pass.Samples, Outputs);
    }

    private NetworkGradient Gradient(Tensor x, Targets targets)
    {
        using var parameters = new Parameters(this);
        using var method = new Backpropagation(parameters);
        return Gradient(nameof(Gradient), method, x, targets, CancellationToken.None);
    }

    private NetworkGradient NumericalGradient(
        Tensor x, Targets targets, double? h, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        if (h is { } given && !(given > 0 && given <= 1))
            throw new ArgumentOutOfRangeException(nameof(h), h, "The step h of a numerical gradient must be above 0 and at most 1, such as 1e-4.");
        (string Name, Tensor Values)[] arrays = [(nameof(W1), W1), (nameof(B1), B1), (nameof(W2), W2), (nameof(B2), B2)];
        var largest = 0.0;
        foreach (var (name, values) in arrays)
        {
            var size = Math.Abs(TensorPrimitives.MaxMagnitude(values.AsSpan()));
            largest = Math.Max(largest, size);
            if (!double.IsNaN(size) && !(h is null && StepSize.IsOrdinary(size)))
                DifferenceQuotient.RequireRoom(values.AsSpan(), h, Difference.Central, position => $"{nameof(NumericalGradient)}: {name} at position {Shapes.Index(values.Shape, position)}");
        }

        // The structured way follows a hidden unit's moves of up to 1 and a logit's of up to 100. Larger ones take inputs beyond 10,000 or huge weights.
        var move = (h ?? StepSize.At(largest)) * Math.Max(1, Math.Abs(TensorPrimitives.MaxMagnitude(x.AsSpan())));
        if (move > 1 || move * Math.Abs(TensorPrimitives.MaxMagnitude(W2.AsSpan())) > 100)
            return BlackBoxGradient(x, targets, h, progress, cancellationToken);

        using var parameters = new Parameters(this);
        using var method = new CentralDifference(parameters, h, progress);
        return Gradient(nameof(NumericalGradient), method, x, targets, cancellationToken);
    }

    private NetworkGradient BlackBoxGradient(Tensor x, Targets targets, double? h, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var done = 0;
        Tensor Differentiate(Func<Tensor, TwoLayerNetwork> with, Tensor parameter)
        {
            var gradient = Gradients.Numerical(moved => with(moved).Loss(x, targets), parameter, h, cancellationToken: cancellationToken);
            progress?.Report((double)(done += parameter.Length) / ParameterCount);
            return gradient;
        }

        return new NetworkGradient(
            Differentiate(w => this with { W1 = w }, W1),
            Differentiate(b => this with { B1 = b }, B1),
            Differentiate(w => this with { W2 = w }, W2),
            Differentiate(b => this with { B2 = b }, B2))
        { Loss = CheckedLoss(x, targets) };
    }

    private NetworkGradient Gradient(string operation, IGradientMethod method, Tensor x, Targets targets, CancellationToken cancellationToken)
    {
        method.Forward.Inputs.Fill(x.Memory, x.Length / Inputs, Inputs);
        var loss = method.Run(targets, cancellationToken);
        var gradient = method.Gradient.ToGradient(loss);
        var isNaN = double.IsNaN(loss) || HoldsNaN(gradient);
        if (isNaN || double.IsInfinity(loss))
            NetworkNumbers.Explain(operation, this, x, isNaN);
        return gradient;
    }

    // What is wrong with a weight or an activation shows in the biases, and an infinite input in its row of W1.
    private static bool HoldsNaN(NetworkGradient gradient)
    {
        if (TensorPrimitives.IsNaNAny(gradient.B1.AsSpan()) || TensorPrimitives.IsNaNAny(gradient.B2.AsSpan()))
            return true;
        var w1 = gradient.W1.AsSpan();
        for (var start = 0; start < w1.Length; start += gradient.B1.Length)
        {
            if (double.IsNaN(w1[start]))
                return true;
        }

        return false;
    }
}
