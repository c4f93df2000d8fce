namespace Descent.Tests.Training;

public class BatchSamplerTests
{
    private static readonly ImageSet Ten = ImageSet.Create(
        [.. Enumerable.Range(0, 10).Select(i => (byte)(25 * i))], [.. Enumerable.Range(0, 10)], rows: 1, columns: 1);

    [Fact]
    public void Every_image_comes_once_in_each_epoch_and_in_another_order()
    {
        var sampler = new BatchSampler(Ten, batchSize: 5, seed: 1);

        int[] first = [.. sampler.Next().Labels, .. sampler.Next().Labels];
        int[] second = [.. sampler.Next().Labels, .. sampler.Next().Labels];

        Assert.Equal(Enumerable.Range(0, 10), first.Order());
        Assert.Equal(Enumerable.Range(0, 10), second.Order());
        Assert.NotEqual(Enumerable.Range(0, 10), first);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void Images_stay_with_their_labels()
    {
        var batch = new BatchSampler(Ten, batchSize: 10, seed: 3).Next();

        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(25 * batch.Labels[i] / 255.0, batch.Images[i, 0]);
            Assert.Equal(1, batch.OneHot[i, batch.Labels[i]]);
        }

        Assert.Equal(10, batch.OneHot.Sum());
    }

    [Fact]
    public void Last_batch_of_an_epoch_is_the_rest()
    {
        var sampler = new BatchSampler(Ten, batchSize: 4, seed: 1);

        Assert.Equal(3, sampler.StepsPerEpoch);
        Assert.Equal([4, 4, 2, 4], Enumerable.Range(0, 4).Select(_ => sampler.Next().Count));
    }

    [Fact]
    public void Same_seed_draws_the_same_batches_and_another_seed_others()
    {
        int[] Draw(int seed) => [.. new BatchSampler(Ten, batchSize: 10, seed).Next().Labels];

        Assert.Equal(Draw(1), Draw(1));
        Assert.NotEqual(Draw(1), Draw(2));
    }

    [Fact]
    public void Batch_that_the_set_cannot_fill_is_refused()
    {
        var large = Assert.Throws<ArgumentOutOfRangeException>(() => new BatchSampler(Ten, batchSize: 11, seed: 1));
        Assert.Contains("A batch of 11 cannot be drawn from 10 images: expected 1 to 10", large.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new BatchSampler(Ten, batchSize: 0, seed: 1));
        var empty = Assert.Throws<ArgumentException>(() => new BatchSampler(Ten.Take(0), batchSize: 1, seed: 1));
        Assert.Contains("the set of images is empty", empty.Message, StringComparison.Ordinal);
    }
}
