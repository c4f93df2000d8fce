using FsCheck;
using FsCheck.Fluent;

namespace Descent.Tests.Properties;

public sealed class LossProperties
{
    // The square of anything smaller may be 0, and that of anything larger no double any more.
    private const double SmallestDifference = 1e-150;
    private const double LargestDifference = 1.3e154;

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
    public void Squared_error_of_any_finite_numbers_is_finite_but_for_squares_that_are_no_double() => Property.Holds(
        from samples in Gen.Choose(1, 3)
        from y in Values.Tensor(Values.Finite, samples, 4)
        from difference in Values.Tensor(Gen.Frequency((3, Gen.Constant(0.0)), (1, Values.Finite)), samples, 4)
        select (y, t: y + difference is var t && t.ToArray().All(double.IsFinite) ? t : y),
        batch =>
        {
            var differences = batch.y.ToArray().Zip(batch.t.ToArray(), (one, other) => Math.Abs(one - other)).ToList();
            var loss = Losses.MeanSquaredError(batch.y, batch.t);
            Assert.Equal(differences.Exists(difference => difference > LargestDifference), double.IsPositiveInfinity(loss));
            Assert.True(loss >= 0 && !double.IsNegative(loss), $"{loss}");
            if (differences.TrueForAll(difference => difference == 0 || difference > SmallestDifference))
                Assert.Equal(differences.Exists(difference => difference > 0), loss > 0);
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
    public void Cross_entropy_with_any_targets_is_finite_never_negative_and_zero_only_when_certain_and_right() => Property.Holds(Batches, batch =>
    {
        var loss = Losses.CrossEntropy(batch.Y, batch.T);
        Assert.True(double.IsFinite(loss) && loss >= 0 && !double.IsNegative(loss), $"{loss}");
        var pairs = batch.Y.ToArray().Zip(batch.T.ToArray()).ToList();
        if (pairs.TrueForAll(pair => pair.First == 1 || pair.Second == 0))
            Assert.Equal(0, loss);
        // The product of smaller ones may be 0.
        if (pairs.Exists(pair => pair.Second * (1 - pair.First) > SmallestDifference))
            Assert.True(loss > 0, $"{loss}");
    });

    [Fact]
    public void What_is_no_probability_is_refused_with_its_value_and_position() => Property.Holds(
        from batch in Labelled
        from place in Gen.Choose(0, batch.Y.Length - 1)
        from bad in Gen.Elements(-double.Epsilon, -1e-9, -1, -1e308, double.NegativeInfinity, 1 + 1e-8, 1.5, 1e308, double.MaxValue, double.PositiveInfinity)
        select (batch.Labels, Bad: bad, Place: place, Y: With(batch.Y, place, bad), Good: batch.Y),
        batch =>
        {
            var told = $"holds {batch.Bad} at position {batch.Place}, but a probability cannot be {(batch.Bad < 0 ? "negative" : "more than 1")}.";
            Assert.Contains($"y {told}", Assert.Throws<ArgumentException>("y", () => Losses.CrossEntropy(batch.Y, batch.Labels)).Message, StringComparison.Ordinal);
            Assert.Contains($"y {told}", Assert.Throws<ArgumentException>("y", () => Losses.CrossEntropy(batch.Y, batch.Good)).Message, StringComparison.Ordinal);
            Assert.Contains($"t {told}", Assert.Throws<ArgumentException>("t", () => Losses.CrossEntropy(batch.Good, batch.Y)).Message, StringComparison.Ordinal);
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
        select (batch.Labels, Bad: bad, Y: With(batch.Y, place, bad)),
        batch =>
        {
            var t = Labels.OneHot(batch.Labels, batch.Y.Shape[1]);
            Assert.False(double.IsFinite(Losses.MeanSquaredError(batch.Y, t)));
            // An infinity is refused: it is more than 1.
            if (double.IsNaN(batch.Bad))
            {
                Assert.True(double.IsNaN(Losses.CrossEntropy(batch.Y, t)));
                Assert.True(double.IsNaN(Losses.CrossEntropy(batch.Y, batch.Labels)));
            }
        });

    private static Tensor With(Tensor tensor, int place, double value) =>
        Tensor.Create([.. tensor.ToArray().Select((kept, index) => index == place ? value : kept)], [.. tensor.Shape]);

    private static Tensor Distributions(Tensor tensor) => (tensor + 1e-3) / (tensor + 1e-3).Sum(axis: -1, keepDimensions: true);
}
