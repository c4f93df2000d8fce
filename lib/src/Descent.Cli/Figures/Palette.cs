using System.Runtime.InteropServices;

namespace Descent.Cli.Figures;

/// <summary>
/// At most 256 colours that stand for all the colours of a picture. A chart has few colours and many shades at the edges of its
/// lines; with one byte a pixel its file is a quarter of the size. Every shade is as near to a colour of the palette as 256 allow.
/// </summary>
internal sealed class Palette
{
    public const int MostColours = 256;

    private readonly Dictionary<uint, byte> places = [];

    private Palette(IReadOnlyList<uint> chosen, IEnumerable<uint> all)
    {
        Colours = chosen;
        foreach (var colour in all)
            places[colour] = (byte)Nearest(chosen, colour).Place;
    }

    /// <summary>The palette's colours, the most frequent first.</summary>
    public IReadOnlyList<uint> Colours { get; }

    public byte PlaceOf(uint colour) => places[colour];

    public static Palette For(Pixels picture)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var colour in picture.Colours)
            CollectionsMarshal.GetValueRefOrAddDefault(counts, colour, out _)++;
        uint[] byFrequency = [.. counts.OrderByDescending(item => item.Value).ThenBy(item => item.Key).Select(item => item.Key)];
        for (var tolerance = 0; ; tolerance++)
        {
            if (Choose(byFrequency, tolerance) is { } chosen)
                return new Palette(chosen, byFrequency);
        }
    }

    /// <summary>How far apart two colours are: the largest difference of their opacity, and of their red, green and blue as far as that shows them.</summary>
    public static int Distance(uint first, uint second)
    {
        var (one, other) = (Parts(first), Parts(second));
        var distance = Math.Abs(one.Opacity - other.Opacity);
        distance = Math.Max(distance, Math.Abs(one.Red - other.Red));
        distance = Math.Max(distance, Math.Abs(one.Green - other.Green));
        return Math.Max(distance, Math.Abs(one.Blue - other.Blue));
    }

    // The frequent colours first; one is left out when a chosen one is near enough. Null when they are too many.
    private static List<uint>? Choose(uint[] byFrequency, int tolerance)
    {
        var chosen = new List<uint>();
        foreach (var colour in byFrequency)
        {
            if (Nearest(chosen, colour).Distance <= tolerance)
                continue;
            if (chosen.Count == MostColours)
                return null;
            chosen.Add(colour);
        }

        return chosen;
    }

    private static (int Place, int Distance) Nearest(IReadOnlyList<uint> chosen, uint colour)
    {
        var nearest = (Place: 0, Distance: int.MaxValue);
        for (var place = 0; place < chosen.Count && nearest.Distance > 0; place++)
        {
            var distance = Distance(chosen[place], colour);
            if (distance < nearest.Distance)
                nearest = (place, distance);
        }

        return nearest;
    }

    private static (int Red, int Green, int Blue, int Opacity) Parts(uint colour)
    {
        var bytes = MemoryMarshal.AsBytes(new ReadOnlySpan<uint>(in colour));
        int opacity = bytes[3];
        return (bytes[0] * opacity / byte.MaxValue, bytes[1] * opacity / byte.MaxValue, bytes[2] * opacity / byte.MaxValue, opacity);
    }
}
