namespace Descent;

/// <summary>A gradient as a magnitude and the two bins its angle lies between.</summary>
/// <param name="Magnitude">√(across² + down²).</param>
/// <param name="Bin">The bin at or below the angle.</param>
/// <param name="NextShare">How much of the magnitude goes to the bin after that, from 0 to 1.</param>
internal readonly record struct Orientation(double Magnitude, int Bin, double NextShare)
{
    private const int Bins = HistogramOfOrientedGradients.Orientations;

    // Rounding the angle hides the last bits of the arctangent, in which platforms differ.
    private const int StepsPerBin = 256;

    public int NextBin => Bin + 1 == Bins ? 0 : Bin + 1;

    public static Orientation Of(int across, int down)
    {
        var angle = Math.Atan2(down, across);
        if (angle < 0)
            angle += Math.PI;

        var steps = (int)Math.Round(angle / Math.PI * (Bins * StepsPerBin)) % (Bins * StepsPerBin);
        return new(Math.Sqrt(across * across + down * down), steps / StepsPerBin, steps % StepsPerBin / (double)StepsPerBin);
    }
}
