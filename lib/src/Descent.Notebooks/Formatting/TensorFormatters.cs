namespace Descent.Notebooks;

/// <summary>Shows tensors as tables: a vector as one row, a matrix as it stands, both with gaps where they are large.</summary>
internal static class TensorFormatters
{
    private const int MostRows = 12;
    private const int MostColumns = 10;
    private const int RowsAtEachEnd = 5;
    private const int ColumnsAtEachEnd = 4;

    public static void Register() => Formats.Register<Tensor>((Formats.Html, Html), (Formats.PlainText, value => value.ToString()));

    private static string Html(Tensor tensor) => tensor.Rank switch
    {
        1 when tensor.Length > 0 => Table(tensor.Reshape(1, tensor.Length)) + Caption(tensor),
        2 when tensor.Length > 0 => Table(tensor) + Caption(tensor),
        _ => $"<pre style=\"color:inherit\">{Markup.Encode(tensor.ToString())}</pre>{Caption(tensor)}",
    };

    private static string Table(Tensor matrix)
    {
        var columns = Markup.Shown(matrix.Shape[1], MostColumns, ColumnsAtEachEnd).ToArray();
        var rows = Markup.Shown(matrix.Shape[0], MostRows, RowsAtEachEnd);
        return Markup.Table(null, rows.Select(row => columns.Select(column => Cell(matrix, row, column)).ToArray()));
    }

    private static string Cell(Tensor matrix, int? row, int? column) =>
        row is { } i && column is { } j ? Markup.Number(matrix[i, j]) : "…";

    private static string Caption(Tensor tensor) => tensor.Rank == 0 ? "" : Markup.Paragraph($"shape {Compare.ShapeOf(tensor)}");
}
