using MathNet.Numerics;
using MathNet.Numerics.Random;

namespace Descent;

/// <summary>
/// Trains one linear support vector machine, class against rest, by going from example to example and solving for that
/// example's dual variable α exactly (Hsieh, Chang, Lin, Keerthi and Sundararajan, ICML 2008).
/// </summary>
/// <remarks>
/// Rows stay in bytes, x = 255·(feature), and weights in units to match, so that w·x needs no scaling.
/// </remarks>
internal sealed class DualCoordinateDescent
{
    private const double Unit = 1.0 / (byte.MaxValue * byte.MaxValue);

    private readonly double[] alphas;
    private readonly double diagonal;

    public DualCoordinateDescent(int examples, int dimensions, double regularisation)
    {
        alphas = new double[examples];
        Weights = new double[PaddedRow.Length(dimensions)];
        diagonal = regularisation * examples / 2;
    }

    public double[] Weights { get; }

    /// <summary>The examples in the order in which every class visits them: shuffled anew for each epoch.</summary>
    public static IEnumerable<int> Visits(int examples, int epochs, int seed)
    {
        var order = Enumerable.Range(0, examples).ToArray();
        var random = new MersenneTwister(seed);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            Combinatorics.SelectPermutationInplace(order, random);
            foreach (var example in order)
                yield return example;
        }
    }

    /// <summary>Moves α of one example to where the dual is least, and the weights with it.</summary>
    public void Visit(int example, ReadOnlySpan<double> row, double squaredLength, bool isOfClass)
    {
        var sign = isOfClass ? 1.0 : -1.0;
        var old = alphas[example];
        var slope = sign * PaddedRow.Dot(Weights, row) - 1 + diagonal * old;
        var updated = Math.Max(0, old - slope / (squaredLength * Unit + diagonal));
        if (updated == old)
            return;

        alphas[example] = updated;
        PaddedRow.AddScaled(Weights, (updated - old) * sign * Unit, row);
    }
}
