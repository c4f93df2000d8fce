namespace Descent.Tests.Classical;

/// <summary>The pipeline on MNIST itself. Whole numbers and fixed orders make every count exact on every machine.</summary>
public sealed class ClassicalPipelineTests(MnistFixture fixture) : IClassFixture<MnistFixture>
{
    private readonly ImageSet train = fixture.Mnist.Train;
    private readonly ImageSet test = fixture.Mnist.Test;

    [Fact]
    public void One_nearest_neighbour_on_all_raw_pixels_gives_the_published_accuracy()
    {
        var classifier = new KNearestNeighbors(ImageFeatures.Pixels(train), train.Labels, k: 1);

        // 3.09 % wrong: LeCun's table for k-nearest-neighbours, Euclidean (L2), no preprocessing, k = 1.
        Assert.Equal(0.9691, classifier.Accuracy(ImageFeatures.Pixels(test), test.Labels));
    }

    [Fact]
    public void Gradient_histograms_beat_raw_pixels_with_the_same_neighbours()
    {
        var (training, queries) = (train.Take(10_000), test.Take(2_000));
        var raw = new KNearestNeighbors(ImageFeatures.Pixels(training), training.Labels);
        var oriented = new KNearestNeighbors(HistogramOfOrientedGradients.Features(training), training.Labels);

        Assert.Equal(0.9285, raw.Accuracy(ImageFeatures.Pixels(queries), queries.Labels));
        Assert.Equal(0.9705, oriented.Accuracy(HistogramOfOrientedGradients.Features(queries), queries.Labels));
    }

    [Fact]
    public void A_linear_machine_needs_the_features_more_than_the_neighbours_do()
    {
        var (training, queries) = (train.Take(10_000), test.Take(2_000));
        var raw = LinearSupportVectorMachine.Train(ImageFeatures.Pixels(training), training.Labels, classes: 10, 1e-3);
        var oriented = LinearSupportVectorMachine.Train(HistogramOfOrientedGradients.Features(training), training.Labels, 10);

        Assert.Equal(0.8605, raw.Accuracy(ImageFeatures.Pixels(queries), queries.Labels));
        Assert.Equal(0.9675, oriented.Accuracy(HistogramOfOrientedGradients.Features(queries), queries.Labels));
    }
}
