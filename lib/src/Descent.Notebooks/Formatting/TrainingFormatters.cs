namespace Descent.Notebooks;

/// <summary>Shows a training run as a summary and a table of its evaluations.</summary>
internal static class TrainingFormatters
{
    private const int MostRows = 20;
    private const int Edge = 8;

    public static void Register()
    {
        Formats.Register<TrainingHistory>((Formats.Html, Html), (Formats.PlainText, Summary));
        Formats.Register<TrainingResult>(
            (Formats.Html, result => Markup.Paragraph(result.Network.ToString()) + Html(result.History)),
            (Formats.PlainText, result => $"{result.Network}: {Summary(result.History)}"));
        Formats.Register<MiniBatch>((Formats.Html, Html), (Formats.PlainText, Text));
    }

    private static string Html(TrainingHistory history) =>
        Markup.Paragraph(Summary(history))
        + Markup.Table(
            ["epoch", "step", "training accuracy", "test accuracy"],
            Markup.Shown(history.Evaluations.Count, MostRows, Edge).Select(index => index is { } shown
                ? Row(history.Evaluations[shown])
                : ["…", "…", "…", "…"]));

    private static string[] Row(Evaluation evaluation) =>
    [
        Markup.Whole(evaluation.Epoch),
        Markup.Whole(evaluation.Step),
        Markup.Percentage(evaluation.TrainAccuracy),
        evaluation.TestAccuracy is { } test ? Markup.Percentage(test) : "",
    ];

    private static string Summary(TrainingHistory history) => history.Losses.Count == 0
        ? "no steps yet"
        : $"{Markup.Whole(history.Losses.Count)} steps: loss {Markup.Number(history.Losses[0])} at the first, "
            + $"{Markup.Number(history.Losses[^1])} at the last{Accuracies(history)}";

    private static string Accuracies(TrainingHistory history)
    {
        if (history.Evaluations.Count == 0)
            return "";
        var last = history.Evaluations[^1];
        return $"; after step {Markup.Whole(last.Step)}, accuracy {Markup.Percentage(last.TrainAccuracy)} on training data"
            + (last.TestAccuracy is { } test ? $" and {Markup.Percentage(test)} on test data" : "");
    }

    private static string Text(MiniBatch batch) =>
        $"{batch}: images of shape {Compare.ShapeOf(batch.Images)}, labels {Labels(batch)}";

    private static string Html(MiniBatch batch) => Markup.Paragraph(Text(batch));

    private static string Labels(MiniBatch batch)
    {
        const int most = 20;
        return string.Join(", ", batch.Labels.Take(most)) + (batch.Labels.Count > most ? ", …" : "");
    }
}
