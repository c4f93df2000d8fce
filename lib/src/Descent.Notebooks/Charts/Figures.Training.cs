using Plotly.NET;
using static Descent.Notebooks.Attributes;
using static Descent.Notebooks.FigureParts;

namespace Descent.Notebooks;

public static partial class Figures
{
    /// <summary>The loss of each mini-batch against the step; long runs as the mean and the range of equal groups of steps.</summary>
    /// <param name="history">What a training run recorded, finished or not.</param>
    /// <param name="title">The figure's title.</param>
    /// <returns>A chart with the mean, and for more than 500 steps the range, of each group.</returns>
    /// <example><code>Figures.Loss(result.History)</code></example>
    public static GenericChart Loss(TrainingHistory history, string title = "Loss during training")
    {
        ArgumentNullException.ThrowIfNull(history);
        var summary = LossSummary.Of(history.Losses);
        return Figure(
            LossTraces(summary),
            title,
            ("xaxis", Axis("step (mini-batches)", ("tickformat", ",d"))),
            ("yaxis", Axis(summary.AxisTitle, ("rangemode", "tozero"))),
            ("showlegend", false));
    }

    /// <summary>The share of images classified correctly, one marker for each evaluation: training and test data.</summary>
    /// <param name="history">What a training run recorded, finished or not.</param>
    /// <param name="title">The figure's title.</param>
    /// <returns>A chart with a trace for training data and, where it was evaluated, one for test data.</returns>
    /// <example><code>
    /// var figure = display(Figures.Accuracy(history));
    /// figure.Update(Figures.Accuracy(longerHistory));
    /// </code></example>
    public static GenericChart Accuracy(TrainingHistory history, string title = "Accuracy during training")
    {
        ArgumentNullException.ThrowIfNull(history);
        return Figure(
            AccuracyTraces(history),
            title,
            ("xaxis", Axis("epoch", ("rangemode", "tozero"))),
            ("yaxis", Axis("accuracy (share correct)", ("range", new[] { 0, 1.02 }))),
            ("showlegend", true));
    }

    /// <summary>Loss on the left, accuracy on the right: a training run at a glance.</summary>
    /// <param name="history">What a training run recorded, finished or not.</param>
    /// <param name="title">The figure's title.</param>
    /// <returns>A chart with the traces of <see cref="Loss"/> and <see cref="Accuracy"/>.</returns>
    /// <example><code>Figures.TrainingCurves(Sgd.Train(network, data.Train, data.Test, new SgdOptions()).History)</code></example>
    public static GenericChart TrainingCurves(TrainingHistory history, string title = "Training")
    {
        ArgumentNullException.ThrowIfNull(history);
        var summary = LossSummary.Of(history.Losses);
        var accuracies = AccuracyTraces(history).Select(trace => trace.With(("xaxis", "x2"), ("yaxis", "y2")));
        return Figure(
            [.. LossTraces(summary), .. accuracies],
            title,
            ("width", Theme.WidestFigure),
            ("xaxis", Axis("step (mini-batches)", ("tickformat", ",d"), ("domain", new[] { 0, 0.44 }))),
            ("yaxis", Axis(summary.AxisTitle, ("rangemode", "tozero"))),
            ("xaxis2", Axis("epoch", ("domain", new[] { 0.56, 1 }), ("rangemode", "tozero"), ("anchor", "y2"))),
            ("yaxis2", Axis("accuracy (share correct)", ("range", new[] { 0, 1.02 }), ("anchor", "x2"))),
            // Where curves of accuracy leave room, so that the two plots get the whole width.
            ("legend", Object(("x", 1), ("xanchor", "right"), ("y", 0.05), ("yanchor", "bottom"))),
            ("showlegend", true));
    }

    private static IEnumerable<Trace> LossTraces(LossSummary summary)
    {
        if (summary.GroupSize > 1)
            yield return Trace(
                "scatter",
                ("name", "lowest to highest"),
                ("mode", "lines"),
                ("x", summary.Steps.Concat(summary.Steps.Reverse()).ToArray()),
                ("y", Finite(summary.Highest.Concat(summary.Lowest.Reverse()))),
                ("fill", "toself"),
                ("fillcolor", "rgba(46,128,210,0.25)"),
                ("line", Line(Theme.Transparent, 0)),
                ("showlegend", false),
                ("hoverinfo", "skip"));
        yield return Trace(
            "scatter",
            ("name", "loss"),
            ("mode", "lines"),
            ("x", summary.Steps),
            ("y", summary.Means.Select(Rounded).ToArray()),
            ("line", Line(Theme.Blue)),
            ("showlegend", false),
            ("hovertemplate", "step %{x}<br>loss %{y:.4~g}<extra></extra>"));
    }

    private static IEnumerable<Trace> AccuracyTraces(TrainingHistory history)
    {
        yield return AccuracyTrace("training data", Theme.Blue, "circle", history.Evaluations, point => point.TrainAccuracy);
        if (history.Evaluations.Any(point => point.TestAccuracy is not null))
            yield return AccuracyTrace("test data", Theme.Orange, "diamond", history.Evaluations, point => point.TestAccuracy);
    }

    private static Trace AccuracyTrace(
        string name, string colour, string symbol, IReadOnlyList<Evaluation> points, Func<Evaluation, double?> accuracy) => Trace(
        "scatter",
        ("name", name),
        ("mode", "lines+markers"),
        ("x", points.Select(point => point.Epoch).ToArray()),
        ("y", points.Select(accuracy).ToArray()),
        ("line", Line(colour)),
        ("marker", Object(("color", colour), ("size", 8), ("symbol", symbol))),
        ("hovertemplate", "epoch %{x}: %{y:.2%}"));
}
