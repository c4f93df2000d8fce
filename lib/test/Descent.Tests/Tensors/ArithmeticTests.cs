namespace Descent.Tests;

public sealed class ArithmeticTests
{
    private static readonly Tensor A = Tensor.Of(6, 8);
    private static readonly Tensor B = Tensor.Of(3, 2);

    [Fact]
    public void Operators_work_element_by_element_and_leave_their_operands_alone()
    {
        Assert.Equal(Tensor.Of(9, 10), A + B);
        Assert.Equal(Tensor.Of(3, 6), A - B);
        Assert.Equal(Tensor.Of(18, 16), A * B);
        Assert.Equal(Tensor.Of(2, 4), A / B);
        Assert.Equal(Tensor.Of(-6, -8), -A);
        Assert.Equal(Tensor.Of(6, 8), A);
    }

    [Fact]
    public void Numbers_stand_on_either_side()
    {
        Assert.Equal(Tensor.Of(7, 9), A + 1);
        Assert.Equal(Tensor.Of(7, 9), 1 + A);
        Assert.Equal(Tensor.Of(5, 7), A - 1);
        Assert.Equal(Tensor.Of(-5, -7), 1 - A);
        Assert.Equal(Tensor.Of(12, 16), A * 2);
        Assert.Equal(Tensor.Of(12, 16), 2 * A);
        Assert.Equal(Tensor.Of(3, 4), A / 2);
        Assert.Equal(Tensor.Of(4, 3), 24 / A);
    }

    [Theory]
    [InlineData(new[] { 3, 4 }, new[] { 4 })]
    [InlineData(new[] { 4 }, new[] { 3, 4 })]
    [InlineData(new[] { 3, 1 }, new[] { 3, 4 })]
    [InlineData(new[] { 3, 4 }, new[] { 3, 1 })]
    [InlineData(new[] { 3, 1 }, new[] { 1, 4 })]
    [InlineData(new[] { 1 }, new[] { 3, 4 })]
    [InlineData(new int[0], new[] { 3, 4 })]
    [InlineData(new[] { 2, 3, 4 }, new[] { 3, 1 })]
    [InlineData(new[] { 2, 1, 4 }, new[] { 3, 4 })]
    [InlineData(new[] { 5, 1, 1 }, new[] { 1, 3, 1 })]
    [InlineData(new[] { 0, 4 }, new[] { 4 })]
    [InlineData(new[] { 1, 4 }, new[] { 0, 1 })]
    public void Broadcasting_agrees_with_a_plain_loop(int[] leftShape, int[] rightShape)
    {
        var left = Tensor.Normal(1, 0, 1, leftShape);
        var right = Tensor.Normal(2, 3, 1, rightShape);
        Assert.Equal(Reference(left, right, (a, b) => a + b), left + right);
        Assert.Equal(Reference(left, right, (a, b) => a - b), left - right);
        Assert.Equal(Reference(left, right, (a, b) => a * b), left * right);
        Assert.Equal(Reference(left, right, (a, b) => a / b), left / right);
    }

    [Fact]
    public void Elementwise_functions_agree_with_Math()
    {
        var x = Tensor.Of(0.1, 0.5, 1, 2, 3, 4, 5.5, 7, 9);
        Assert.True(x.Exp().AlmostEquals(x.Map(Math.Exp), 1e-11));
        Assert.True(x.Log().AlmostEquals(x.Map(Math.Log), 1e-15));
        Assert.True(x.Tanh().AlmostEquals(x.Map(Math.Tanh), 1e-15));
        Assert.Equal(x.Map(Math.Sqrt), x.Sqrt());
        Assert.Equal(x, (-x).Abs());
        Assert.Equal(x * x, x.Square());
        Assert.Equal(Tensor.Of(8, 27), Tensor.Of(2, 3).Pow(3));
        Assert.Equal(Tensor.Of(0, 0.5, 1), Tensor.Of(-2, 0.5, 7).Clamp(0, 1));
    }

    [Fact]
    public void An_element_s_result_does_not_depend_on_its_neighbours()
    {
        var x = Tensor.Uniform(1, 0.1, 5, 37);
        foreach (var function in new Func<Tensor, Tensor>[] { t => t.Exp(), t => t.Log(), t => t.Tanh(), Activations.Sigmoid })
        {
            var all = function(x);
            for (var i = 0; i < x.Length; i++)
                Assert.Equal(all[i], function(Tensor.Of(x[i]))[0]);
        }
    }

    [Fact]
    public void Special_values_pass_through()
    {
        Assert.Equal(Tensor.Of(double.NegativeInfinity, double.NaN), Tensor.Of(0, -1).Log().Map(x => double.IsNaN(x) ? double.NaN : x));
        Assert.Equal(double.PositiveInfinity, (1 / Tensor.Of(0))[0]);
        Assert.True(double.IsNaN(Tensor.Of(double.NaN).Clamp(0, 1)[0]));
        Assert.Contains("Swap them", Assert.Throws<ArgumentException>(() => A.Clamp(1, 0)).Message);
    }

    private static Tensor Reference(Tensor left, Tensor right, Func<double, double, double> operation)
    {
        var rank = Math.Max(left.Rank, right.Rank);
        var leftShape = Enumerable.Repeat(1, rank - left.Rank).Concat(left.Shape).ToArray();
        var rightShape = Enumerable.Repeat(1, rank - right.Rank).Concat(right.Shape).ToArray();
        var shape = leftShape.Zip(rightShape, (a, b) => a == 1 ? b : a).ToArray();
        var values = new List<double>();
        var index = new int[rank];
        for (var n = shape.Aggregate(1, (a, b) => a * b); n > 0; n--)
        {
            values.Add(operation(
                left[index.Zip(leftShape, (i, size) => size == 1 ? 0 : i).Skip(rank - left.Rank).ToArray()],
                right[index.Zip(rightShape, (i, size) => size == 1 ? 0 : i).Skip(rank - right.Rank).ToArray()]));
            for (var axis = rank - 1; axis >= 0 && ++index[axis] == shape[axis]; axis--)
                index[axis] = 0;
        }

        return Tensor.Create([.. values], shape);
    }
}
