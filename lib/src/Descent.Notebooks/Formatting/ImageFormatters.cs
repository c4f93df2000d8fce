namespace Descent.Notebooks;

/// <summary>Shows a picture as a picture, and a set of images as its first few with their labels.</summary>
internal static class ImageFormatters
{
    private const int MostShown = 10;

    public static void Register()
    {
        Formats.Register<Picture>((Formats.PngImage, picture => picture.Base64()), (Formats.PlainText, picture => picture.ToString()));
        Formats.Register<ImageSet>((Formats.Html, Html), (Formats.PlainText, images => images.ToString()));
    }

    private static string Html(ImageSet images)
    {
        var count = Math.Min(images.Count, MostShown);
        if (count == 0)
            return Markup.Paragraph(images.ToString());
        var strip = Strip([.. Enumerable.Range(0, count).Select(images.Image)]);
        var labels = string.Join(", ", images.Labels.Take(count));
        return Markup.Paragraph(images.ToString())
            + $"<img alt=\"the first {count} images, labelled {labels}\" src=\"{Png.DataUri(strip)}\" />"
            + Markup.Paragraph($"labels {labels}{(images.Count > count ? ", …" : "")}");
    }

    private static byte[,] Strip(IReadOnlyList<Tensor> images)
    {
        const int scale = 2;
        var width = images[0].Shape[1] * scale;
        var strip = new byte[images[0].Shape[0] * scale, width * images.Count];
        for (var index = 0; index < images.Count; index++)
            Ink.Draw(images[index], strip, top: 0, left: index * width, scale);
        return strip;
    }
}
