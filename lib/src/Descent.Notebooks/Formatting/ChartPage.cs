using System.Security.Cryptography;
using System.Text;

namespace Descent.Notebooks;

/// <summary>A fragment of a page that draws a figure with the plotly.js that the page has, or gets from <see cref="PlotlyScript"/>.</summary>
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
                .Replace("RUN", PlotlyScript.Run, StringComparison.Ordinal)
                .Replace("FIGURE", InScript(figure), StringComparison.Ordinal)}
            </script>
            """;
    }

    /// <summary>No text inside a script may look like the end of the script.</summary>
    private static string InScript(string json) => json.Replace("<", "\\u003c", StringComparison.Ordinal);

    // The page's own text colour replaces the course's mid-grey. The same figure may stand on a page twice, so every element
    // of that name that is still empty is drawn. The first cell may be shown after the figures (JupyterLab shows cells as they
    // scroll into view), so a figure waits a second for it before it turns to the network, and draws even after that.
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
          const fail = () => waiting().forEach(target => target.textContent = target.getAttribute("aria-label")
            + ": run the first cell of the notebook, and the figure is drawn here.");
          const unpacked = () => window.descentPlotly().then(draw).catch(fail);
          const run = RUN;
          const network = () => window.descentNetwork ??= fetch("ADDRESS").then(answer => answer.text()).then(run);
          if (window.Plotly) draw(window.Plotly);
          else if (window.descentPlotly) unpacked();
          else {
            window.addEventListener("descent-plotly", unpacked, { once: true });
            setTimeout(() => waiting().length && network().then(draw).catch(fail), 1000);
          }
        })();
        """;
}
