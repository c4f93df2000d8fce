namespace Descent.Tests.Data;

public class ImageSetTests
{
    private static readonly ImageSet Three = ImageSet.Create([0, 51, 102, 153, 204, 255], [1, 0, 1], rows: 1, columns: 2, classes: 2);

    [Fact]
    public void Pixels_are_bytes_divided_by_255()
    {
        Assert.Equal([0, 0.2], Three.Flat(0).ToArray());
        Assert.Equal([1, 2], Three.Image(2).Shape);
        Assert.Equal([204 / 255.0, 1], Three.Image(2).ToArray());
        Assert.Equal(1, Digits.Mnist.Train.Image(0).Max());
        Assert.Equal([28, 28], Digits.Mnist.Train.Image(0).Shape);
    }

    [Fact]
    public void Ranges_and_indexes_give_one_image_per_row()
    {
        Assert.Equal(Tensor.FromRows([0.4, 0.6], [0.8, 1]), Three.Pixels(1..));
        Assert.Equal(Tensor.FromRows([0.8, 1], [0, 0.2], [0.8, 1]), Three.Pixels([2, 0, 2]));
        Assert.Equal([3, 2], Three.All().Shape);
    }

    [Fact]
    public void Labels_become_one_hot_rows() => Assert.Equal(Tensor.FromRows([0, 1], [1, 0], [0, 1]), Three.OneHot());

    [Fact]
    public void Parts_keep_images_and_labels_together()
    {
        Assert.Equal([1, 0], Three.Take(2).Labels);
        Assert.Equal([0, 2], Three.IndexesOf(1));
        var chosen = Three.Subset([2, 1]);
        Assert.Equal([1, 0], chosen.Labels);
        Assert.Equal(Tensor.FromRows([0.8, 1], [0.4, 0.6]), chosen.All());
    }

    [Fact]
    public void Labels_cannot_be_cast_to_something_writable() => Assert.False(Three.Labels is int[] or IList<int>);

    [Fact]
    public void Image_that_is_not_there_is_named()
    {
        var problem = Assert.Throws<ArgumentOutOfRangeException>(() => Three.Image(3));
        Assert.Contains("There is no image 3 in a set of 3: expected 0 to 2", problem.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Three.Take(4));
        Assert.Throws<ArgumentOutOfRangeException>(() => Three.Pixels(2..5));
    }

    [Fact]
    public void Label_out_of_range_is_named_with_its_position()
    {
        var problem = Assert.Throws<ArgumentOutOfRangeException>(() => ImageSet.Create([1, 2], [0, 10], 1, 1));
        Assert.Contains("The label 10 at position 1 is not a class: expected 0 to 9", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pixels_that_do_not_fit_the_labels_are_refused()
    {
        var problem = Assert.Throws<ArgumentException>(() => ImageSet.Create([1, 2, 3], [0, 1], 1, 2));
        Assert.Contains("3 pixels do not make 2 images of 1×2: expected 4 pixels", problem.Message, StringComparison.Ordinal);
    }
}
