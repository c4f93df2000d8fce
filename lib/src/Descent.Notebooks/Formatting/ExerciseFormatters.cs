namespace Descent.Notebooks;

/// <summary>Shows a verdict beside a bar of its colour, a hint beside a grey one, and a solution as code.</summary>
internal static class ExerciseFormatters
{
    public static void Register()
    {
        Formats.Register<ExerciseResult>((Formats.Html, Html), (Formats.PlainText, result => result.ToString()));
        Formats.Register<ExerciseHint>((Formats.Html, Html), (Formats.PlainText, hint => hint.ToString()));
        Formats.Register<ExerciseSolution>((Formats.Html, Html), (Formats.PlainText, solution => solution.ToString()));
    }

    private static string Html(ExerciseResult result) => Box(Colour(result.Verdict), result.Heading, Markup.Encode(result.Message));

    private static string Html(ExerciseHint hint) =>
        Box(Theme.Blue, hint.Heading, Markup.Encode(hint.Text));

    private static string Html(ExerciseSolution solution) => Box(
        Theme.Purple,
        $"Exercise {solution.Id}, a solution:",
        $"<pre style=\"color:inherit;background:transparent\"><code>{Markup.Encode(solution.Code)}</code></pre>");

    private static string Colour(Verdict verdict) => verdict switch
    {
        Verdict.Correct => Theme.Green,
        Verdict.Incorrect => Theme.Red,
        _ => Theme.Text,
    };

    private static string Box(string colour, string heading, string content) =>
        $"<div style=\"border-left:4px solid {colour};padding:4px 12px;color:inherit\">"
        + $"<strong style=\"color:{colour}\">{Markup.Encode(heading)}</strong> {content}</div>";
}
