using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Descent.Cli.CommandLine;
using Descent.Cli.Notebooks;

namespace Descent.Cli.Figures;

/// <summary>Draws figures with the plotly.js that the lessons draw with, in one start of a browser.</summary>
/// <param name="course">The course, whose library holds plotly.js.</param>
/// <param name="program">The browser; null when there is none.</param>
internal sealed class ChromiumPainter(CourseFolder course, string? program) : IFigurePainter
{
    private static readonly TimeSpan FigureTime = TimeSpan.FromSeconds(60);

    private const string Missing =
        "was found. Install Chromium, Google Chrome or Microsoft Edge, or name one with the variable " + Chromium.Variable
        + ". Only authors who write outputs into notebooks need it.";

    // plotly.js's own sizes for a figure that names none.
    private static readonly string Draw =
        $$"""
        async ({ data, layout, config }) => {
          const image = new Image();
          image.src = await Plotly.toImage({ data, layout, config }, {
            format: "png", scale: {{FigurePicture.Scale}}, width: layout?.width ?? 700, height: layout?.height ?? 450,
          });
          await image.decode();
          const { width, height } = image;
          const paper = new OffscreenCanvas(width, height).getContext("2d");
          paper.drawImage(image, 0, 0);
          const reader = new FileReader();
          const read = new Promise(done => reader.onload = done);
          reader.readAsDataURL(new Blob([paper.getImageData(0, 0, width, height).data]));
          await read;
          return { width, height, bytes: reader.result.split(",")[1] };
        }
        """;

    public async Task<IReadOnlyList<byte[]>> DrawAsync(IReadOnlyList<UndrawnFigure> figures, CancellationToken cancellationToken)
    {
        if (program is null)
            throw new UserError($"{(figures.Count == 1 ? "A figure needs a new picture" : $"{figures.Count} figures need new pictures")}, and no browser to draw with {Missing}");
        await using var chromium = await ChromiumProcess.StartAsync(program, cancellationToken);
        using var tools = await DevTools.ConnectAsync(chromium.Address, cancellationToken);
        var page = await OpenPageAsync(tools, cancellationToken);
        await EvaluateAsync(tools, page, "plotly.js", Encoding.UTF8.GetString(PlotlyScript.Read(course)) + "\n;0", cancellationToken);

        var pictures = new List<byte[]>();
        foreach (var figure in figures)
        {
            var drawn = await EvaluateAsync(tools, page, $"{figure.Place}: the figure", $"({Draw})({figure.Json})", cancellationToken);
            var bytes = Convert.FromBase64String((string)drawn!["bytes"]!);
            pictures.Add(PalettePng.Encode(new Pixels((int)drawn["width"]!, (int)drawn["height"]!, bytes)));
        }

        return pictures;
    }

    private static async Task<string> OpenPageAsync(DevTools tools, CancellationToken cancellationToken)
    {
        var target = await tools.AskAsync("Target.createTarget", new JsonObject { ["url"] = "about:blank" }, null, cancellationToken);
        var attach = new JsonObject { ["targetId"] = (string)target["targetId"]!, ["flatten"] = true };
        return (string)(await tools.AskAsync("Target.attachToTarget", attach, null, cancellationToken))["sessionId"]!;
    }

    private static async Task<JsonNode?> EvaluateAsync(
        DevTools tools, string page, string subject, string script, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(FigureTime);
        try
        {
            var question = new JsonObject { ["expression"] = script, ["awaitPromise"] = true, ["returnByValue"] = true };
            var answer = await tools.AskAsync("Runtime.evaluate", question, page, limit.Token);
            return answer["exceptionDetails"] is { } problem
                ? throw new UserError($"{subject} was refused by the browser: {problem["exception"]?["description"] ?? problem["text"]}")
                : answer["result"]!["value"];
        }
        catch (WebSocketException exception)
        {
            throw new UserError($"{subject} was not drawn, since the browser ended early: {exception.Message} Try again.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new UserError($"{subject} was not drawn within {FigureTime.TotalSeconds} s. Try again when the machine is less busy.");
        }
    }
}
