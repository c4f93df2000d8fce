namespace Descent;

public sealed partial class Tensor
{
    /// <summary>
    /// The elements as text: a vector as <c>[6, 8]</c>, a matrix as nested rows. Numbers show at most 8 decimals, or 7 digits and an
    /// exponent when tiny or huge. With more than 1000 elements only the edges show, with … between them and the shape behind.
    /// </summary>
    /// <example><code>
    /// Tensor.Of(6.00000000000378, -0.0345876).ToString() // [6, -0.0345876]
    /// </code></example>
    public override string ToString() => TensorFormatter.Format(this);
}
