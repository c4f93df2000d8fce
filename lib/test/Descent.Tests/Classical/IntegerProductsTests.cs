using System.Runtime.Intrinsics.X86;

namespace Descent.Tests.Classical;

public sealed class IntegerProductsTests
{
    [Theory]
    [InlineData("the chosen path")]
    [InlineData("AVX-512")]
    [InlineData("AVX2")]
    [InlineData("any processor")]
    public void Every_path_gives_the_products_of_a_plain_loop(string path)
    {
        Assert.SkipUnless(IsSupported(path), "This processor lacks the instructions.");

        foreach (var pairs in new[] { 0, 1, 2, 33, 392 })
        {
            var random = new Random(pairs);
            var panel = new byte[pairs * IntegerProducts.PanelStride];
            random.NextBytes(panel);
            var group = new int[pairs * IntegerProducts.GroupQueries];
            for (var index = 0; index < group.Length; index++)
                group[index] = random.Next(256) | random.Next(256) << 16;

            Assert.Equal(Plain(panel, group, pairs), Run(path, panel, group, pairs));
        }
    }

    [Theory]
    [InlineData("the chosen path")]
    [InlineData("AVX-512")]
    [InlineData("AVX2")]
    [InlineData("any processor")]
    public void The_largest_products_do_not_overflow(string path)
    {
        Assert.SkipUnless(IsSupported(path), "This processor lacks the instructions.");
        const int pairs = int.MaxValue / (255 * 255) / 2;
        var panel = new byte[pairs * IntegerProducts.PanelStride];
        Array.Fill(panel, byte.MaxValue);
        var group = new int[pairs * IntegerProducts.GroupQueries];
        Array.Fill(group, 255 | 255 << 16);

        Assert.All(Run(path, panel, group, pairs), product => Assert.Equal(pairs * 2 * 255 * 255, product));
    }

    private static bool IsSupported(string path) => path switch
    {
        "AVX-512" => Avx512BW.IsSupported,
        "AVX2" => Avx2.IsSupported,
        _ => true,
    };

    private static unsafe int[] Run(string path, byte[] panel, int[] group, int pairs)
    {
        var products = new int[IntegerProducts.GroupQueries * IntegerProducts.PanelRows];
        fixed (byte* panelStart = panel)
        fixed (int* groupStart = group, productsStart = products)
        {
            switch (path)
            {
                case "AVX-512":
                    IntegerProducts.WithAvx512(panelStart, groupStart, pairs, productsStart);
                    break;
                case "AVX2":
                    IntegerProducts.WithAvx2(panelStart, groupStart, pairs, productsStart);
                    break;
                case "any processor":
                    IntegerProducts.Portable(panelStart, groupStart, pairs, productsStart);
                    break;
                default:
                    IntegerProducts.Compute(panelStart, groupStart, pairs, productsStart);
                    break;
            }
        }

        return products;
    }

    private static int[] Plain(byte[] panel, int[] group, int pairs)
    {
        var products = new int[IntegerProducts.GroupQueries * IntegerProducts.PanelRows];
        for (var query = 0; query < IntegerProducts.GroupQueries; query++)
        {
            for (var row = 0; row < IntegerProducts.PanelRows; row++)
            {
                for (var pair = 0; pair < pairs; pair++)
                {
                    var features = group[pair * IntegerProducts.GroupQueries + query];
                    var place = pair * IntegerProducts.PanelStride + 2 * row;
                    products[query * IntegerProducts.PanelRows + row] +=
                        panel[place] * (features & 0xFFFF) + panel[place + 1] * (features >> 16);
                }
            }
        }

        return products;
    }
}
