using Descent.Cli.Outputs;

namespace Descent.Cli.Tests.Support;

/// <summary>Makes outputs of cells.</summary>
internal static class TestOutput
{
    public static RecordedOutput.Stream Text(string text) => new("stdout", text);

    public static RecordedOutput.ExecuteResult Value(params (string MimeType, string Content)[] forms) =>
        new(forms.ToDictionary(form => form.MimeType, form => form.Content));

    public static RecordedOutput.ExecuteResult Chart(string figure) =>
        Value(("application/vnd.plotly.v1+json", figure), ("text/html", "<script>draw()</script>"), ("text/plain", "Figure"));
}
