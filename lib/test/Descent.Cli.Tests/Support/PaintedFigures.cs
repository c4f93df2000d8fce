using Descent.Cli.Figures;

namespace Descent.Cli.Tests.Support;

/// <summary>Draws every figure as a picture of one pixel, and remembers what it was asked to draw.</summary>
internal sealed class PaintedFigures : IFigurePainter
{
    public static byte[] Picture { get; } = PalettePng.Encode(new Pixels(2, 2, new byte[16]));

    public List<UndrawnFigure> Drawn { get; } = [];

    /// <summary>How often a browser would have been started.</summary>
    public int Starts { get; private set; }

    public Task<IReadOnlyList<byte[]>> DrawAsync(IReadOnlyList<UndrawnFigure> figures, CancellationToken cancellationToken)
    {
        Starts++;
        Drawn.AddRange(figures);
        return Task.FromResult<IReadOnlyList<byte[]>>([.. figures.Select(_ => Picture)]);
    }
}
