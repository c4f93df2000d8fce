using System.Reflection;
using MathNet.Numerics.LinearAlgebra;

namespace Descent.Tests.EdgeNumbers;

/// <summary>The arguments at the edges: NaN, the infinities, both zeros, the largest and the smallest number; nothing, one and a few of them.</summary>
internal static class EdgeArguments
{
    private const double Infinity = double.PositiveInfinity;

    private static readonly double[] Numbers = [double.NaN, Infinity, -Infinity, 0, -0.0, double.Epsilon, -double.Epsilon, double.MaxValue, double.MinValue, 1, 0.5];

    private static readonly Tensor[] Tensors =
    [
        Tensor.Of(), Tensor.Zeros(0, 2), Tensor.Zeros(2, 0), Tensor.Zeros(65_536, 65_536, 0),
        .. Numbers.Select(number => Tensor.Scalar(number)),
        .. Numbers.Select(number => Tensor.Of(number)),
        .. Numbers.Select(number => Tensor.FromRows([0.25, number])),
        .. Numbers.Select(number => Tensor.FromRows([number, -number], [number, 1])),
        Tensor.Of(double.MaxValue, double.MaxValue, double.MinValue, double.MinValue), Tensor.Of(Infinity, Infinity), Tensor.Of(-Infinity, -Infinity), Tensor.Of(Infinity, -Infinity),
        Tensor.Of(0, 1), Tensor.FromRows([0, 1], [1, 0]), Tensor.Create([1, 2, 3, 4, 5, 6, 7, 8], 2, 2, 2),
    ];

    private static readonly ImageSet[] Sets =
    [
        ImageSet.Create([], [], 1, 2, 2), ImageSet.Create([0, 255], [1], 1, 2, 2), ImageSet.Create([0, 0, 255, 255], [0, 1], 1, 2, 2), ImageSet.Create([7], [0], 1, 1, 1),
        ImageSet.Create([], [], 40_000, 40_000, 10), ImageSet.Create([], [], 1, 1, int.MaxValue),
    ];

    private static readonly ImageFeatures[] Features = [ImageFeatures.FromRows([0]), ImageFeatures.FromRows([0, 255], [255, 0]), ImageFeatures.FromRows([0, 1]).Take(0)];

    private static readonly TwoLayerNetwork[] Networks =
    [
        TwoLayerNetwork.Random(2, 3, 2, seed: 1), TwoLayerNetwork.Random(1, 1, 1, seed: 1),
        .. Numbers.Select(number => TwoLayerNetwork.Random(2, 1, 2, seed: 1) with { W1 = Tensor.FromRows([number], [1]) }),
        .. Numbers.Select(number => TwoLayerNetwork.Random(2, 1, 2, seed: 1) with { W2 = Tensor.FromRows([number, -number]) }),
        .. Numbers.Select(number => TwoLayerNetwork.Random(2, 1, 2, seed: 1) with { B2 = Tensor.Of(number, number) }),
        new(Tensor.Zeros(2, 0), Tensor.Of(), Tensor.Zeros(0, 2), Tensor.Of(1, 2)), new(Tensor.Zeros(0, 1), Tensor.Of(1), Tensor.Zeros(1, 2), Tensor.Of(1, 2)),
        new(Tensor.Zeros(2, 1), Tensor.Of(1), Tensor.Zeros(1, 0), Tensor.Of()), new(Tensor.Scalar(1), Tensor.Of(1), Tensor.Of(2), Tensor.Of(1)),
    ];

    private static readonly NetworkGradient[] NetworkGradients =
    [
        .. Numbers.Select(number => new NetworkGradient(Tensor.FromRows([number], [1]), Tensor.Of(0), Tensor.FromRows([number, 1]), Tensor.Of(0, number)) { Loss = number }),
        new(Tensor.Scalar(1), Tensor.Of(1), Tensor.Of(2), Tensor.Of(1)),
    ];

    private static readonly Dictionary<Type, object?[]> ByType = new()
    {
        [typeof(double)] = [.. Numbers.Cast<object>()],
        [typeof(double?)] = [null, .. Numbers.Cast<object>()],
        [typeof(int)] = [0, 1, -1, 2, int.MaxValue, int.MinValue],
        [typeof(int?)] = [null, 0, 1, -1],
        [typeof(bool)] = [false, true],
        [typeof(string)] = ["", "no such folder"],
        [typeof(byte[][])] = [Array.Empty<byte[]>(), new byte[][] { [] }, new byte[][] { [1], [2] }, new byte[][] { [1], [2, 3] }],
        [typeof(double[][])] = [Array.Empty<double[]>(), new double[][] { [] }, new double[][] { [1], [double.NaN] }, new double[][] { [1], [2, 3] }],
        [typeof(double[,])] = [new double[0, 2], new double[,] { { Infinity } }],
        [typeof(IReadOnlyList<int>)] = [Array.Empty<int>(), new[] { 0 }, new[] { 1 }, new[] { -1 }, new[] { int.MaxValue }, new[] { 0, 1 }],
        [typeof(IReadOnlyList<Tensor>)] = [Array.Empty<Tensor>(), new[] { Tensor.Of(1) }, new[] { Tensor.Of(1), Tensor.Of() }],
        [typeof(ReadOnlyMemory<byte>)] = [ReadOnlyMemory<byte>.Empty, new ReadOnlyMemory<byte>([1]), new ReadOnlyMemory<byte>([0, 255]), new ReadOnlyMemory<byte>(new byte[16])],
        [typeof(Range)] = [Range.All, 0..0, 1..2, 2..1, ^9.., Range.EndAt(int.MaxValue)],
        [typeof(Difference)] = [Difference.Central, Difference.Forward, (Difference)7],
        [typeof(Func<double, double>)] = [(Func<double, double>)(x => x / 2), (Func<double, double>)(x => 3)],
        [typeof(Func<Tensor, double>)] = [(Func<Tensor, double>)(x => x.Sum())],
        [typeof(Func<Tensor, Tensor>)] = [null, (Func<Tensor, Tensor>)(x => x)],
        [typeof(IProgress<double>)] = [null],
        [typeof(IProgress<TrainingHistory>)] = [null],
        [typeof(CancellationToken)] = [CancellationToken.None],
        [typeof(Matrix<double>)] = [Matrix<double>.Build.Dense(1, 1, double.NaN), Matrix<double>.Build.Dense(2, 1, Infinity)],
        [typeof(Vector<double>)] = [Vector<double>.Build.Dense(1, double.NaN), Vector<double>.Build.Dense(2, Infinity)],
        [typeof(Tensor)] = Tensors,
        [typeof(object)] = [null, .. Tensors],
        [typeof(ImageSet)] = Sets,
        [typeof(ImageFeatures)] = Features,
        [typeof(TwoLayerNetwork)] = Networks,
        [typeof(NetworkGradient)] = NetworkGradients,
        [typeof(SgdOptions)] = [null, .. Numbers.Select(number => new SgdOptions { LearningRate = number, BatchSize = 1, Steps = 2 }), new SgdOptions { BatchSize = 0 }, new SgdOptions { BatchSize = int.MaxValue }, new SgdOptions { BatchSize = 1, Steps = 0 }, new SgdOptions { BatchSize = 1, Steps = int.MinValue }, new SgdOptions { BatchSize = 1, Steps = 2, ReportEvery = 0 }, new SgdOptions { BatchSize = 1, Steps = 2, Gradient = GradientMethod.Numerical }],
        [typeof(KNearestNeighbors)] = [new KNearestNeighbors(Features[0], [int.MaxValue], k: 1), new KNearestNeighbors(Features[1], [0, 1], k: 2)],
        [typeof(LinearSupportVectorMachine)] = [LinearSupportVectorMachine.Train(Features[1], [0, 1], 2)],
        [typeof(MiniBatch)] = [new MiniBatch(Tensor.Of(), []), new MiniBatch(Tensor.Of(1), [0]), new MiniBatch(Tensor.Of(1), [10]), new MiniBatch(Tensor.Of(1), [-1]), new MiniBatch(Tensor.Of(1), [0]) { Classes = int.MaxValue }, new MiniBatch(Tensor.Of(1), [0]) { Classes = -1 }],
        [typeof(BatchSampler)] = [new BatchSampler(Sets[1], 1, int.MinValue), new BatchSampler(Sets[2], 2, 0)],
        [typeof(Neighbour)] = [new Neighbour(0, 0, 0), new Neighbour(int.MaxValue, int.MinValue, int.MaxValue)],
        [typeof(DescentPath)] = [new DescentPath([], [], double.NaN), new DescentPath([Tensor.Of()], [1], 1)],
        [typeof(TrainingHistory)] = [new TrainingHistory([], [])],
    };

    // These say how long to go on; the largest takes as long as it says.
    private static readonly Dictionary<string, object?[]> ByName = new()
    {
        ["steps"] = [0, 1, 3, -1, int.MinValue],
        ["epochs"] = [1, 0, -1, int.MinValue],
        ["step"] = [0, 1, -1, int.MaxValue],
    };

    /// <summary>The values to try for the instance and for each parameter; null where a type has none.</summary>
    public static object?[][]? For(MethodBase member)
    {
        var places = member.GetParameters().Select(parameter => ByName.GetValueOrDefault(parameter.Name!) ?? ByType.GetValueOrDefault(parameter.ParameterType)).ToList();
        if (!member.IsStatic && !member.IsConstructor)
            places.Insert(0, ByType.GetValueOrDefault(member.DeclaringType!));
        return places.Contains(null) ? null : [.. places.Select(values => values!)];
    }

    public static bool HoldsNaN(object? value) => value switch
    {
        double number => double.IsNaN(number),
        Tensor tensor => tensor.ToArray().Any(double.IsNaN),
        TwoLayerNetwork network => HoldsNaN(network.W1) || HoldsNaN(network.B1) || HoldsNaN(network.W2) || HoldsNaN(network.B2),
        NetworkGradient gradient => HoldsNaN(gradient.W1) || HoldsNaN(gradient.B1) || HoldsNaN(gradient.W2) || HoldsNaN(gradient.B2) || HoldsNaN(gradient.Loss),
        DescentPath path => path.Points.Any(HoldsNaN), // the values are the function's own
        double[] numbers => numbers.Any(double.IsNaN),
        double[][] rows => rows.Any(HoldsNaN),
        Matrix<double> matrix => matrix.Enumerate().Any(double.IsNaN),
        Vector<double> vector => vector.Enumerate().Any(double.IsNaN),
        TrainingResult result => HoldsNaN(result.Network) || result.History.Losses.Any(double.IsNaN),
        SgdOptions options => HoldsNaN(options.LearningRate),
        _ => false,
    };

    public static string Show(object? value) => value switch
    {
        null => "null",
        Tensor tensor => $"{Shapes.Format(tensor.Shape)} {tensor}",
        TwoLayerNetwork network => $"network({Show(network.W1)}, {Show(network.B1)}, {Show(network.W2)}, {Show(network.B2)})",
        NetworkGradient gradient => $"gradient({Show(gradient.W1)}, {Show(gradient.B1)}, {Show(gradient.W2)}, {Show(gradient.B2)})",
        IReadOnlyList<int> numbers => $"[{string.Join(", ", numbers)}]",
        ReadOnlyMemory<byte> bytes => $"{bytes.Length} bytes",
        _ => $"{value}",
    };
}
