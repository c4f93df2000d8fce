namespace Descent;

// Shapes need not be equal: compared from the last axis, a size of 1 (or a missing axis) is stretched, as in NumPy.
public sealed partial class Tensor
{
    /// <summary>Adds element by element; shapes are broadcast, so a matrix plus a vector adds the vector to every row.</summary>
    /// <param name="left">The first summand.</param>
    /// <param name="right">The second summand.</param>
    /// <exception cref="ShapeException">The shapes cannot be broadcast.</exception>
    /// <example><code>
    /// (Tensor.FromRows([1, 2], [3, 4]) + Tensor.Of(10, 20)).Row(1) // [13, 24]
    /// </code></example>
    public static Tensor operator +(Tensor left, Tensor right) => BinaryOperation.Add.Apply(left, right);

    /// <summary>Adds a number to every element.</summary>
    /// <param name="left">The tensor.</param>
    /// <param name="right">The number.</param>
    /// <example><code>
    /// Tensor.Of(1, 2) + 1 // [2, 3]
    /// </code></example>
    public static Tensor operator +(Tensor left, double right) => BinaryOperation.Add.Apply(left, right);

    /// <summary>Adds a number to every element.</summary>
    /// <param name="left">The number.</param>
    /// <param name="right">The tensor.</param>
    /// <example><code>
    /// 1 + Tensor.Of(1, 2) // [2, 3]
    /// </code></example>
    public static Tensor operator +(double left, Tensor right) => BinaryOperation.Add.Apply(right, left);

    /// <summary>Subtracts element by element; shapes are broadcast.</summary>
    /// <param name="left">What to subtract from.</param>
    /// <param name="right">What to subtract.</param>
    /// <exception cref="ShapeException">The shapes cannot be broadcast.</exception>
    /// <example><code>
    /// Tensor.Of(5, 7) - Tensor.Of(1, 2) // [4, 5]
    /// </code></example>
    public static Tensor operator -(Tensor left, Tensor right) => BinaryOperation.Subtract.Apply(left, right);

    /// <summary>Subtracts a number from every element.</summary>
    /// <param name="left">The tensor.</param>
    /// <param name="right">The number.</param>
    /// <example><code>
    /// Tensor.Of(5, 7) - 1 // [4, 6]
    /// </code></example>
    public static Tensor operator -(Tensor left, double right) => BinaryOperation.Subtract.Apply(left, right);

    /// <summary>Subtracts every element from a number.</summary>
    /// <param name="left">The number.</param>
    /// <param name="right">The tensor.</param>
    /// <example><code>
    /// 1 - Tensor.Of(0.25, 0.5) // [0.75, 0.5]
    /// </code></example>
    public static Tensor operator -(double left, Tensor right) => BinaryOperation.Subtract.Apply(left, right);

    /// <summary>The negative of every element.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <example><code>
    /// -Tensor.Of(1, -2) // [-1, 2]
    /// </code></example>
    public static Tensor operator -(Tensor tensor) => BinaryOperation.Multiply.Apply(tensor, -1);

    /// <summary>Multiplies element by element (the matrix product is <see cref="MatMul"/>); shapes are broadcast.</summary>
    /// <param name="left">The first factor.</param>
    /// <param name="right">The second factor.</param>
    /// <exception cref="ShapeException">The shapes cannot be broadcast.</exception>
    /// <example><code>
    /// Tensor.Of(1, 2) * Tensor.Of(3, 4) // [3, 8]
    /// </code></example>
    public static Tensor operator *(Tensor left, Tensor right) => BinaryOperation.Multiply.Apply(left, right);

    /// <summary>Multiplies every element by a number.</summary>
    /// <param name="left">The tensor.</param>
    /// <param name="right">The number.</param>
    /// <example><code>
    /// Tensor.Of(6, 8) * 0.5 // [3, 4]
    /// </code></example>
    public static Tensor operator *(Tensor left, double right) => BinaryOperation.Multiply.Apply(left, right);

    /// <summary>Multiplies every element by a number.</summary>
    /// <param name="left">The number.</param>
    /// <param name="right">The tensor.</param>
    /// <example><code>
    /// 0.5 * Tensor.Of(6, 8) // [3, 4]
    /// </code></example>
    public static Tensor operator *(double left, Tensor right) => BinaryOperation.Multiply.Apply(right, left);

    /// <summary>Divides element by element; shapes are broadcast. Division by zero gives an infinity or NaN.</summary>
    /// <param name="left">The dividend.</param>
    /// <param name="right">The divisor.</param>
    /// <exception cref="ShapeException">The shapes cannot be broadcast.</exception>
    /// <example><code>
    /// Tensor.Of(6, 8) / Tensor.Of(3, 2) // [2, 4]
    /// </code></example>
    public static Tensor operator /(Tensor left, Tensor right) => BinaryOperation.Divide.Apply(left, right);

    /// <summary>Divides every element by a number.</summary>
    /// <param name="left">The tensor.</param>
    /// <param name="right">The number.</param>
    /// <example><code>
    /// Tensor.Of(6, 8) / 2 // [3, 4]
    /// </code></example>
    public static Tensor operator /(Tensor left, double right) => BinaryOperation.Divide.Apply(left, right);

    /// <summary>Divides a number by every element.</summary>
    /// <param name="left">The number.</param>
    /// <param name="right">The tensor.</param>
    /// <example><code>
    /// 1 / Tensor.Of(2, 4) // [0.5, 0.25]
    /// </code></example>
    public static Tensor operator /(double left, Tensor right) => BinaryOperation.Divide.Apply(left, right);
}
