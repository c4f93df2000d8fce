using System.Net;
using Descent.Cli.Outputs;

namespace Descent.Cli.Book.Outputs;

/// <summary>An error that a lesson shows on purpose.</summary>
internal static class ErrorHtml
{
    public static string Of(RecordedOutput.Error error) =>
        $"<div class=\"error\"><p><strong>{WebUtility.HtmlEncode(error.Name)}</strong>: {WebUtility.HtmlEncode(error.Message)}</p>"
        + $"{TextHtml.Of(string.Join('\n', error.Trace), "output")}</div>";
}
