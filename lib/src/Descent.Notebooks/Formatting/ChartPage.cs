using System.Security.Cryptography;
using System.Text;

namespace Descent.Notebooks;

/// <summary>A fragment of a page that draws a figure with the page's plotly.js or, if it has none, with one it loads.</summary>
internal static class ChartPage
{
    /// <summary>The version that Plotly.NET makes its figures for.</summary>
    public const string PlotlyAddress = $"https://cdn.plot.ly/plotly-{Globals.PLOTLYJS_VERSION}.min.js";

    /// <summary>Two runs of a cell print the same bytes: the element is named by the figure's own hash.</summary>
    public static string Html(string figure, string title, (int Width, int Height) size)
    {
        var name = "figure-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(figure)))[..16];
        return $"""
            <div class="{name}" role="img" aria-label="{Markup.Encode(title)}" style="width:{size.Width}px;min-height:{size.Height}px;max-width:100%;overflow-x:auto">{Markup.Encode(title)}</div>
            <script>
            {Script.Replace("NAME", name, StringComparison.Ordinal).Replace("ADDRESS", PlotlyAddress, StringComparison.Ordinal)
                .Replace("FIGURE", InScript(figure), StringComparison.Ordinal)}
            </script>
            """;
    }

    /// <summary>No text inside a script may look like the end of the script.</summary>
    private static string InScript(string json) => json.Replace("<", "\\u003c", StringComparison.Ordinal);

    // The page's own text colour replaces the course's mid-grey. The same figure may stand on a page twice, so every element
    // of that name that is still empty is drawn. While plotly.js loads, a module loader's "amd" flag is set aside, or plotly.js
    // would hand itself to the loader and leave no window.Plotly.
    private const string Script = """
        (() => {
          const figure = () => (FIGURE);
          const waiting = () => [...document.querySelectorAll(".NAME:not([data-drawn])")];
          const draw = plotly => waiting().forEach(target => {
            const { data, layout, config } = figure();
            if (layout.font && layout.font.color === "#808080") layout.font.color = getComputedStyle(target).color;
            target.dataset.drawn = "yes";
            target.textContent = "";
            plotly.newPlot(target, data, layout, config);
          });
          const load = () => window.descentPlotly ??= new Promise((resolve, reject) => {
            const define = window.define, amd = define && define.amd;
            if (amd) define.amd = undefined;
            const done = settle => () => { if (amd) define.amd = amd; settle(window.Plotly); };
            const script = document.createElement("script");
            script.src = "ADDRESS";
            script.onload = done(resolve);
            script.onerror = done(reject);
            document.head.appendChild(script);
          });
          if (window.Plotly) draw(window.Plotly);
          else load().then(draw, () => {
            window.descentPlotly = undefined;
            waiting().forEach(target => target.textContent += ": to draw this figure, the page has to load ADDRESS once.");
          });
        })();
        """;
}
