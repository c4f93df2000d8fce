using FsCheck;
using FsCheck.Fluent;

namespace Descent.Tests.Properties;

public sealed class LossProperties
{
    // The square of anything smaller is no double any more.
    private const double SmallestDifference = 1e-150;

    private static readonly Gen<(Tensor Y, Tensor T)> Batches =
        from samples in Gen.Choose(1, 6)
        from outputs in Gen.Choose(1, 12)
        from y in Values.Tensor(Values.Probability, samples, outputs)
        from t in Values.Tensor(Values.Probability, samples, outputs)
        select (y, t);

    private static readonly Gen<(Tensor Y, int[] Labels)> Labelled =
        from samples in Gen.Choose(1, 6)
        from classes in Gen.Choose(1, 12)
        from y in Values.Tensor(Values.Probability, samples, classes)
        from labels in Gen.Choose(0, classes - 1).ArrayOf(samples)
        select (y, labels);

    [Fact]
    public void Squared_error_is_finite_never_negative_and_zero_only_at_equality() => Property.Holds(Batches, batch =>
    {
        var loss = Losses.MeanSquaredError(batch.Y, batch.T);
        var differs = batch.Y.ToArray().Zip(batch.T.ToArray()).Any(pair => Math.Abs(pair.First - pair.Second) > SmallestDifference);
        Assert.True(double.IsFinite(loss) && loss >= 0, $"{loss}");
        Assert.Equal(differs, loss > 0);
        Assert.Equal(0, Losses.MeanSquaredError(batch.Y, batch.Y));
    });

    [Fact]
    public void Squared_error_agrees_with_a_plain_sum() => Property.Holds(Batches, batch =>
    {
        var sum = batch.Y.ToArray().Zip(batch.T.ToArray()).Sum(pair => (pair.First - pair.Second) * (pair.First - pair.Second));
        Assert.Equal(sum / 2 / batch.Y.Shape[0], Losses.MeanSquaredError(batch.Y, batch.T), 1e-12);
    });

    [Fact]
    public void Cross_entropy_is_finite_never_negative_and_zero_only_when_certain_and_right() => Property.Holds(Labelled, batch =>
    {
        var loss = Losses.CrossEntropy(batch.Y, batch.Labels);
        Assert.True(double.IsFinite(loss) && loss >= 0 && !double.IsNegative(loss), $"{loss}");
        Assert.Equal(batch.Labels.Select((label, sample) => batch.Y[sample, label]).Any(probability => probability < 1), loss > 0);
    });

    [Fact]
    public void Cross_entropy_agrees_with_a_plain_sum_and_with_one_hot_targets() => Property.Holds(Labelled, batch =>
    {
        var loss = Losses.CrossEntropy(batch.Y, batch.Labels);
        var plain = batch.Labels.Select((label, sample) => -Math.Log(Math.Max(batch.Y[sample, label], Losses.SmallestProbability))).Average();
        Assert.Equal(plain, loss, 1e-12 * Math.Max(1, plain));
        Assert.Equal(loss, Losses.CrossEntropy(batch.Y, Labels.OneHot(batch.Labels, batch.Y.Shape[1])), 1e-12 * Math.Max(1, plain));
    });

    [Fact]
    public void No_output_costs_less_than_the_targets_themselves() => Property.Holds(Batches, batch =>
    {
        var (y, t) = (Distributions(batch.Y), Distributions(batch.T));
        var (loss, least) = (Losses.CrossEntropy(y, t), Losses.CrossEntropy(t, t));
        Assert.True(double.IsFinite(loss) && loss >= least - 1e-12, $"{loss} is less than {least}");
    });

    [Fact]
    public void What_is_not_finite_makes_no_finite_loss() => Property.Holds(
        from batch in Labelled
        from place in Gen.Choose(0, batch.Y.Length - 1)
        from bad in Gen.Elements(double.NaN, double.PositiveInfinity)
        select (batch.Labels, Y: Tensor.Create([.. batch.Y.ToArray().Select((value, index) => index == place ? bad : value)], [.. batch.Y.Shape])),
        batch =>
        {
            var t = Labels.OneHot(batch.Labels, batch.Y.Shape[1]);
            Assert.False(double.IsFinite(Losses.MeanSquaredError(batch.Y, t)));
            Assert.False(double.IsFinite(Losses.CrossEntropy(batch.Y, t)));
            Assert.False(double.IsFinite(Losses.CrossEntropy(batch.Y, batch.Labels)));
        });

    [Fact]
    public void Finite_outputs_of_any_size_cost_something_that_is_no_NaN() => Property.Holds(
        Values.Tensor(Values.Finite, 3, 4),
        y => Assert.True(Losses.MeanSquaredError(y, Tensor.Zeros(3, 4)) >= 0));

    private static Tensor Distributions(Tensor tensor) => (tensor + 1e-3) / (tensor + 1e-3).Sum(axis: -1, keepDimensions: true);
}
