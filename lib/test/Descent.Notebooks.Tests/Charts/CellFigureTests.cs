namespace Descent.Notebooks.Tests.Charts;

public sealed class CellFigureTests
{
    [Fact]
    public void Heat_map_writes_each_value_in_its_cell()
    {
        var chart = Figures.HeatMap(
            Tensor.FromRows([0.5, 0.25], [1, 0]), "Accuracy", x: "hidden units", y: "learning rate",
            columns: ["10", "50"], rows: ["0.1", "1"], value: "test accuracy", format: "0.00");
        var trace = Assert.Single(chart.Traces());
        Assert.Equal("""[["0.50","0.25"],["1.00","0.00"]]""", trace.GetProperty("text").GetRawText());
        Assert.Equal("%{text}", trace.String("texttemplate"));
        Assert.Equal(["10", "50"], trace.Strings("x"));
        Assert.Equal(["0.1", "1"], trace.Strings("y"));
        Assert.Equal("reversed", chart.Layout().GetProperty("yaxis").String("autorange"));
        Assert.Equal("hidden units", chart.AxisTitle("xaxis"));
    }

    [Fact]
    public void Large_heat_map_leaves_its_cells_blank() =>
        Assert.False(Figures.HeatMap(Tensor.Zeros(28, 28), "Weights").Traces()[0].TryGetProperty("texttemplate", out _));

    [Fact]
    public void Heat_map_of_a_vector_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Figures.HeatMap(Tensor.Of(1, 2), "Vector"));
        Assert.StartsWith("A heat map needs a matrix; found a tensor of shape [2].", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_number_of_labels_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Figures.HeatMap(Tensor.Zeros(2, 3), "Labels", rows: ["a"]));
        Assert.Equal("The rows of this figure need 2 labels; found 1.", error.Message);
    }

    [Fact]
    public void Confusion_matrix_writes_counts_and_colours_shares_of_the_row()
    {
        var trace = Assert.Single(Figures.ConfusionMatrix(new[,] { { 3, 1, 0 }, { 0, 0, 0 }, { 0, 2, 8 } }).Traces());
        Assert.Equal("""[["3","1","0"],["0","0","0"],["0","2","8"]]""", trace.GetProperty("text").GetRawText());
        Assert.Equal("[[0.75,0.25,0.0],[0.0,0.0,0.0],[0.0,0.2,0.8]]", trace.GetProperty("z").GetRawText());
    }

    [Fact]
    public void Confusion_matrix_that_is_not_square_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Figures.ConfusionMatrix(new int[2, 3]));
        Assert.StartsWith("A confusion matrix is square; found 2 rows and 3 columns.", error.Message, StringComparison.Ordinal);
    }
}
