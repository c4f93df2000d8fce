using Microsoft.DotNet.Interactive.Formatting;

namespace Descent.Notebooks.Tests.Formatting;

public sealed class ValueFormattersTests
{
    private static readonly ImageSet Images = ImageSet.Create([255, 0, 0, 255], [7, 3], rows: 1, columns: 2);

    [Fact]
    public void Picture_comes_as_png_and_text()
    {
        var picture = new Picture(Tensor.Zeros(28, 28));
        Assert.Equal(["image/png", "text/plain"], Bundle.MimeTypes(picture));
        Assert.Equal(0x89, Convert.FromBase64String(picture.ToDisplayString("image/png"))[0]);
        Assert.Equal("Picture of 28 × 28 pixels", Bundle.Plain(picture));
    }

    [Fact]
    public void Set_of_images_shows_the_first_with_their_labels()
    {
        Assert.Contains("alt=\"the first 2 images, labelled 7, 3\"", Bundle.Html(Images), StringComparison.Ordinal);
        Assert.Contains("2 images of 1×2", Bundle.Plain(Images), StringComparison.Ordinal);
    }

    [Fact]
    public void Path_is_a_table_of_its_steps()
    {
        var path = new DescentPath([Tensor.Of(-3, 4), Tensor.Of(-2.4, 3.2)], [25, 16], 0.1);
        Assert.Contains(">(-2.4, 3.2)</td>", Bundle.Html(path), StringComparison.Ordinal);
        Assert.Equal("1 steps at learning rate 0.1: from (-3, 4), f = 25, to (-2.4, 3.2), f = 16", Bundle.Plain(path));
    }

    [Fact]
    public void Long_path_is_elided()
    {
        var path = new DescentPath([.. Enumerable.Range(0, 101).Select(step => Tensor.Of(step))], new double[101], 0.1);
        Assert.Equal(1 + 11, Bundle.Html(path).Split("<tr>").Length - 1);
    }

    [Fact]
    public void Network_and_gradient_have_a_row_for_each_parameter()
    {
        var network = TwoLayerNetwork.Random(4, 3, 2, seed: 1);
        Assert.Contains(">[4, 3]</td>", Bundle.Html(network), StringComparison.Ordinal);
        Assert.Contains(">∂L/∂W1</td>", Bundle.Html(network.Gradient(Tensor.Ones(1, 4), [1])), StringComparison.Ordinal);
    }

    [Fact]
    public void Training_is_summed_up_and_its_evaluations_are_a_table()
    {
        var history = new TrainingHistory([2.3, 0.5], [new(0, 0, 0.1, 0.09), new(1, 2, 0.95, 0.94)]);
        Assert.Equal(
            "2 steps: loss 2.3 at the first, 0.5 at the last; after step 2, accuracy 95.00% on training data and 94.00% on test data",
            Bundle.Plain(history));
        Assert.Contains(">95.00%</td>", Bundle.Html(history), StringComparison.Ordinal);
        var result = new TrainingResult(TwoLayerNetwork.Random(4, 3, 2, seed: 1), history);
        Assert.StartsWith("4-3-2 network, 23 parameters: 2 steps", Bundle.Plain(result), StringComparison.Ordinal);
        Assert.Equal("no steps yet", Bundle.Plain(new TrainingHistory([], [])));
    }

    [Fact]
    public void Batch_names_its_shape_and_its_labels() => Assert.Equal(
        "batch of 2: images of shape [2, 784], labels 7, 3", Bundle.Plain(new MiniBatch(Tensor.Zeros(2, 784), [7, 3])));

    [Fact]
    public void Verdict_is_in_words_as_well_as_in_colour()
    {
        Assert.Contains(Theme.Red, Bundle.Html(Exercise.Check("2.1", 1.0)), StringComparison.Ordinal);
        Assert.Contains("incorrect.", Bundle.Html(Exercise.Check("2.1", 1.0)), StringComparison.Ordinal);
        Assert.Equal("Exercise 2.1: incorrect. Expected a number, found the text \"<b>\".", Bundle.Plain(Exercise.Check("2.1", "<b>")));
    }

    [Fact]
    public void Text_of_a_learner_is_encoded()
    {
        var html = Bundle.Html(Exercise.Check("2.1", "<script>alert(1)</script>"));
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Hint_and_solution_are_readable_as_text()
    {
        Assert.StartsWith("Exercise 2.1, hint 1 of 2: ", Bundle.Plain(Exercise.Hint("2.1")), StringComparison.Ordinal);
        Assert.StartsWith("Exercise 2.1, a solution:\n", Bundle.Plain(Exercise.Solution("2.1")), StringComparison.Ordinal);
        Assert.Contains("<pre", Bundle.Html(Exercise.Solution("2.1")), StringComparison.Ordinal);
    }
}
