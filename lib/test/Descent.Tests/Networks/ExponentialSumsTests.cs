namespace Descent.Tests.Networks;

public class ExponentialSumsTests
{
    private static readonly double[] Probabilities = [0.7, 0.2, 0.0625, 0.0375];
    private static readonly double[] Weights = [-1.5, 0.25, 3, 10];

    [Fact]
    public void Series_is_as_exact_as_the_exponentials_up_to_its_limit()
    {
        var largest = ExponentialSums.LargestForSeries / 10;
        double[] moves = [largest, -largest, largest / 3, -largest / 7, 1e-9, -1e-9, 0, -largest / 2, largest / 5];

        var found = ExponentialSums.BySeries(moves, Weights, Probabilities, new double[moves.Length]);

        for (var i = 0; i < moves.Length; i++)
            Assert.Equal(Plain(moves[i]), found[i], 4e-16);
    }

    [Fact]
    public void Series_beyond_its_limit_would_be_wrong()
    {
        var found = ExponentialSums.BySeries([0.05], Weights, Probabilities, new double[1]);

        Assert.InRange(Math.Abs(found[0] - Plain(0.05)), 1e-6, 1);
    }

    [Fact]
    public void Exponentials_are_summed_for_moves_of_any_size()
    {
        double[] moves = [0.05, -2, 3];

        var found = ExponentialSums.Of(moves, Weights, Probabilities, new double[moves.Length * Weights.Length]);

        for (var i = 0; i < moves.Length; i++)
            Assert.Equal(1, found[i] / Plain(moves[i]), 1e-15);
    }

    private static double Plain(double move)
    {
        var sum = 0.0;
        for (var output = 0; output < Weights.Length; output++)
            sum += Probabilities[output] * Math.Exp(move * Weights[output]);
        return sum;
    }
}
