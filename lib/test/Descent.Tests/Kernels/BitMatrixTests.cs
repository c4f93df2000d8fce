using Descent.Kernels;

namespace Descent.Tests.Kernels;

public class BitMatrixTests
{
    [Theory]
    [InlineData(64)]
    [InlineData(37)]
    [InlineData(0)]
    public void Transpose_swaps_rows_and_columns(int rows)
    {
        var random = new Random(rows);
        ulong[] source = [.. Enumerable.Range(0, rows).Select(_ => (ulong)random.NextInt64() ^ ((ulong)random.NextInt64() << 1))];
        var found = Enumerable.Repeat(ulong.MaxValue, 64).ToArray();

        BitMatrix.Transpose(source, found);

        for (var row = 0; row < 64; row++)
        {
            for (var column = 0; column < 64; column++)
                Assert.Equal(row < rows && ((source[row] >> column) & 1) == 1, ((found[column] >> row) & 1) == 1);
        }
    }
}
