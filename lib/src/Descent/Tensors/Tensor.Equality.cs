using System.Runtime.InteropServices;

namespace Descent;

public sealed partial class Tensor
{
    /// <summary>True if both have the same shape and every element the same bits (so NaN equals NaN, and 0 differs from −0).</summary>
    /// <param name="other">The tensor to compare with.</param>
    /// <example><code>
    /// Tensor.Of(1, 2).Equals(Tensor.Of(1, 2)) // True
    /// </code></example>
    public bool Equals(Tensor? other) =>
        other is not null && Shape.SequenceEqual(other.Shape) && MemoryMarshal.AsBytes(AsSpan()).SequenceEqual(MemoryMarshal.AsBytes(other.AsSpan()));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Tensor);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var size in Shape)
            hash.Add(size);
        hash.AddBytes(MemoryMarshal.AsBytes(AsSpan()));
        return hash.ToHashCode();
    }

    /// <summary>True if both have the same shape and no two elements differ by more than a tolerance. NaN is never close to anything.</summary>
    /// <param name="other">The tensor to compare with.</param>
    /// <param name="tolerance">The largest difference allowed, in the units of the elements. Default 1e-9.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tolerance is negative or NaN.</exception>
    /// <example><code>
    /// Tensor.Of(0.1 + 0.2).AlmostEquals(Tensor.Of(0.3)) // True
    /// </code></example>
    public bool AlmostEquals(Tensor other, double tolerance = 1e-9)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!(tolerance >= 0))
            throw new ArgumentOutOfRangeException(nameof(tolerance), $"AlmostEquals: the tolerance is {tolerance}, but it must be at least 0.");
        return Shape.SequenceEqual(other.Shape)
            && Elements.Zip(other.Elements).All(pair => pair.First.Equals(pair.Second) && !double.IsNaN(pair.First) || Math.Abs(pair.First - pair.Second) <= tolerance);
    }
}
