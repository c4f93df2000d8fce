namespace Descent.Cli.Figures;

/// <summary>Makes pictures of figures.</summary>
internal interface IFigurePainter
{
    /// <summary>Draws each figure as a PNG file with <see cref="FigurePicture.Scale"/> pixels for each of its own, side by side.</summary>
    Task<IReadOnlyList<byte[]>> DrawAsync(IReadOnlyList<UndrawnFigure> figures, CancellationToken cancellationToken);
}

/// <summary>A figure that needs a picture.</summary>
/// <param name="Place">The notebook and the cell that show it, in words.</param>
/// <param name="Json">The figure, as JSON for plotly.js.</param>
internal sealed record UndrawnFigure(string Place, string Json);
