using System.Numerics.Tensors;

namespace Descent;

/// <summary>An elementwise operation on two tensors, in the three forms that broadcasting needs.</summary>
internal sealed class BinaryOperation(
    string name, BinaryOperation.OnSpans onSpans, BinaryOperation.ByScalar byScalar, BinaryOperation.OfScalar ofScalar)
{
    public static readonly BinaryOperation Add = new(
        "+", TensorPrimitives.Add, TensorPrimitives.Add, (left, right, result) => TensorPrimitives.Add(right, left, result));

    public static readonly BinaryOperation Subtract = new(
        "-", TensorPrimitives.Subtract, TensorPrimitives.Subtract, TensorPrimitives.Subtract);

    public static readonly BinaryOperation Multiply = new(
        "*", TensorPrimitives.Multiply, TensorPrimitives.Multiply, (left, right, result) => TensorPrimitives.Multiply(right, left, result));

    public static readonly BinaryOperation Divide = new(
        "/", TensorPrimitives.Divide, TensorPrimitives.Divide, TensorPrimitives.Divide);

    public delegate void OnSpans(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> result);

    public delegate void ByScalar(ReadOnlySpan<double> left, double right, Span<double> result);

    public delegate void OfScalar(double left, ReadOnlySpan<double> right, Span<double> result);

    public Tensor Apply(Tensor left, Tensor right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (!left.Shape.SequenceEqual(right.Shape))
            return ApplyBroadcast(left, right);
        var result = GC.AllocateUninitializedArray<double>(left.Length);
        onSpans(left.AsSpan(), right.AsSpan(), result);
        return Tensor.Wrap(result, [.. left.Shape]);
    }

    public Tensor Apply(Tensor left, double right)
    {
        ArgumentNullException.ThrowIfNull(left);
        var result = GC.AllocateUninitializedArray<double>(left.Length);
        byScalar(left.AsSpan(), right, result);
        return Tensor.Wrap(result, [.. left.Shape]);
    }

    public Tensor Apply(double left, Tensor right)
    {
        ArgumentNullException.ThrowIfNull(right);
        var result = GC.AllocateUninitializedArray<double>(right.Length);
        ofScalar(left, right.AsSpan(), result);
        return Tensor.Wrap(result, [.. right.Shape]);
    }

    private Tensor ApplyBroadcast(Tensor left, Tensor right)
    {
        var shape = Shapes.Broadcast(name, left, right);
        var result = new double[Shapes.Count(shape)];
        if (result.Length == 0)
            return Tensor.Wrap(result, shape);

        var leftStrides = Shapes.BroadcastStrides(left, shape);
        var rightStrides = Shapes.BroadcastStrides(right, shape);
        var run = shape[^1];
        var index = new int[shape.Length - 1];
        for (var start = 0; start < result.Length; start += run)
        {
            int leftStart = 0, rightStart = 0;
            for (var axis = 0; axis < index.Length; axis++)
            {
                leftStart += index[axis] * leftStrides[axis];
                rightStart += index[axis] * rightStrides[axis];
            }

            ApplyRun(
                left.AsSpan()[leftStart..], leftStrides[^1] == 0 && run > 1,
                right.AsSpan()[rightStart..], rightStrides[^1] == 0 && run > 1,
                result.AsSpan(start, run));
            Shapes.Advance(index, shape);
        }

        return Tensor.Wrap(result, shape);
    }

    private void ApplyRun(ReadOnlySpan<double> left, bool leftRepeats, ReadOnlySpan<double> right, bool rightRepeats, Span<double> result)
    {
        if (leftRepeats)
            ofScalar(left[0], right[..result.Length], result);
        else if (rightRepeats)
            byScalar(left[..result.Length], right[0], result);
        else
            onSpans(left[..result.Length], right[..result.Length], result);
    }
}
