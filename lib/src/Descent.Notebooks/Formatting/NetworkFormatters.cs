namespace Descent.Notebooks;

/// <summary>Shows a network and its gradient as tables with a row for each parameter.</summary>
internal static class NetworkFormatters
{
    public static void Register()
    {
        Formats.Register<TwoLayerNetwork>((Formats.Html, Html), (Formats.PlainText, network => network.ToString()));
        Formats.Register<NetworkGradient>((Formats.Html, Html), (Formats.PlainText, gradient => gradient.ToString()));
    }

    private static string Html(TwoLayerNetwork network) =>
        Markup.Paragraph(network.ToString())
        + Table(("W1", network.W1), ("B1", network.B1), ("W2", network.W2), ("B2", network.B2));

    private static string Html(NetworkGradient gradient) =>
        Markup.Paragraph(gradient.ToString())
        + Table(("∂L/∂W1", gradient.W1), ("∂L/∂B1", gradient.B1), ("∂L/∂W2", gradient.W2), ("∂L/∂B2", gradient.B2));

    private static string Table(params IEnumerable<(string Name, Tensor Values)> parameters) => Markup.Table(
        ["", "shape", "numbers", "smallest", "largest", "norm"],
        parameters.Select(parameter => new[]
        {
            parameter.Name,
            Compare.ShapeOf(parameter.Values),
            Markup.Whole(parameter.Values.Length),
            Markup.Number(parameter.Values.Min()),
            Markup.Number(parameter.Values.Max()),
            Markup.Number(parameter.Values.Norm()),
        }));
}
