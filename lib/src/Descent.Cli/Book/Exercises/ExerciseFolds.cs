using System.Net;
using System.Text;
using Descent.Cli.Book.Code;

namespace Descent.Cli.Book.Exercises;

/// <summary>Folds an exercise's hints and its solution away until the reader asks for them.</summary>
internal static class ExerciseFolds
{
    public static string Html(string id, ExerciseHelp help)
    {
        var html = new StringBuilder();
        for (var level = 1; level <= help.Hints.Count; level++)
            Append(html, $"Exercise {id}, hint {level} of {help.Hints.Count}", $"<p>{WebUtility.HtmlEncode(help.Hints[level - 1])}</p>");
        Append(html, $"Exercise {id}, a solution", CodeHtml.Of(help.Solution, $"A solution of exercise {id}"));
        return html.ToString();
    }

    private static void Append(StringBuilder html, string summary, string content) =>
        html.Append($"<details class=\"fold\"><summary>{WebUtility.HtmlEncode(summary)}</summary>\n{content}\n</details>\n");
}
