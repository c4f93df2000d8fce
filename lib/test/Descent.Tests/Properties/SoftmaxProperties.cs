using FsCheck;
using FsCheck.Fluent;

namespace Descent.Tests.Properties;

public sealed class SoftmaxProperties
{
    private static readonly Gen<Tensor> Scores =
        from rows in Gen.Choose(1, 5)
        from classes in Gen.Choose(1, 20)
        from scores in Values.Tensor(Values.Finite, rows, classes)
        select scores;

    [Fact]
    public void Every_row_is_a_distribution_whatever_its_finite_scores() => Property.Holds(Scores, scores =>
    {
        var probabilities = Activations.Softmax(scores);
        Assert.Equal(scores.Shape, probabilities.Shape);
        Assert.All(probabilities.ToArray(), probability => Assert.InRange(probability, 0, 1));
        Assert.All(probabilities.Sum(axis: 1).ToArray(), sum => Assert.Equal(1, sum, 1e-14));
    });

    [Fact]
    public void The_largest_score_gets_the_largest_probability() => Property.Holds(Scores, scores =>
    {
        var probabilities = Activations.Softmax(scores);
        foreach (var (label, row) in scores.ArgMax(axis: 1).Select((label, row) => (label, row)))
            Assert.Equal(probabilities.Row(row).Max(), probabilities[row, label]);
    });

    [Fact]
    public void Adding_the_same_to_every_score_of_a_row_changes_nothing() => Property.Holds(
        from scores in Values.Tensor(Gen.Choose(-800, 800).Select(number => number / 8.0), 3, 10)
        from shifts in Values.Tensor(Gen.Choose(-1_000_000, 1_000_000).Select(number => (double)number), 3, 1)
        select (scores, shifts),
        // Eighths and whole numbers of that size add without rounding, so the bits are the same.
        pair => Assert.Equal(Activations.Softmax(pair.scores), Activations.Softmax(pair.scores + pair.shifts)));

    [Theory]
    [InlineData(1e308)]
    [InlineData(-1e308)]
    [InlineData(double.MaxValue)]
    [InlineData(double.MinValue)]
    public void Scores_at_the_ends_of_the_scale_do_not_overflow(double score)
    {
        Assert.Equal(Tensor.Of(0.5, 0.5), Activations.Softmax(Tensor.Of(score, score)));
        Assert.Equal(score > 0 ? Tensor.Of(1, 0) : Tensor.Of(0, 1), Activations.Softmax(Tensor.Of(score, -score)));
    }

    [Fact]
    public void A_score_that_is_not_a_number_spoils_its_own_row_and_no_other()
    {
        var probabilities = Activations.Softmax(Tensor.FromRows([1, double.NaN, 2], [3, 3, 3]));
        Assert.All(probabilities.Row(0).ToArray(), probability => Assert.True(double.IsNaN(probability)));
        Assert.True(probabilities.Row(1).AlmostEquals(Tensor.Of(1, 1, 1) / 3));
    }

    [Fact]
    public void An_infinite_score_is_named_with_its_row_and_minus_infinity_is_a_probability_of_0()
    {
        static string Refusal(Tensor scores) => Assert.Throws<ArgumentException>("x", () => Activations.Softmax(scores)).Message;
        const double Infinity = double.PositiveInfinity;

        Assert.StartsWith("Softmax: the score at element 1 is ∞", Refusal(Tensor.Of(1, Infinity)));
        Assert.StartsWith("Softmax: the score at row 1, element 2 is ∞", Refusal(Tensor.FromRows([3, 3, 3], [1, -Infinity, Infinity])));
        Assert.StartsWith("Softmax: the score at row (0, 1), element 0 is ∞", Refusal(Tensor.Create([1, 2, Infinity, 3], 1, 2, 2)));
        Assert.StartsWith("Softmax: all scores of row 1 are −∞, from element 0 on", Refusal(Tensor.FromRows([3, 3], [-Infinity, -Infinity])));
        Assert.Equal(Tensor.Of(0, 1), Activations.Softmax(Tensor.Of(-Infinity, 5)));
        Assert.Equal(Tensor.FromRows([0, 1], [0.5, 0.5]), Activations.Softmax(Tensor.FromRows([-Infinity, double.MinValue], [double.MaxValue, double.MaxValue])));
    }

    [Fact]
    public void The_sigmoid_is_a_probability_that_rises_and_is_that_of_softmax_with_two_classes() => Property.Holds(Values.Tensor(Values.Finite, 8), x =>
    {
        var probabilities = Activations.Sigmoid(x);
        Assert.All(probabilities.ToArray(), probability => Assert.InRange(probability, 0, 1));
        foreach (var (first, second) in x.ToArray().Order().Zip(x.ToArray().Order().Skip(1)))
            Assert.True(Activations.Sigmoid(first) <= Activations.Sigmoid(second), $"{first}, {second}");
        foreach (var (score, probability) in x.ToArray().Zip(probabilities.ToArray()))
            Assert.Equal(Activations.Softmax(Tensor.Of(score, 0))[0], probability, 1e-14);
    });
}
