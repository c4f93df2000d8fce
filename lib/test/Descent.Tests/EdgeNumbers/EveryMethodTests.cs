using System.Reflection;

namespace Descent.Tests.EdgeNumbers;

/// <summary>
/// The rule of ARCHITECTURE.md for numbers at the edges, for every public method there is: a number as IEEE would have it, or an error that
/// names the element.
/// </summary>
public sealed class EveryMethodTests
{
    private const int MostCalls = 1_000;

    private static readonly TimeSpan LongestCalls = TimeSpan.FromMinutes(2);

    // What IEEE itself answers with NaN: ∞ − ∞, 0·∞, 0/0, ∞/∞, the root or logarithm of a negative number.
    private static readonly HashSet<string> Arithmetic =
    [
        "Tensor.op_Addition(Tensor, Tensor)", "Tensor.op_Addition(Tensor, Double)", "Tensor.op_Addition(Double, Tensor)",
        "Tensor.op_Subtraction(Tensor, Tensor)", "Tensor.op_Subtraction(Tensor, Double)", "Tensor.op_Subtraction(Double, Tensor)",
        "Tensor.op_Multiply(Tensor, Tensor)", "Tensor.op_Multiply(Tensor, Double)", "Tensor.op_Multiply(Double, Tensor)",
        "Tensor.op_Division(Tensor, Tensor)", "Tensor.op_Division(Tensor, Double)", "Tensor.op_Division(Double, Tensor)",
        "Tensor.Sum()", "Tensor.Sum(Int32, Boolean)", "Tensor.Mean()", "Tensor.Mean(Int32, Boolean)", "Tensor.Dot(Tensor)", "Tensor.MatMul(Tensor)",
        "Tensor.Log()", "Tensor.Sqrt()", "Tensor.Pow(Double)",
        "TwoLayerNetwork.Step(NetworkGradient, Double)", // w − η·g
    ];

    // Spans cannot be made by reflection; DecidedValues tries these one by one. The rest needs a run in the background.
    private static readonly HashSet<string> ElsewhereTried =
    [
        "Tensor.AsSpan()", "Tensor.Of(ReadOnlySpan<Double>)", "Tensor.Create(ReadOnlySpan<Double>, ReadOnlySpan<Int32>)", "Tensor.Zeros(ReadOnlySpan<Int32>)",
        "Tensor.Ones(ReadOnlySpan<Int32>)", "Tensor.Full(Double, ReadOnlySpan<Int32>)", "Tensor.Normal(Int32, Double, Double, ReadOnlySpan<Int32>)",
        "Tensor.Uniform(Int32, Double, Double, ReadOnlySpan<Int32>)", "Tensor.Reshape(ReadOnlySpan<Int32>)", "Tensor.get_Item(ReadOnlySpan<Int32>)",
        "Tensor.With(ReadOnlySpan<Int32>, Double)", "ImageSet.Create(ReadOnlySpan<Byte>, IReadOnlyList<Int32>, Int32, Int32, Int32)",
        "Neighbour.get_Distance()", "BackgroundTraining.set_LearningRate(Double)", "BackgroundTraining.set_BatchSize(Int32)", "BackgroundTraining.PauseAt(Int32)",
        "BackgroundTraining.Start(TwoLayerNetwork, ImageSet, ImageSet, SgdOptions, IProgress<TrainingHistory>, Nullable<Int32>)",
    ];

    // These take no number and give none that anything was computed from.
    private static readonly HashSet<string> WithoutNumbers =
    [
        "BackgroundTraining.get_LearningRate()", "BackgroundTraining.get_BatchSize()", "BackgroundTraining.get_Step()", "BackgroundTraining.get_IsPaused()",
        "BackgroundTraining.get_Latest()", "BackgroundTraining.Resume()", "BackgroundTraining.Stop()", "BackgroundTraining.Dispose()",
        "DataFileException(String, String)", "DataFileException(String, String, Exception)",
        "ShapeException(String, IReadOnlyList<Int32>, String)", "ShapeException(String, IReadOnlyList<Int32>, IReadOnlyList<Int32>, String)",
    ];

    public static TheoryData<string> Names => [.. PublicMembers.All.Keys.Except(ElsewhereTried).Except(WithoutNumbers)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Gives_a_number_or_names_what_is_wrong(string name)
    {
        var member = PublicMembers.All[name];
        var places = EdgeArguments.For(member);
        Assert.True(places is not null, $"{name} takes something for which EdgeArguments has no values. Add some, or list the member here.");
        object?[] tried = [];
        var trying = Task.Run(
            () =>
            {
                foreach (var values in Calls(places))
                    Try(name, member, tried = values);
            },
            TestContext.Current.CancellationToken);
        try
        {
            await trying.WaitAsync(LongestCalls, TestContext.Current.CancellationToken);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"{Shown(name, tried)} does not come to an end.");
        }
    }

    [Fact]
    public void Every_listed_member_exists() =>
        Assert.Empty(Arithmetic.Concat(ElsewhereTried).Concat(WithoutNumbers).Except(PublicMembers.All.Keys));

    [Fact]
    public void What_cannot_be_tried_here_has_a_decided_value() => Assert.Empty(ElsewhereTried.Except(DecidedValues.All.Select(value => value.Member)));

    private static void Try(string name, MethodBase member, object?[] values)
    {
        var isNew = member.IsConstructor;
        object? result;
        try
        {
            var (instance, arguments) = member.IsStatic || isNew ? (null, values) : (values[0], values[1..]);
            result = isNew ? ((ConstructorInfo)member).Invoke(arguments) : member.Invoke(instance, arguments);
        }
        catch (TargetInvocationException failure)
        {
            var error = failure.InnerException!;
            if (error is not (ArgumentException or InvalidOperationException or DataFileException or TrainingDivergedException) || error.Message.Length < 25)
                Assert.Fail($"{Shown(name, values)} throws {error}");
            return;
        }

        if (!Arithmetic.Contains(name) && EdgeArguments.HoldsNaN(result) && !values.Any(EdgeArguments.HoldsNaN))
            Assert.Fail($"{Shown(name, values)} is {EdgeArguments.Show(result)} without NaN in an argument.");
    }

    private static string Shown(string name, object?[] values) => $"{name} of {string.Join("; ", values.Select(EdgeArguments.Show))}";

    /// <summary>Every combination of the values, or as many of them at random.</summary>
    private static IEnumerable<object?[]> Calls(object?[][] places)
    {
        var count = places.Aggregate(1.0, (product, values) => product * values.Length);
        var random = new Random(1);
        for (var call = 0; call < Math.Min(count, MostCalls); call++)
        {
            var rest = call;
            var values = new object?[places.Length];
            for (var place = 0; place < places.Length; place++)
            {
                values[place] = places[place][count > MostCalls ? random.Next(places[place].Length) : rest % places[place].Length];
                rest /= places[place].Length;
            }

            yield return values;
        }
    }
}
