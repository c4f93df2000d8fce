using System.Security.Cryptography;
using System.Text;

namespace Descent.Cli.Figures;

/// <summary>Names a figure by its content. A saved picture carries the name of the figure that it shows.</summary>
internal static class FigureHash
{
    private const int Length = 32;

    /// <param name="figure">The figure, as canonical JSON.</param>
    public static string Of(string figure) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(figure)))[..Length];
}
