using System.Collections;
using System.Dynamic;
using Microsoft.DotNet.Interactive.Formatting;

namespace Descent.Scripting.Values;

/// <summary>
/// Takes the place of the formatting library's own formatters for everything that has none of its own, and for what those would go into
/// without a limit. Formatters that cells, the course or the library have for particular types go before them.
/// </summary>
[TypeFormatterSource(typeof(EverythingElse))]
internal sealed class EverythingElse : ITypeFormatterSource
{
    private static readonly Type[] Types =
        [typeof(object), typeof(Exception), typeof(ExpandoObject), typeof(KeyValuePair<string, object>), typeof(ReadOnlyMemory<>)];

    private static readonly string[] MimeTypes = [PlainTextFormatter.MimeType, HtmlFormatter.MimeType, PlainTextSummaryFormatter.MimeType];

    /// <summary>Hands the formatters to the library, again after somebody has reset it.</summary>
    public static void Register() => Formatter.GetPreferredMimeTypesFor(typeof(EverythingElse));

    public IEnumerable<ITypeFormatter> CreateTypeFormatters() =>
        Types.SelectMany(type => MimeTypes.Select(mimeType => new WalkingFormatter(type, mimeType)))
            .Append(new WalkingFormatter(typeof(IEnumerable), PlainTextSummaryFormatter.MimeType));

    private sealed class WalkingFormatter(Type type, string mimeType) : ITypeFormatter
    {
        public string MimeType => mimeType;

        public Type Type => type;

        public bool Format(object? instance, FormatContext context)
        {
            // A formatter that somebody wrote may hand its context on for a part of the value.
            if (Showing.Current is { Probe: var (probe, value) } current && probe == context && ReferenceEquals(value, instance))
            {
                current.Probe = null;
                return true;
            }

            // A formatter, or code of a cell, asks for the text of something that has no formatter of its own.
            var shown = new ShownValue();
            var depth = Math.Max(1, context.Depth);
            if (Showing.Current is { } outer)
            {
                outer.Timed(isCounted: true, () => Walked(outer));
                Write(shown, context, depth);
                return true;
            }

            var showing = new Showing();
            showing.RunInline(() => Walked(showing));
            Write(shown, context, depth);
            showing.Failure?.Throw();
            return true;

            bool Walked(Showing showing)
            {
                new Walk(showing, wantsHtml: mimeType == HtmlFormatter.MimeType).Go(shown, instance, depth);
                return true;
            }
        }

        private void Write(ShownValue value, FormatContext context, int depth)
        {
            if (mimeType == HtmlFormatter.MimeType)
            {
                context.RequireDefaultStyles();
                context.Writer.Write(HtmlOfValue.Of(value, depth));
            }
            else
            {
                context.Writer.Write(mimeType == PlainTextFormatter.MimeType ? PlainTextOfValue.Of(value, depth) : OneLineOfValue.Of(value));
            }
        }
    }
}
