using Plotly.NET;
using Plotly.NET.LayoutObjects;
using static Descent.Notebooks.Attributes;
using static Descent.Notebooks.FigureParts;

namespace Descent.Notebooks;

public static partial class Figures
{
    private const int PixelsPerTile = 74;
    private const int HeadingHeight = 26;

    /// <summary>Pictures of digits in a grid, each with a heading above it: dark ink on light paper in any theme.</summary>
    /// <param name="images">At least one matrix of pixels, all of one shape, from 0 (paper) to 1 (ink).</param>
    /// <param name="headings">A heading for each picture, or null for none.</param>
    /// <param name="title">The figure's title.</param>
    /// <param name="columns">How many pictures in a row. Default: 8.</param>
    /// <returns>A chart with one trace, whose points carry the headings, over one picture for each digit.</returns>
    /// <exception cref="ArgumentException">No image, images of unequal shapes, or another number of headings.</exception>
    /// <example><code>
    /// var fives = data.Train.IndexesOf(5).Take(16).ToArray();
    /// Figures.DigitGallery([.. fives.Select(data.Train.Image)], title: "Sixteen fives")
    /// </code></example>
    public static GenericChart DigitGallery(
        IReadOnlyList<Tensor> images, IReadOnlyList<string>? headings = null, string title = "Handwritten digits", int columns = 8)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        RequireGallery(images, headings);
        columns = Math.Min(columns, images.Count);
        var rows = (images.Count + columns - 1) / columns;
        var heading = headings is null ? 0 : (double)HeadingHeight / PixelsPerTile;
        var centres = Enumerable.Range(0, images.Count)
            .Select(index => (X: index % columns + 0.5, Y: (index / columns) * (1 + heading) + heading + 0.5)).ToArray();
        var bottom = rows * (1 + heading);
        return Figure(
            [GalleryTrace(centres, headings)],
            title,
            ("width", columns * PixelsPerTile + 60),
            ("height", (int)Math.Round(bottom * PixelsPerTile) + 80),
            ("margin", Object(("l", 30), ("r", 30), ("t", 60), ("b", 20))),
            ("xaxis", HiddenAxis(0, columns)),
            ("yaxis", HiddenAxis(bottom, 0).With(("scaleanchor", "x"))),
            ("images", centres.Select((centre, index) => Tile(images[index], centre)).ToArray()),
            ("annotations", headings?.Select((text, index) => Heading(text, centres[index])).ToArray()),
            ("hoverdistance", -1));
    }

    /// <summary>Pictures of some images of a set in a grid, each with its label or another heading above it.</summary>
    /// <param name="images">The set.</param>
    /// <param name="indexes">Which images, in order; at least one.</param>
    /// <param name="heading">The heading of the image at an index, or null for its label.</param>
    /// <param name="title">The figure's title.</param>
    /// <param name="columns">How many pictures in a row. Default: 8.</param>
    /// <returns>A chart with one trace, whose points carry the headings, over one picture for each digit.</returns>
    /// <exception cref="ArgumentException">No index.</exception>
    /// <example><code>
    /// Figures.DigitGallery(data.Test, worst, index =&gt; $"{data.Test.Labels[index]} taken for {predicted[index]}", "The worst digits")
    /// </code></example>
    public static GenericChart DigitGallery(
        ImageSet images, IReadOnlyList<int> indexes, Func<int, string>? heading = null, string title = "Handwritten digits",
        int columns = 8)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(indexes);
        heading ??= index => Format(images.Labels[index]);
        return DigitGallery([.. indexes.Select(images.Image)], [.. indexes.Select(heading)], title, columns);
    }

    private static Trace GalleryTrace((double X, double Y)[] centres, IReadOnlyList<string>? headings) => Trace(
        "scatter",
        ("mode", "markers"),
        ("x", centres.Select(centre => Rounded(centre.X)).ToArray()),
        ("y", centres.Select(centre => Rounded(centre.Y)).ToArray()),
        ("text", centres.Select((_, index) => headings is null ? $"image {index}" : $"image {index}: {headings[index]}").ToArray()),
        ("marker", Object(("opacity", 0), ("size", PixelsPerTile - 10), ("symbol", "square"))),
        ("hovertemplate", "%{text}<extra></extra>"));

    private static DynamicObj.DynamicObj Tile(Tensor image, (double X, double Y) centre) => Object(
        ("source", Png.DataUri(Ink.Picture(image, scale: 2))),
        ("xref", "x"), ("yref", "y"), ("xanchor", "center"), ("yanchor", "middle"),
        ("x", Rounded(centre.X)), ("y", Rounded(centre.Y)), ("sizex", 0.92), ("sizey", 0.92), ("layer", "below"));

    private static DynamicObj.DynamicObj Heading(string text, (double X, double Y) centre) => Object(
        ("text", text), ("x", Rounded(centre.X)), ("y", Rounded(centre.Y - 0.48)), ("xanchor", "center"), ("yanchor", "bottom"),
        ("showarrow", false), ("font", Object(("size", 12))));

    private static LinearAxis HiddenAxis(double from, double to) =>
        Axis(null, ("range", new[] { from, to }), ("visible", false), ("fixedrange", true));

    private static void RequireGallery(IReadOnlyList<Tensor> images, IReadOnlyList<string>? headings)
    {
        if (images.Count == 0)
            throw new ArgumentException("A gallery needs at least one image; none was given.", nameof(images));
        if (headings is not null && headings.Count != images.Count)
            throw new ArgumentException(
                $"Each image needs a heading; found {images.Count} images and {headings.Count} headings.", nameof(headings));
        foreach (var image in images)
        {
            Ink.Require(image);
            if (!image.Shape.SequenceEqual(images[0].Shape))
                throw new ArgumentException(
                    $"The images of a gallery need one shape; found [{string.Join(", ", images[0].Shape)}] "
                    + $"and [{string.Join(", ", image.Shape)}].", nameof(images));
        }
    }
}
