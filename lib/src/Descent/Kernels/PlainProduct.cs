namespace Descent.Kernels;

/// <summary>The products in plain loops: what the kernels must equal, bit for bit. Tests compare with it.</summary>
internal static class PlainProduct
{
    /// <summary><c>result = a · b</c> with a: rows×inner, b: inner×columns, result: rows×columns.</summary>
    public static void Multiply(
        ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> result, int rows, int inner, int columns)
    {
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var sum = 0.0;
                for (var k = 0; k < inner; k++)
                    sum = double.MultiplyAddEstimate(a[(row * inner) + k], b[(k * columns) + column], sum);
                result[(row * columns) + column] = sum;
            }
        }
    }

    /// <summary><c>result = aᵀ · b</c> with a: inner×rows, b: inner×columns, result: rows×columns.</summary>
    public static void MultiplyTransposed(
        ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> result, int rows, int inner, int columns)
    {
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var sum = 0.0;
                for (var k = 0; k < inner; k++)
                    sum = double.MultiplyAddEstimate(a[(k * rows) + row], b[(k * columns) + column], sum);
                result[(row * columns) + column] = sum;
            }
        }
    }
}
