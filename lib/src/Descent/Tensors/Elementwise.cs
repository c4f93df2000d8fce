namespace Descent;

/// <summary>Applies a vectorised function so that an element's result never depends on how many stand beside it.</summary>
internal static class Elementwise
{
    public delegate void Operation(ReadOnlySpan<double> values, Span<double> result);

    public static void Apply(Operation operation, ReadOnlySpan<double> values, Span<double> result)
    {
        if (values.Length == 1)
            result[0] = Apply(operation, values[0]);
        else
            operation(values, result);
    }

    /// <summary>A lone number would take the C library's function instead of the vectorised one, whose last bit can differ: so it goes in twice.</summary>
    public static double Apply(Operation operation, double value)
    {
        Span<double> pair = [value, value];
        operation(pair, pair);
        return pair[0];
    }

    public static Tensor Apply(Operation operation, Tensor tensor)
    {
        var result = GC.AllocateUninitializedArray<double>(tensor.Length);
        Apply(operation, tensor.AsSpan(), result);
        return Tensor.Wrap(result, [.. tensor.Shape]);
    }
}
