using System.IO.Compression;
using Plotly.NET;

namespace Descent.Notebooks;

/// <summary>A fragment of a page that carries plotly.js, packed, for the charts that the page draws itself.</summary>
/// <remarks>
/// Packed it is 1.5 MB. Unpacked it would be 3.6 MB, which Jupyter drops: its servers pass on 1 MB of output a second,
/// averaged over 3 seconds.
/// </remarks>
internal static class PlotlyScript
{
    private const string Resource = $"Plotly.NET.plotly-{Globals.PLOTLYJS_VERSION}.min.js";

    private static readonly Lazy<string> Fragment = new(() =>
        $"<script>\n{Script.Replace("RUN", Run, StringComparison.Ordinal).Replace("PACKED", Packed(), StringComparison.Ordinal)}\n</script>");

    public static string Html => Fragment.Value;

    private static string Packed()
    {
        using var packed = new MemoryStream();
        using (var plain = typeof(GenericChart).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"Plotly.NET was expected to embed {Resource}, and does not."))
        using (var stream = new GZipStream(packed, CompressionLevel.Optimal))
            plain.CopyTo(stream);
        return Convert.ToBase64String(packed.ToArray());
    }

    /// <summary>
    /// Runs the text of plotly.js. Hiding the names that module loaders go by makes it set window.Plotly also in the classic
    /// Notebook, which has require.js.
    /// </summary>
    public const string Run = """
        text => {
            const script = document.createElement("script");
            script.textContent = `(function (define, module, exports) {${text}\n}).call(window)`;
            document.head.append(script);
            return window.Plotly;
          }
        """;

    // It unpacks when the first chart asks, and so never in VS Code, which draws the figure's JSON.
    private const string Script = """
        (() => {
          const packed = "PACKED";
          const run = RUN;
          const unpack = () => {
            const bytes = Uint8Array.from(atob(packed), character => character.charCodeAt(0));
            return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
          };
          let loading;
          window.descentPlotly = () => loading ??= unpack().then(run);
          window.dispatchEvent(new Event("descent-plotly"));
        })();
        """;
}
