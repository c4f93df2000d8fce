namespace Descent;

/// <summary>
/// Tensors that are another one with one element changed, and do not copy it until somebody asks for their elements. A numerical
/// gradient makes tens of thousands of them.
/// </summary>
public sealed partial class Tensor
{
    private readonly Tensor? origin;
    private readonly int shiftedPosition;
    private readonly double shiftedValue;

    private Tensor(Tensor origin, int position, double value) =>
        (this.origin, shiftedPosition, shiftedValue, Length, Shape) = (origin, position, value, origin.Length, origin.Shape);

    /// <summary>The same as a copy with the element at a row-major position changed.</summary>
    internal Tensor Shifted(int position, double value) => new(this, position, value);

    /// <summary>Copies rows to where they are <paramref name="stride"/> numbers apart, with zeros between them.</summary>
    internal void CopyRows(Span<double> target, int stride)
    {
        var made = elements;
        var source = (made ?? origin!.Elements).AsSpan();
        var columns = Shape[^1];
        for (var start = 0; start < source.Length; start += columns, target = target[stride..])
        {
            source.Slice(start, columns).CopyTo(target);
            target[columns..stride].Clear();
            if (made is null && (uint)(shiftedPosition - start) < (uint)columns)
                target[shiftedPosition - start] = shiftedValue;
        }
    }

    private double[] MakeElements()
    {
        var copy = GC.AllocateUninitializedArray<double>(Length);
        origin!.Elements.CopyTo(copy, 0);
        copy[shiftedPosition] = shiftedValue;

        // Of several threads that ask at once, one makes the elements that all see.
        return Interlocked.CompareExchange(ref elements, copy, null) ?? copy;
    }
}
