namespace Descent.Notebooks.Tests.Charts;

public sealed class DigitGalleryTests
{
    [Fact]
    public void Each_image_is_a_picture_with_its_heading()
    {
        var chart = Figures.DigitGallery([Tensor.Zeros(28, 28), Tensor.Ones(28, 28), Tensor.Zeros(28, 28)], ["a", "b", "c"], columns: 2);
        var layout = chart.Layout();
        Assert.Equal(3, layout.GetProperty("images").GetArrayLength());
        Assert.Equal(["a", "b", "c"], layout.GetProperty("annotations").EnumerateArray().Select(note => note.String("text")));
        var trace = Assert.Single(chart.Traces());
        Assert.Equal(["image 0: a", "image 1: b", "image 2: c"], trace.Strings("text"));
        Assert.Equal([0.5, 1.5, 0.5], trace.Numbers("x"));
    }

    [Fact]
    public void Pictures_travel_with_the_figure()
    {
        var image = Figures.DigitGallery([Tensor.Ones(28, 28)]).Layout().GetProperty("images")[0];
        Assert.StartsWith("data:image/png;base64,iVBORw0KGgo", image.String("source"), StringComparison.Ordinal);
    }

    [Fact]
    public void Images_of_a_set_are_headed_by_their_labels()
    {
        var images = ImageSet.Create([255, 0, 0, 255], [7, 3], rows: 1, columns: 2);
        Assert.Equal(["image 0: 3", "image 1: 7"], Figures.DigitGallery(images, [1, 0]).Traces()[0].Strings("text"));
    }

    [Fact]
    public void Flat_image_is_refused_with_its_shape()
    {
        var error = Assert.Throws<ArgumentException>(() => Figures.DigitGallery([Tensor.Zeros(784)]));
        Assert.Equal("A picture needs a matrix of pixels, such as 28 × 28; found a tensor of shape [784].", error.Message);
    }

    [Fact]
    public void Wrong_number_of_headings_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Figures.DigitGallery([Tensor.Zeros(2, 2)], []));
        Assert.StartsWith("Each image needs a heading; found 1 images and 0 headings.", error.Message, StringComparison.Ordinal);
    }
}
