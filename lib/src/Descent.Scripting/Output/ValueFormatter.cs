using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Descent.Scripting.Values;
using Microsoft.DotNet.Interactive.Formatting;
using Microsoft.DotNet.Interactive.Formatting.Csv;
using Microsoft.DotNet.Interactive.Formatting.TabularData;

namespace Descent.Scripting.Output;

/// <summary>Turns a value into every form that its formatters prefer, and plain text besides.</summary>
internal static class ValueFormatter
{
    /// <summary>Formats it; takes two seconds at most, but for formatters that somebody wrote for its type.</summary>
    /// <param name="value">The value.</param>
    /// <param name="wanted">The forms; none for those that its type prefers.</param>
    /// <returns>The forms, and the first exception that a sequence in the value threw.</returns>
    /// <exception cref="OperationCanceledException">The learner has asked for a stop.</exception>
    public static ShownForms Format(object? value, IReadOnlyCollection<string> wanted)
    {
        EverythingElse.Register();
        var mimeTypes = (wanted.Count > 0 ? wanted : Formatter.GetPreferredMimeTypesFor(value?.GetType() ?? typeof(object)))
            .Append(PlainTextFormatter.MimeType).Distinct().ToList();
        var showing = new Showing();
        var walk = new Walk(showing, wantsHtml: mimeTypes.Contains(HtmlFormatter.MimeType));
        var root = new ShownValue();
        var others = new ConcurrentDictionary<string, string>();
        showing.Run(() =>
        {
            walk.Go(root, value, depth: 1);
            foreach (var mimeType in mimeTypes.Where(mimeType => mimeType is not (PlainTextFormatter.MimeType or HtmlFormatter.MimeType)))
            {
                if (Other(value, mimeType, walk, showing) is { } form)
                    others[mimeType] = form;
            }
        });
        walk.TakeSnapshot();

        var forms = new Dictionary<string, string>();
        foreach (var mimeType in mimeTypes)
        {
            var form = mimeType switch
            {
                PlainTextFormatter.MimeType => PlainText(root, showing),
                HtmlFormatter.MimeType => walk.HasNoHtml ? null : Html(root, showing),
                _ => others.GetValueOrDefault(mimeType),
            };
            if (form is not null)
                forms[mimeType] = form;
        }

        var hasPart = root.Shape is not (null or ShownShape.Sequence { Elements.Count: 0 }) || root.PlainText is not null;
        return new ShownForms(new DisplayBundle(forms), hasPart, showing.Failure);
    }

    private static string PlainText(ShownValue root, Showing showing)
    {
        var text = PlainTextOfValue.Of(root, depth: 1);
        return showing.IsLeftBehind ? $"{text}{Environment.NewLine}{Unfinished.LeftBehind}" : text;
    }

    private static string Html(ShownValue root, Showing showing)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        using (var context = new FormatContext(writer))
        {
            writer.Write(HtmlOfValue.Of(root, depth: 1));
            if (showing.IsLeftBehind)
                writer.Write($"<div><i>{WebUtility.HtmlEncode(Unfinished.LeftBehind)}</i></div>");
            if (root.Html is null)
                context.RequireDefaultStyles();
        }

        return writer.ToString();
    }

    private static string? Other(object? value, string mimeType, Walk walk, Showing showing)
    {
        // The library prints every member for them, and would not come back from where a value leads back to itself.
        if (walk.MayBeEndless && mimeType is (CsvFormatter.MimeType or TabularDataResourceFormatter.MimeType))
            return null;
        try
        {
            return showing.Timed(isCounted: value is null || !SpecificFormats.AreRegistered(value.GetType(), mimeType), () => value.ToDisplayString(mimeType));
        }
#pragma warning disable CA1031 // A formatter that fails must not cost the learner the other forms.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }
}
