using Descent.Tests.Data;

namespace Descent.Tests.Training;

public class FullRunTests
{
    [Fact]
    public void Full_run_of_lesson_5_reaches_the_reference_accuracy()
    {
        var start = TwoLayerNetwork.Random(inputs: 784, hidden: 50, outputs: 10, seed: 1);
        var result = Sgd.Train(
            start, Digits.Mnist.Train, Digits.Mnist.Test, new SgdOptions(), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(10_000, result.History.Losses.Count);
        Assert.Equal(Enumerable.Range(0, 17).Select(epoch => 600 * epoch), result.History.Evaluations.Select(evaluation => evaluation.Step));
        Assert.Equal(Math.Log(10), result.History.Losses[0], 0.01);
        Assert.InRange(result.Network.Accuracy(Digits.Mnist.Test), 0.94, 0.95);
        Assert.InRange(result.Network.Accuracy(Digits.Mnist.Train), 0.94, 0.955);
    }
}
