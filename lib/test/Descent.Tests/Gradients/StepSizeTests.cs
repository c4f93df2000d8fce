namespace Descent.Tests;

public sealed class StepSizeTests
{
    private const double Accuracy = 1e-6;
    private const double Ordinary = 1e-4;

    public static TheoryData<double> Sizes => [1e-9, 1, 10.5, 1e3, 54_321.9, 1e6, 1e9, 1e12, 1e17, 1e100, 1e150];

    public static TheoryData<double> Places => [0, 0.1, 1, 9.99, 10, 10.01, 100, 1_234.5, 99_999, 1e5, 123_456.7, 999_999, 1e6];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void The_slope_of_a_square_is_right_at_every_size(double x)
    {
        foreach (var at in new[] { x, -x })
        {
            Close(2 * at, Gradients.Derivative(v => v * v, at));
            Close(2 * at, Gradients.Partial(v => v[1] * v[1], Tensor.Of(3, at), index: 1));
            Close(2 * at, Gradients.Numerical(v => v.Square().Sum(), Tensor.Of(at))[0]);
            if (x >= 100)
                Close(2 * at, Gradients.Derivative(v => v * v, at, difference: Difference.Forward));
        }
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void The_slopes_of_waves_and_powers_are_right_up_to_a_million(double x)
    {
        foreach (var at in new[] { x, -x })
        {
            Close(Math.Cos(at), Gradients.Derivative(Math.Sin, at));
            Close(1, Gradients.Derivative(v => Math.Exp(v - at), at));
        }
    }

    [Fact]
    public void A_wave_is_right_all_the_way_to_a_million()
    {
        var random = new Random(1);
        for (var i = 0; i < 20_000; i++)
        {
            var at = Math.Pow(10, (random.NextDouble() * 16) - 10) * (random.Next(2) * 2 - 1);

            // Where the slope is nearly 0, rounding of sin itself is more than a millionth of it.
            Assert.Equal(Math.Cos(at), Gradients.Derivative(Math.Sin, at), Accuracy * Math.Max(Math.Abs(Math.Cos(at)), 1e-2));
        }
    }

    [Fact]
    public void Up_to_10_no_bit_differs_from_the_plain_formula()
    {
        var random = new Random(2);
        double[] points = [0, -0.0, 10, -10, 1e-9, double.Epsilon, .. Enumerable.Range(0, 2_000).Select(_ => (random.NextDouble() * 20) - 10)];
        foreach (var x in points)
        {
            foreach (var f in new Func<double, double>[] { v => v * v, Math.Sin, v => Math.Exp(v) / 3 })
            {
                var central = (f(x + Ordinary) - f(x - Ordinary)) / (2 * Ordinary);
                SameBits(central, Gradients.Derivative(f, x));
                SameBits(central, Gradients.Derivative(f, x, Ordinary));
                SameBits(central, Gradients.Partial(v => f(v[0]), Tensor.Of(x), 0));
                SameBits(central, Gradients.Numerical(v => f(v[0]), Tensor.Of(x))[0]);
                SameBits((f(x + Ordinary) - f(x)) / Ordinary, Gradients.Derivative(f, x, difference: Difference.Forward));
            }
        }
    }

    [Fact]
    public void A_given_step_stays_at_any_size()
    {
        static double F(double v) => v * v;
        foreach (var x in new[] { 11, 1e3, -1e6, 1e9 })
        {
            SameBits((F(x + Ordinary) - F(x - Ordinary)) / (2 * Ordinary), Gradients.Derivative(F, x, Ordinary));
            SameBits((F(x + Ordinary) - F(x)) / Ordinary, Gradients.Derivative(F, x, Ordinary, Difference.Forward));
        }
    }

    [Fact]
    public void Beyond_10_the_step_grows_and_each_element_has_its_own()
    {
        var seen = new List<double[]>();
        Gradients.Numerical(x => { seen.Add(x.ToArray()); return 0; }, Tensor.Of(10, 1e6, -1e9));
        Assert.Equal([10 + Ordinary, 10 - Ordinary], seen[..2].Select(x => x[0]));
        Assert.Equal(1e6 + 1.09999e-3, seen[2][1], 1e-9);
        Assert.Equal(-1e9 - 1.0001, seen[5][2], 1e-6);
        var steps = new List<double>();
        foreach (var x in new[] { 10, 10.001, 11, 100, 1e3, 1e4, 1e5, 1e6, 1e12 })
            steps.Add(StepSize.At(x));
        Assert.Equal(steps.Order().Distinct(), steps);
        Assert.Equal(StepSize.At(1e5), StepSize.At(-1e5));
    }

    [Theory]
    [InlineData(1e13, Ordinary, '+')]
    [InlineData(-1e17, 1, '+')]
    [InlineData(5, 1e-50, '+')]
    [InlineData(1, 1e-16, '+')]
    [InlineData(-1, 1e-16, '−')]
    public void A_given_step_that_rounds_away_is_named_with_what_to_do(double x, double h, char sign)
    {
        foreach (var attempt in new Action[]
        {
            () => Gradients.Derivative(v => v, x, h),
            () => Gradients.Partial(v => v[1], Tensor.Of(0, x), 1, h),
            () => Gradients.Numerical(v => v[1], Tensor.Of(0, x), h),
        })
        {
            var message = Assert.Throws<ArgumentException>(nameof(h), attempt).Message;
            Assert.Contains($"is {x} and the step h is {h}: x ", message, StringComparison.Ordinal);
            Assert.Contains("h rounds to x", message, StringComparison.Ordinal);
            Assert.Contains("Give a larger h, or none", message, StringComparison.Ordinal);
        }

        if (sign == '+')
            Assert.Throws<ArgumentException>(nameof(h), () => Gradients.Derivative(v => v, x, h, Difference.Forward));
    }

    [Fact]
    public void A_step_that_leaves_the_doubles_is_named()
    {
        Assert.Contains("there is no double for x + h or x − h", Assert.Throws<ArgumentException>("h", () => Gradients.Derivative(v => v, double.MaxValue)).Message, StringComparison.Ordinal);
        Assert.Contains("the step h is 1E+308", Assert.Throws<ArgumentException>("h", () => Gradients.Derivative(v => v, 0, 1e308)).Message, StringComparison.Ordinal);
        Assert.Equal(1, Gradients.Derivative(v => v, 1e308), Accuracy);
        Assert.Equal(1.7e307, Gradients.Derivative(v => v > 0 ? 1.7e308 : -1.7e308, 0, 10));
    }

    [Fact]
    public void The_gradient_of_a_network_has_the_same_steps()
    {
        var network = TwoLayerNetwork.Random(3, 4, 3, seed: 5, standardDeviation: 1);
        network = network with { W1 = network.W1.With(0, 1, 14).With(2, 3, -40), W2 = network.W2.With(1, 0, 25), B1 = Tensor.Of(0, 11, 39, 1) };
        var x = Tensor.FromRows([0, 1, 0.5], [0.3, 0, 0.7], [0.05, 0.2, 0]);
        Assert.InRange(network.NumericalGradient(x, [0, 1, 2]).LargestDifference(BlackBox(network, x, [0, 1, 2])), 0, 1e-9);
    }

    [Fact]
    public void Each_weight_of_a_network_has_the_step_of_its_size()
    {
        // The large weights take each other's place, so that the answers stay moderate; their step of 0.1 shows in the gradient.
        const double Large = 1e8;
        var x = Tensor.FromRows([1, 1], [1, 1]);
        var hidden = TwoLayerNetwork.Random(2, 2, 3, seed: 1, standardDeviation: 1) with { W1 = Tensor.FromRows([Large, -Large], [-Large, 0.2]), B1 = Tensor.Of(0.3, Large) };
        var (found, expected) = (hidden.NumericalGradient(x, [0, 1]), BlackBox(hidden, x, [0, 1]));
        Assert.True(found.W1.Row(0).AlmostEquals(expected.W1.Row(0), 1e-5), $"{found.W1} instead of {expected.W1}");
        Assert.Equal(expected.B1[1], found.B1[1], 1e-5);
        Assert.False(hidden.NumericalGradient(x, [0, 1], h: 1e-4).W1.Row(0).AlmostEquals(expected.W1.Row(0), 1e-5));

        var outer = hidden with { W1 = Tensor.FromRows([50, 0.1], [50, 0.2]), B1 = Tensor.Zeros(2), W2 = Tensor.FromRows([Large, Large + 0.5, Large - 0.3], [1, 0.7, -1]) };
        Assert.True(outer.NumericalGradient(x, [0, 1]).W2.AlmostEquals(BlackBox(outer, x, [0, 1]).W2, 1e-5));
        Assert.False(outer.NumericalGradient(x, [0, 1], h: 1e-4).W2.AlmostEquals(BlackBox(outer, x, [0, 1]).W2, 1e-5));

        var biased = TwoLayerNetwork.Random(2, 2, 3, seed: 1, standardDeviation: 1) with { B2 = Tensor.Of(Large, Large + 0.5, Large - 0.3) };
        Assert.True(biased.NumericalGradient(x, [0, 1]).B2.AlmostEquals(BlackBox(biased, x, [0, 1]).B2, 1e-5));
        Assert.False(biased.NumericalGradient(x, [0, 1], h: 1e-4).B2.AlmostEquals(BlackBox(biased, x, [0, 1]).B2, 1e-5));
    }

    [Fact]
    public void Inputs_and_weights_that_move_a_network_far_are_the_black_box_s_own()
    {
        var network = TwoLayerNetwork.Random(2, 3, 2, seed: 3, standardDeviation: 1);
        var distant = Tensor.FromRows([1e7, 0], [1, double.MaxValue]);
        Assert.Equal(0, network.NumericalGradient(distant, [0, 1]).LargestDifference(BlackBox(network, distant, [0, 1])));
        var heavy = network with { W1 = Tensor.FromRows([1e12, 1, 2], [-1e12, 1, double.MaxValue / 1e6]) };
        var x = Tensor.FromRows([1, 1], [0.5, 0.5 + 1e-12]);
        Assert.Equal(0, heavy.NumericalGradient(x, [0, 1]).LargestDifference(BlackBox(heavy, x, [0, 1])));
    }

    [Fact]
    public void A_given_step_that_rounds_away_from_a_weight_is_named()
    {
        var network = TwoLayerNetwork.Random(2, 3, 2, seed: 3) with { B1 = Tensor.Of(0, 1e13, 0) };
        var message = Assert.Throws<ArgumentException>("h", () => network.NumericalGradient(Tensor.Of(1, 2), [0], h: 1e-4)).Message;
        Assert.StartsWith("NumericalGradient: B1 at position 1 is 10000000000000 and the step h is 0.0001: x + h rounds to x", message);
        Assert.True(double.IsFinite(network.NumericalGradient(Tensor.Of(1, 2), [0]).B1[1]));
    }

    [Fact]
    public void A_walk_with_a_given_step_shows_what_that_does()
    {
        static double Bowl(Tensor x) => x.Square().Sum();
        var fixedStep = Gradients.Descend(Bowl, Tensor.Of(-3, 4), learningRate: 10, steps: 10, h: Ordinary);
        var exact = Gradients.Descend(Bowl, Tensor.Of(-3, 4), learningRate: 10, steps: 10, gradient: x => 2 * x);
        Assert.Equal("-2.59e+13, -1.30e+12", $"{fixedStep.End[0]:0.00e+0}, {fixedStep.End[1]:0.00e+0}");
        Assert.True(((Gradients.Descend(Bowl, Tensor.Of(-3, 4), 10, 10).End / exact.End) - 1).Abs().Max() < 1e-6);
        Assert.Contains("a gradient was given", Assert.Throws<ArgumentException>("h", () => Gradients.Descend(Bowl, Tensor.Of(1), 0.1, 1, x => x, h: 1e-4)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("h", () => Gradients.Ascend(Bowl, Tensor.Of(1), 0.1, 1, h: 0));
        Assert.Equal(4, Gradients.Descend(_ => 1, Tensor.Of(), 0.1, 3).Points.Count);
        Assert.Equal(2, Gradients.Descend(x => Math.Tanh(x[0]), Tensor.Of(1), double.MaxValue, 9, gradient: _ => Tensor.Of(10)).Points.Count);
    }

    private static NetworkGradient BlackBox(TwoLayerNetwork network, Tensor x, int[] labels) => new(
        Gradients.Numerical(w => (network with { W1 = w }).Loss(x, labels), network.W1),
        Gradients.Numerical(b => (network with { B1 = b }).Loss(x, labels), network.B1),
        Gradients.Numerical(w => (network with { W2 = w }).Loss(x, labels), network.W2),
        Gradients.Numerical(b => (network with { B2 = b }).Loss(x, labels), network.B2));

    private static void Close(double expected, double found) => Assert.Equal(expected, found, Accuracy * Math.Abs(expected));

    private static void SameBits(double expected, double found) => Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(found));
}
