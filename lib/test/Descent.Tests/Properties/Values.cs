using FsCheck;
using FsCheck.Fluent;

namespace Descent.Tests.Properties;

/// <summary>Where the random numbers and tensors of the properties come from.</summary>
internal static class Values
{
    /// <summary>Numbers of a size that sums and products keep well away from overflow.</summary>
    public static Gen<double> Ordinary { get; } = Gen.Choose(-1_000_000, 1_000_000).Select(number => number / 8192.0);

    /// <summary>Every finite number, with those at the ends more often than chance has it.</summary>
    public static Gen<double> Finite { get; } = Gen.Frequency(
        (3, Ordinary),
        (2, Gen.Elements(0, -0.0, 1, -1, double.Epsilon, -double.Epsilon, 2.2250738585072014e-308, 1e-160, 1e160, -1e160, 1e308, -1e308, double.MaxValue, double.MinValue)));

    /// <summary>Every number, finite or not.</summary>
    public static Gen<double> Any { get; } = Gen.Frequency(
        (4, Finite), (1, Gen.Elements(double.NaN, double.PositiveInfinity, double.NegativeInfinity)));

    /// <summary>Probabilities, both ends and their neighbours among them.</summary>
    public static Gen<double> Probability { get; } = Gen.Frequency(
        (3, Gen.Choose(0, 1_000_000).Select(number => number / 1e6)),
        (2, Gen.Elements(0, 1, double.Epsilon, 1e-320, 2.2250738585072014e-308, 1e-300, 1e-16, Math.BitDecrement(1.0))));

    /// <summary>A tensor of a given shape.</summary>
    public static Gen<Tensor> Tensor(Gen<double> numbers, params int[] shape) =>
        numbers.ArrayOf(shape.Aggregate(1, (product, size) => product * size)).Select(values => Descent.Tensor.Create(values, shape));

    /// <summary>A tensor of any shape up to four axes; sizes of 0 and 1 are among them.</summary>
    public static Gen<Tensor> Tensor(Gen<double> numbers) => Shape.SelectMany(shape => Tensor(numbers, shape));

    /// <summary>Two tensors that can be broadcast against each other: each stretches some of the axes, or lacks the first ones.</summary>
    public static Gen<(Tensor Left, Tensor Right)> Broadcastable(Gen<double> numbers) =>
        from shape in Shape
        from left in Stretched(shape)
        from right in Stretched(shape)
        from leftTensor in Tensor(numbers, left)
        from rightTensor in Tensor(numbers, right)
        select (leftTensor, rightTensor);

    /// <summary>Matrices of which each can be multiplied by the next, some with no rows or columns.</summary>
    public static Gen<Tensor[]> Chain(Gen<double> numbers, int count) =>
        from sizes in Gen.Choose(0, 12).ArrayOf(count + 1)
        from matrices in Gen.CollectToArray(Enumerable.Range(0, count).Select(index => Tensor(numbers, sizes[index], sizes[index + 1])))
        select matrices;

    private static Gen<int[]> Shape { get; } =
        from rank in Gen.Choose(0, 4)
        from sizes in Gen.Frequency((1, Gen.Constant(0)), (4, Gen.Constant(1)), (15, Gen.Choose(2, 9))).ArrayOf(rank)
        select sizes;

    private static Gen<int[]> Stretched(int[] shape) =>
        from stretches in Gen.Elements(true, false, false).ArrayOf(shape.Length)
        from missing in Gen.Choose(0, shape.Length)
        from shortened in Gen.Elements(true, false, false)
        select shape.Select((size, axis) => stretches[axis] ? 1 : size).Skip(shortened ? missing : 0).ToArray();
}
