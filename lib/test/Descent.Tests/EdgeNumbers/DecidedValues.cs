namespace Descent.Tests.EdgeNumbers;

/// <summary>One member, one call at an edge, and what was decided for it: a value with its bits, or the beginning of an error.</summary>
internal sealed record DecidedValue(string Member, Func<object?> Call, object? Value, string? Error)
{
    public override string ToString() => $"{Member} → {(Error is null ? EdgeArguments.Show(Value) : $"\"{Error}\"")}";
}

/// <summary>What each kind of method does at the edges. EveryMethodTests tries them all; here stands what comes out.</summary>
internal static class DecidedValues
{
    private const double NaN = double.NaN;
    private const double Infinity = double.PositiveInfinity;
    private const double Largest = double.MaxValue;
    private const double Smallest = double.Epsilon;

    private static readonly TwoLayerNetwork Network = TwoLayerNetwork.Random(2, 1, 2, seed: 1);
    private static readonly TwoLayerNetwork Infinite = Network with { W2 = Tensor.FromRows([Infinity, 1]) };
    private static readonly TwoLayerNetwork Overflowing = Network with { W2 = Tensor.FromRows([Largest, 1]), B2 = Tensor.Of(Largest, 1) };
    private static readonly TwoLayerNetwork NotANumber = Network with { B1 = Tensor.Of(NaN) };
    private static readonly Tensor Specials = Tensor.Of(NaN, Infinity, -Infinity, 0, -0.0, Smallest, Largest);

    public static IReadOnlyList<DecidedValue> All { get; } =
    [
        // Creation: any number is kept; what is drawn or counted needs finite ones.
        Is("Tensor.Of(ReadOnlySpan<Double>)", () => Tensor.Of(NaN, -0.0).ToArray(), new[] { NaN, -0.0 }),
        Is("Tensor.Of(ReadOnlySpan<Double>)", () => Tensor.Of().Length, 0),
        Is("Tensor.AsSpan()", () => Tensor.Of(Infinity).AsSpan()[0], Infinity),
        Is("Tensor.Create(ReadOnlySpan<Double>, ReadOnlySpan<Int32>)", () => Tensor.Create([Largest], 1, 1)[0, 0], Largest),
        Fails("Tensor.Create(ReadOnlySpan<Double>, ReadOnlySpan<Int32>)", () => Tensor.Create([], 1), "Create: shapes (0) and (1) do not fit."),
        Is("Tensor.Zeros(ReadOnlySpan<Int32>)", () => Tensor.Zeros(0, int.MaxValue, int.MaxValue).Length, 0),
        Fails("Tensor.Zeros(ReadOnlySpan<Int32>)", () => Tensor.Zeros(int.MaxValue), "Shape (2147483647) has more elements than a tensor can hold"),
        Fails("Tensor.Ones(ReadOnlySpan<Int32>)", () => Tensor.Ones(int.MinValue), "Shape (-2147483648) has a negative size"),
        Is("Tensor.Full(Double, ReadOnlySpan<Int32>)", () => Tensor.Full(NaN, 1), Tensor.Of(NaN)),
        Fails("Tensor.Normal(Int32, Double, Double, ReadOnlySpan<Int32>)", () => Tensor.Normal(1, NaN, 1, 1), "Normal: the mean is NaN"),
        Fails("Tensor.Normal(Int32, Double, Double, ReadOnlySpan<Int32>)", () => Tensor.Normal(1, 0, Infinity, 1), "Normal: the standard deviation is"),
        Is("Tensor.Normal(Int32, Double, Double, ReadOnlySpan<Int32>)", () => Tensor.Normal(int.MinValue, Largest, 0, 1), Tensor.Of(Largest)),
        Fails("Tensor.Uniform(Int32, Double, Double, ReadOnlySpan<Int32>)", () => Tensor.Uniform(1, 0, Infinity, 1), "Uniform: the bounds are 0 and"),
        Is("Tensor.Uniform(Int32, Double, Double, ReadOnlySpan<Int32>)", () => Tensor.Uniform(1, -Largest, Largest, 1_000).ToArray().All(double.IsFinite), true),
        Is("Tensor.Range(Double, Double, Double)", () => Tensor.Range(-Largest, Largest, Largest), Tensor.Of(-Largest, 0)),
        Is("Tensor.Range(Double, Double, Double)", () => Tensor.Range(-1.7e308, 1.7e308, 1e308).Length, 4),
        Is("Tensor.Range(Double, Double, Double)", () => Tensor.Range(0, Largest, -1), Tensor.Of()),
        Fails("Tensor.Range(Double, Double, Double)", () => Tensor.Range(0, 1, Smallest), "Range: from 0 to 1 in steps of 5E-324 are more elements than a tensor can hold"),
        Fails("Tensor.Range(Double, Double, Double)", () => Tensor.Range(0, 1, 0), "Range: from 0 to 1 in steps of 0 is not a finite number of elements"),
        Is("Tensor.Linspace(Double, Double, Int32)", () => Tensor.Linspace(-Largest, Largest, 3), Tensor.Of(-Largest, 0, Largest)),
        Is("Tensor.Linspace(Double, Double, Int32)", () => Tensor.Linspace(0, Largest, 3), Tensor.Of(0, Largest / 2, Largest)),
        Fails("Tensor.Linspace(Double, Double, Int32)", () => Tensor.Linspace(0, Infinity, 3), "Linspace: there are no even spaces from 0 to"),

        // Arithmetic, element by element: IEEE.
        Is("Tensor.op_Division(Double, Tensor)", () => 1 / Tensor.Of(0, -0.0, Infinity), Tensor.Of(Infinity, -Infinity, 0)),
        Is("Tensor.op_Division(Tensor, Double)", () => double.IsNaN((Tensor.Of(0) / 0)[0]), true),
        Is("Tensor.op_Addition(Tensor, Double)", () => Tensor.Of(Largest, -Infinity) + Largest, Tensor.Of(Infinity, -Infinity)),
        Is("Tensor.op_UnaryNegation(Tensor)", () => -Tensor.Of(0, -Infinity, Smallest), Tensor.Of(-0.0, Infinity, -Smallest)),
        Is("Tensor.Exp()", () => Tensor.Of(Infinity, -Infinity, -0.0, Largest, -Largest).Exp(), Tensor.Of(Infinity, 0, 1, Infinity, 0)),
        Is("Tensor.Log()", () => Tensor.Of(0, -0.0, Infinity, 1).Log(), Tensor.Of(-Infinity, -Infinity, Infinity, 0)),
        Is("Tensor.Sqrt()", () => Tensor.Of(-0.0, Infinity).Sqrt(), Tensor.Of(-0.0, Infinity)),
        Is("Tensor.Square()", () => Tensor.Of(-Largest, Smallest, -0.0).Square(), Tensor.Of(Infinity, 0, 0)),
        Is("Tensor.Abs()", () => Tensor.Of(-0.0, -Infinity, -Smallest).Abs(), Tensor.Of(0, Infinity, Smallest)),
        Is("Tensor.Pow(Double)", () => Tensor.Of(NaN, Infinity).Pow(0), Tensor.Of(1, 1)),
        Is("Tensor.Tanh()", () => Tensor.Of(0, -0.0, Smallest, -1e-20, Infinity, -Infinity, Largest).Tanh(), Tensor.Of(0, -0.0, Smallest, -1e-20, 1, -1, 1)),
        Is("Activations.Sigmoid(Double)", () => Activations.Sigmoid(-Infinity), 0.0),
        Is("Activations.Sigmoid(Tensor)", () => Activations.Sigmoid(Tensor.Of(Infinity, Largest, -Largest, -0.0)), Tensor.Of(1, 1, 0, 0.5)),
        Is("Activations.Step(Double)", () => Activations.Step(Smallest), 1.0),
        Is("Activations.Step(Tensor)", () => Activations.Step(Tensor.Of(-0.0, Infinity, -Infinity)), Tensor.Of(0, 1, 0)),
        Is("Tensor.Clamp(Double, Double)", () => Tensor.Of(Infinity, -Infinity, Smallest).Clamp(-Largest, 0), Tensor.Of(0, -Largest, 0)),
        Fails("Tensor.Clamp(Double, Double)", () => Tensor.Of(1).Clamp(NaN, 1), "Clamp: the bounds are NaN and 1, but both must be numbers"),

        // Reductions: NaN in, NaN out; no overflow that is not in the answer.
        Is("Tensor.Sum()", () => Tensor.Of(Largest, Largest, -Largest, -Largest).Sum(), 0.0),
        Is("Tensor.Sum()", () => Tensor.Of(Infinity, -Largest, -Largest, 1, 1, 1, 1, 1, 1, -Largest).Sum(), Infinity),
        Is("Tensor.Sum()", () => Tensor.Of(Largest, Largest).Sum(), Infinity),
        Is("Tensor.Sum(Int32, Boolean)", () => Tensor.FromRows([Largest, 1], [Largest, 2], [-Largest, 3]).Sum(axis: 0), Tensor.Of(Largest, 6)),
        Fails("Tensor.Sum(Int32, Boolean)", () => Tensor.Zeros(65_536, 65_536, 0).Sum(axis: 2), "Shape (65536, 65536) has more elements than a tensor can hold"),
        Is("Tensor.Mean()", () => Tensor.Of(Largest, Largest).Mean(), Largest),
        Fails("Tensor.Mean()", () => Tensor.Of().Mean(), "Mean: shape (0) does not fit. It has no elements."),
        Is("Tensor.Mean(Int32, Boolean)", () => Tensor.FromRows([Largest], [Largest]).Mean(axis: 0), Tensor.Of(Largest)),
        Is("Tensor.Norm()", () => Tensor.Of(Math.ScaleB(3, 800), Math.ScaleB(-4, 800)).Norm(), Math.ScaleB(5, 800)),
        Is("Tensor.Norm()", () => Tensor.Of(-Smallest).Norm(), Smallest),
        Is("Tensor.Norm()", () => Tensor.Of(Infinity, -Infinity).Norm(), Infinity),
        Is("Tensor.Norm()", () => Tensor.Of().Norm(), 0.0),
        Is("Tensor.Dot(Tensor)", () => Tensor.Of(1e200, 1e200).Dot(Tensor.Of(1e200, -1e200)), 0.0),
        Is("Tensor.Max()", () => Tensor.Of(-0.0, 0).Max(), 0.0),
        Is("Tensor.Min()", () => Tensor.Of(0, -0.0, Smallest).Min(), -0.0),
        Is("Tensor.Max()", () => Specials.Max(), NaN),
        Is("Tensor.ArgMax()", () => Tensor.Of(-Infinity, -Infinity).ArgMax(), 0),
        Fails("Tensor.ArgMax()", () => Tensor.FromRows([1, NaN]).ArgMax(), "ArgMax: the element at position (0, 1) is NaN"),
        Fails("Tensor.ArgMax(Int32)", () => Tensor.FromRows([1, NaN]).ArgMax(axis: 1), "ArgMax: the element at position (0, 1) is NaN"),
        Is("Tensor.MatMul(Tensor)", () => Tensor.Zeros(1, 0).MatMul(Tensor.Zeros(0, 1)), Tensor.FromRows([0])),
        Fails("Tensor.MatMul(Tensor)", () => Tensor.Zeros(65_536, 0).MatMul(Tensor.Zeros(0, 65_536)), "Shape (65536, 65536) has more elements than a tensor can hold"),
        Is("Tensor.AlmostEquals(Tensor, Double)", () => Tensor.Of(Infinity).AlmostEquals(Tensor.Of(Infinity)), true),
        Is("Tensor.AlmostEquals(Tensor, Double)", () => Tensor.Of(Largest).AlmostEquals(Tensor.Of(-Largest)), false),
        Fails("Tensor.AlmostEquals(Tensor, Double)", () => Tensor.Of(1).AlmostEquals(Tensor.Of(1), NaN), "AlmostEquals: the tolerance is NaN"),

        // Places: an index that is not there is named.
        Fails("Tensor.get_Item(ReadOnlySpan<Int32>)", () => Tensor.Zeros(1, 1, 0)[0, 0, 0], "Index 0 is out of range: a tensor of shape (1, 1, 0) has nothing along axis 2."),
        Fails("Tensor.With(ReadOnlySpan<Int32>, Double)", () => Tensor.Of(1).With([int.MinValue], NaN), "Index -2147483648 is out of range"),
        Is("Tensor.With(ReadOnlySpan<Int32>, Double)", () => Tensor.Scalar(1).With([], NaN).ToScalar(), NaN),
        Fails("Tensor.Reshape(ReadOnlySpan<Int32>)", () => Tensor.Of().Reshape(-1, 0), "Reshape: shapes (0) and (-1, 0) do not fit."),
        Is("Tensor.Reshape(ReadOnlySpan<Int32>)", () => Tensor.Of(NaN).Reshape().ToScalar(), NaN),

        // Probabilities and losses. NaN in an output makes the loss NaN, so that training can name the step.
        Fails("Activations.Softmax(Tensor)", () => Activations.Softmax(Tensor.Of(1, Infinity)), "Softmax: the score at element 1 is ∞"),
        Fails("Activations.Softmax(Tensor)", () => Activations.Softmax(Tensor.FromRows([1, 2], [-Infinity, -Infinity])), "Softmax: all scores of row 1 are −∞"),
        Is("Activations.Softmax(Tensor)", () => Activations.Softmax(Tensor.Of(-Infinity, Largest, -Largest)), Tensor.Of(0, 1, 0)),
        Is("Losses.MeanSquaredError(Tensor, Tensor)", () => Losses.MeanSquaredError(Tensor.Of(Infinity), Tensor.Of(0)), Infinity),
        Is("Losses.MeanSquaredError(Tensor, Tensor)", () => Losses.MeanSquaredError(Tensor.Of(NaN), Tensor.Of(0)), NaN),
        Fails("Losses.MeanSquaredError(Tensor, Tensor)", () => Losses.MeanSquaredError(Tensor.Of(0, Infinity), Tensor.Of(0, Infinity)), "MeanSquaredError: y and t both hold"),
        Is("Losses.CrossEntropy(Tensor, Tensor)", () => Losses.CrossEntropy(Tensor.Of(-0.0, 1), Tensor.Of(0, 1)), 0.0),
        Fails("Losses.CrossEntropy(Tensor, Tensor)", () => Losses.CrossEntropy(Tensor.Of(0, 1), Tensor.Of(0, Infinity)), "CrossEntropy: t holds"),
        Is("Losses.CrossEntropy(Tensor, Int32)", () => Losses.CrossEntropy(Tensor.Of(NaN), 0), NaN),
        Fails("Losses.CrossEntropy(Tensor, IReadOnlyList<Int32>)", () => Losses.CrossEntropy(Tensor.FromRows([-Smallest]), [0]), "CrossEntropy: y holds -5E-324 at position 0"),
        Fails("Labels.FromOneHot(Tensor)", () => Labels.FromOneHot(Tensor.FromRows([0, 1], [1, NaN])), "FromOneHot: row 1 is not one-hot: it holds NaN at position 1"),
        Fails("Labels.FromOneHot(Tensor)", () => Labels.FromOneHot(Tensor.Of()), "FromOneHot: row 0 is not one-hot: it holds no 1"),
        Is("Labels.FromOneHot(Tensor)", () => Labels.FromOneHot(Tensor.Of(-0.0, 1))[0], 1),
        Fails("Labels.OneHot(Int32, Int32)", () => Labels.OneHot(0, int.MaxValue), "Shape (1, 2147483647) has more elements than a tensor can hold"),

        // Slopes need a finite point with room for the step.
        Fails("Gradients.Derivative(Func<Double, Double>, Double, Nullable<Double>, Difference)", () => Gradients.Derivative(x => x, NaN), "Derivative: x is NaN"),
        Fails("Gradients.Derivative(Func<Double, Double>, Double, Nullable<Double>, Difference)", () => Gradients.Derivative(x => x, 1, NaN), "The step h is NaN"),
        Is("Gradients.Derivative(Func<Double, Double>, Double, Nullable<Double>, Difference)", () => Gradients.Derivative(x => x * x, -0.0), 0.0),
        Fails("Gradients.Numerical(Func<Tensor, Double>, Tensor, Nullable<Double>, Difference, Nullable<Int32>, IProgress<Double>, CancellationToken)", () => Gradients.Numerical(x => x.Sum(), Tensor.Of(0, Infinity)), "Numerical: x at position 1 is"),
        Fails("Gradients.Partial(Func<Tensor, Double>, Tensor, Int32, Nullable<Double>, Difference)", () => Gradients.Partial(x => 1, Tensor.Of(), 0), "Partial: index 0 is out of range: a point of shape (0) has no elements"),
        Is("Gradients.Descend(Func<Tensor, Double>, Tensor, Double, Int32, Func<Tensor, Tensor>, Nullable<Double>, CancellationToken)", () => Gradients.Descend(x => 1, Tensor.Of(NaN), 0.1, 9).Points.Count, 1),

        // A network: NaN goes through, an infinity that leaves no answer is named, and so is a score that is too large.
        Is("TwoLayerNetwork.Logits(Tensor)", () => NotANumber.Logits(Tensor.Of(1, 2)), Tensor.Of(NaN, NaN)),
        Is("TwoLayerNetwork.Logits(Tensor)", () => Infinite.Logits(Tensor.Of(1, 2))[0], Infinity),
        Fails("TwoLayerNetwork.Logits(Tensor)", () => (Network with { W1 = Tensor.FromRows([Infinity], [-Infinity]) }).Logits(Tensor.Of(1, 1)), "Logits: W1 holds"),
        Fails("TwoLayerNetwork.Predict(Tensor)", () => Infinite.Predict(Tensor.Of(1, 2)), "Predict: W2 holds"),
        Fails("TwoLayerNetwork.Predict(Tensor)", () => Overflowing.Predict(Tensor.Of(1, 2)), "Predict: the score of class 0 for sample 0 is"),
        Is("TwoLayerNetwork.Predict(Tensor)", () => (Network with { B2 = Tensor.Of(-Infinity, 1) }).Predict(Tensor.Of(1, 2)), Tensor.Of(0, 1)),
        Is("TwoLayerNetwork.Predict(Tensor)", () => double.IsNaN(NotANumber.Predict(Tensor.Of(1, 2))[0]), true),
        Fails("TwoLayerNetwork.Classify(Tensor)", () => NotANumber.Classify(Tensor.Of(1, 2)), "Classify: the score of class 0 is NaN for sample 0"),
        Fails("TwoLayerNetwork.Accuracy(ImageSet)", () => NotANumber.Accuracy(ImageSet.Create([1, 2], [0], 1, 2, 2)), "Accuracy: B1 holds NaN at position 0"),
        Is("TwoLayerNetwork.Loss(Tensor, IReadOnlyList<Int32>)", () => NotANumber.Loss(Tensor.Of(1, 2), [0]), NaN),
        Fails("TwoLayerNetwork.Loss(Tensor, IReadOnlyList<Int32>)", () => Infinite.Loss(Tensor.Of(1, 2), [0]), "Loss: W2 holds"),
        Fails("TwoLayerNetwork.Loss(Tensor, Tensor)", () => Network.Loss(Tensor.Of(1, 2), Tensor.Of(0, Infinity)), "Loss: t holds"),
        Is("TwoLayerNetwork.Loss(Tensor, Tensor)", () => (Network with { W2 = Tensor.Zeros(1, 2), B2 = Tensor.Of(-Infinity, 1) }).Loss(Tensor.Of(1, 2), Tensor.Of(0, 1)), 0.0),
        Fails("TwoLayerNetwork.Gradient(Tensor, IReadOnlyList<Int32>)", () => Network.Gradient(Tensor.Of(1, Infinity), [0]), "Gradient: x holds"),
        Fails("TwoLayerNetwork.NumericalGradient(Tensor, IReadOnlyList<Int32>, Nullable<Double>, IProgress<Double>, CancellationToken)", () => Infinite.NumericalGradient(Tensor.Of(1, 2), [0]), "NumericalGradient: W2 at position (0, 0) is"),
        Fails("TwoLayerNetwork.Random(Int32, Int32, Int32, Int32, Double)", () => TwoLayerNetwork.Random(65_536, 65_536, 1, 1), "Shape (65536, 65536) has more elements than a tensor can hold"),
        Is("NetworkGradient.LargestDifference(NetworkGradient)", () => new NetworkGradient(Tensor.FromRows([Infinity]), Tensor.Of(), Tensor.Of(), Tensor.Of()) is var g ? g.LargestDifference(g) : 1, 0.0),

        // Images, features and training.
        Fails("ImageSet.Create(ReadOnlySpan<Byte>, IReadOnlyList<Int32>, Int32, Int32, Int32)", () => ImageSet.Create([], [], int.MaxValue, int.MaxValue), "Shape (2147483647, 2147483647) has more elements"),
        Fails("ImageSet.Create(ReadOnlySpan<Byte>, IReadOnlyList<Int32>, Int32, Int32, Int32)", () => ImageSet.Create([], [], 1, 1, 0), "classes ('0') must be a non-negative and non-zero value"),
        Fails("ImageSet.Pixels(Range)", () => ImageSet.Create([1], [0], 1, 1).Pixels(1..5), "The images 1..5 are not all in a set of 1"),
        Fails("MiniBatch.get_OneHot()", () => new MiniBatch(Tensor.Of(1), [10]).OneHot, "Label 10 is out of range"),
        Fails("DescentPath.get_End()", () => new DescentPath([], [], 1).End, "The path has no points"),
        Is("Neighbour.get_Distance()", () => new Neighbour(0, 0, 0).Distance, 0.0),
        Fails("Neighbour.get_Distance()", () => new Neighbour(0, 0, -1).Distance, "The squared distance is -1"),
        Fails("LinearSupportVectorMachine.Train(ImageFeatures, IReadOnlyList<Int32>, Int32, Double, Int32, Int32, CancellationToken)", () => LinearSupportVectorMachine.Train(ImageFeatures.FromRows([1], [2]), [0, 1], 2, Largest), "The regularisation times the 2 rows"),
        Fails("Sgd.Train(TwoLayerNetwork, ImageSet, ImageSet, SgdOptions, IProgress<TrainingHistory>, CancellationToken)", () => Sgd.Train(NotANumber, ImageSet.Create([1, 2], [0], 1, 2, 2)), "A batch of 100 cannot be drawn"),
        Fails("Sgd.Train(TwoLayerNetwork, ImageSet, ImageSet, SgdOptions, IProgress<TrainingHistory>, CancellationToken)", () => Sgd.Train(NotANumber, ImageSet.Create([1, 2], [0], 1, 2, 2), options: new SgdOptions { BatchSize = 1 }), "Training: B1 holds NaN at position 0"),
        Fails("BackgroundTraining.Start(TwoLayerNetwork, ImageSet, ImageSet, SgdOptions, IProgress<TrainingHistory>, Nullable<Int32>)", () => BackgroundTraining.Start(Infinite, ImageSet.Create([1, 2], [0], 1, 2, 2), options: new SgdOptions { BatchSize = 1 }), "Training: W2 holds"),
        Fails("BackgroundTraining.set_LearningRate(Double)", () => Held(training => training.LearningRate = NaN), "The learning rate must be a finite number above 0"),
        Fails("BackgroundTraining.set_BatchSize(Int32)", () => Held(training => training.BatchSize = int.MaxValue), "A batch of 2,147,483,647 cannot be drawn from 1 images"),
        Fails("BackgroundTraining.PauseAt(Int32)", () => Held(training => training.PauseAt(int.MinValue)), "A run of 1 steps cannot pause at step"),
        Fails("TrainingGuard.RequireFinite(Double, Int32, Double)", () => { TrainingGuard.RequireFinite(Infinity, 0, NaN); return null; }, "Training diverged at step 0: the loss is infinite with a learning rate of NaN."),
    ];

    private static DecidedValue Is(string member, Func<object?> call, object? value) => new(member, call, value, null);

    private static DecidedValue Fails(string member, Func<object?> call, string error) => new(member, call, null, error);

    private static object? Held(Action<BackgroundTraining> change)
    {
        using var training = BackgroundTraining.Start(Network, ImageSet.Create([1, 2], [0], 1, 2, 2), options: new SgdOptions { BatchSize = 1, Steps = 1 }, pauseAt: 0);
        change(training);
        return null;
    }
}
