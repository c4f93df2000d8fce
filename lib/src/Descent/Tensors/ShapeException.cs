namespace Descent;

/// <summary>Thrown when the shapes of tensors do not fit an operation. The message names the operation and the shapes.</summary>
/// <example><code>
/// try { Tensor.Zeros(2, 3).MatMul(Tensor.Zeros(2, 3)); throw new Exception("not reached"); }
/// catch (ShapeException error) { return error.Operation; } // MatMul
/// </code></example>
public sealed class ShapeException : ArgumentException
{
    /// <summary>An error about one shape.</summary>
    /// <param name="operation">What was asked for, for example <c>Row</c>.</param>
    /// <param name="shape">The shape that does not fit.</param>
    /// <param name="advice">What was expected, and what to do.</param>
    public ShapeException(string operation, IReadOnlyList<int> shape, string advice)
        : base($"{operation}: shape {Shapes.Format(shape)} does not fit. {advice}")
    {
        Operation = operation;
        Left = [.. shape];
    }

    /// <summary>An error about two shapes.</summary>
    /// <param name="operation">What was asked for, for example <c>MatMul</c>.</param>
    /// <param name="left">The shape of the first operand.</param>
    /// <param name="right">The shape of the second operand, or the shape that was asked for.</param>
    /// <param name="advice">What was expected, and what to do.</param>
    public ShapeException(string operation, IReadOnlyList<int> left, IReadOnlyList<int> right, string advice)
        : base($"{operation}: shapes {Shapes.Format(left)} and {Shapes.Format(right)} do not fit. {advice}")
    {
        Operation = operation;
        Left = [.. left];
        Right = [.. right];
    }

    /// <summary>The operation that was asked for.</summary>
    public string Operation { get; }

    /// <summary>The shape of the first operand.</summary>
    public IReadOnlyList<int> Left { get; }

    /// <summary>The shape of the second operand; null where there is only one.</summary>
    public IReadOnlyList<int>? Right { get; }
}
