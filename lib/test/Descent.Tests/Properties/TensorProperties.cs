using FsCheck.Fluent;

namespace Descent.Tests.Properties;

public sealed class TensorProperties
{
    [Fact]
    public void A_statement_that_is_wrong_for_a_few_values_is_found_out() =>
        Assert.ThrowsAny<Exception>(() => Property.Holds(Gen.Choose(0, 50), number => Assert.NotEqual(7, number)));

    [Fact]
    public void Broadcasting_agrees_with_a_plain_loop_for_numbers_of_any_kind() => Property.Holds(Values.Broadcastable(Values.Any), pair =>
    {
        var (left, right) = pair;
        AssertSame(Reference(left, right, (a, b) => a + b), left + right);
        AssertSame(Reference(left, right, (a, b) => a - b), left - right);
        AssertSame(Reference(left, right, (a, b) => a * b), left * right);
        AssertSame(Reference(left, right, (a, b) => a / b), left / right);
    });

    [Fact]
    public void Numbers_count_as_tensors_of_one_element() => Property.Holds(Values.Tensor(Values.Any), tensor =>
    {
        foreach (var number in new[] { -2.5, 0, double.PositiveInfinity, double.NaN })
        {
            var scalar = Tensor.Scalar(number);
            AssertSame(tensor + scalar, tensor + number);
            AssertSame(scalar - tensor, number - tensor);
            AssertSame(tensor * scalar, number * tensor);
            AssertSame(scalar / tensor, number / tensor);
        }
    });

    [Fact]
    public void Sums_and_products_commute() => Property.Holds(Values.Broadcastable(Values.Any), pair =>
    {
        AssertSame(pair.Left + pair.Right, pair.Right + pair.Left);
        AssertSame(pair.Left * pair.Right, pair.Right * pair.Left);
        AssertSame(pair.Left - pair.Right, -(pair.Right - pair.Left) + 0);
    });

    [Fact]
    public void Two_transposes_are_none_and_one_reverses_the_axes() => Property.Holds(Values.Tensor(Values.Any), tensor =>
    {
        Assert.Equal(tensor, tensor.Transpose().Transpose());
        Assert.Equal(tensor.Shape.Reverse(), tensor.Transpose().Shape);
    });

    [Fact]
    public void The_matrix_product_agrees_with_a_plain_loop() => Property.Holds(Values.Chain(Values.Ordinary, 2), factors =>
    {
        var (product, reference) = (factors[0].MatMul(factors[1]), PlainProduct(factors[0], factors[1]));
        Assert.True(product.AlmostEquals(reference, 1e-9), $"{product} instead of {reference}");
    });

    [Fact]
    public void The_matrix_product_hides_no_NaN_and_no_infinity() => Property.Holds(Values.Chain(Values.Any, 2), factors =>
    {
        var (product, reference) = (factors[0].MatMul(factors[1]), PlainProduct(factors[0], factors[1]));
        // A sum that overflows may do so earlier or later in another order, which makes an infinity or NaN of it, but nothing finite.
        foreach (var (found, expected) in product.ToArray().Zip(reference.ToArray()))
            Assert.True(double.IsFinite(found) == double.IsFinite(expected) || Overflows(factors), $"{found} instead of {expected}");
    });

    [Fact]
    public void Products_of_three_matrices_associate_within_rounding() => Property.Holds(Values.Chain(Values.Ordinary, 3), factors =>
    {
        var (first, second) = (factors[0].MatMul(factors[1]).MatMul(factors[2]), factors[0].MatMul(factors[1].MatMul(factors[2])));
        var size = factors.Aggregate(1.0, (product, factor) => product * (factor.Length == 0 ? 1 : factor.Norm()));
        Assert.True(first.AlmostEquals(second, 1e-14 * size + 1e-300), $"{first} instead of {second}");
    });

    [Fact]
    public void The_transpose_of_a_product_is_the_product_of_the_transposes_in_reverse() => Property.Holds(Values.Chain(Values.Ordinary, 2), factors =>
        Assert.True(factors[0].MatMul(factors[1]).Transpose().AlmostEquals(factors[1].Transpose().MatMul(factors[0].Transpose()), 1e-9)));

    [Fact]
    public void Sums_along_any_axis_add_up_to_the_whole() => Property.Holds(Values.Tensor(Values.Ordinary), tensor =>
    {
        for (var axis = 0; axis < tensor.Rank; axis++)
        {
            Assert.Equal(tensor.Sum(), tensor.Sum(axis).Sum(), 1e-9);
            Assert.Equal(tensor.Shape.Where((_, other) => other != axis), tensor.Sum(axis).Shape);
        }
    });

    [Fact]
    public void The_largest_element_stands_where_ArgMax_says_and_is_NaN_if_any_is() => Property.Holds(Values.Tensor(Values.Any), tensor =>
    {
        if (tensor.Length == 0)
            return;
        var values = tensor.ToArray();
        var largest = values.Any(double.IsNaN) ? double.NaN : values.Max();
        Assert.Equal(largest, tensor.Max());
        if (double.IsNaN(largest))
            Assert.Contains($"position {Shapes.Index(tensor.Shape, Array.FindIndex(values, double.IsNaN))} is NaN", Assert.Throws<ArgumentException>(() => tensor.ArgMax()).Message, StringComparison.Ordinal);
        else
            Assert.Equal(largest, values[tensor.ArgMax()]);
        Assert.Equal(values.Any(double.IsNaN) ? double.NaN : values.Min(), tensor.Min());
    });

    [Fact]
    public void No_operation_changes_its_operands() => Property.Holds(Values.Chain(Values.Any, 2), factors =>
    {
        var before = factors.Select(factor => factor.ToArray()).ToList();
        _ = factors[0].MatMul(factors[1]) + 1;
        _ = factors[0].Transpose().Square().Exp();
        _ = (factors[1] * 2).Sum(axis: 0);
        Assert.Equal(before, factors.Select(factor => factor.ToArray()));
    });

    private static Tensor Reference(Tensor left, Tensor right, Func<double, double, double> operation)
    {
        var rank = Math.Max(left.Rank, right.Rank);
        var shape = Enumerable.Range(0, rank).Select(axis => Size(left, rank - axis) == 1 ? Size(right, rank - axis) : Size(left, rank - axis)).ToArray();
        var values = new double[shape.Aggregate(1, (product, size) => product * size)];
        for (var position = 0; position < values.Length; position++)
            values[position] = operation(At(left, shape, position), At(right, shape, position));
        return Tensor.Create(values, shape);
    }

    // The axis counted from the end, from 1; an axis that is missing counts as one of size 1.
    private static int Size(Tensor tensor, int back) => back <= tensor.Rank ? tensor.Shape[tensor.Rank - back] : 1;

    private static double At(Tensor tensor, int[] shape, int position)
    {
        var (found, stride) = (0, 1);
        for (var back = 1; back <= shape.Length; back++)
        {
            var (index, size) = (position % shape[^back], Size(tensor, back));
            position /= shape[^back];
            found += size == 1 ? 0 : index * stride;
            stride *= size;
        }

        return tensor.ToArray()[found];
    }

    private static Tensor PlainProduct(Tensor left, Tensor right)
    {
        var (rows, inner, columns) = (left.Shape[0], left.Shape[1], right.Shape[1]);
        var (a, b, values) = (left.ToArray(), right.ToArray(), new double[rows * columns]);
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                for (var k = 0; k < inner; k++)
                    values[(row * columns) + column] += a[(row * inner) + k] * b[(k * columns) + column];
            }
        }

        return Tensor.Create(values, rows, columns);
    }

    private static bool Overflows(Tensor[] factors) => factors.SelectMany(factor => factor.ToArray()).Any(number => Math.Abs(number) > 1e150);

    // The same numbers; which of several NaNs it is and the sign of zero do not matter.
    private static void AssertSame(Tensor expected, Tensor found)
    {
        Assert.Equal(expected.Shape, found.Shape);
        Assert.Equal(expected.ToArray(), found.ToArray());
    }
}
