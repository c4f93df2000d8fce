using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Descent.Cli.Book;
using Descent.Cli.Figures;

namespace Notebooks.Tests.Lessons;

/// <summary>The book as a reader's browser shows it, from a folder and without a network.</summary>
[Collection<SharedLessonRuns>]
public sealed partial class BookInBrowserTests(LessonRuns runs) : IDisposable
{
    private const string Watch =
        """
        window.problems = [];
        const tell = problem => window.problems.push(problem);
        addEventListener("error", event => tell(event.message || `${event.target.src || event.target.href} did not load`), true);
        addEventListener("unhandledrejection", event => tell(String(event.reason)));
        addEventListener("securitypolicyviolation", event => tell(`${event.blockedURI} breaks the policy`));
        console.error = (...words) => tell(words.join(" "));
        """;

    private const string Look =
        """
        JSON.stringify({
          charts: document.querySelectorAll(".chart").length,
          drawn: [...document.querySelectorAll(".chart")].filter(chart => chart.querySelector(".main-svg")).length,
          formulas: [...document.querySelectorAll("math")].filter(formula => formula.getBoundingClientRect().width > 0).length,
          loaded: performance.getEntriesByType("resource").map(resource => resource.name).filter(name => !name.startsWith("file:")),
          problems: window.problems,
        })
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string folder = Directory.CreateTempSubdirectory("book in a browser ").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Every_chart_is_drawn_every_formula_shows_and_nothing_goes_wrong_or_is_fetched()
    {
        Assert.SkipUnless(Chromium.Find() is not null, "There is no Chromium here. Only who changes the book's pages needs one.");
        var stop = TestContext.Current.CancellationToken;
        string[] names = [.. LessonFiles.Course.Lessons().Select(path => Path.GetFileName(path))];
        await CourseBook.WriteAsync(LessonFiles.Course, [.. names.Select(name => ExecutedLesson.From(runs.First(name)))], folder, stop);
        await using var chromium = await ChromiumProcess.StartAsync(Chromium.Find()!, stop);
        using var browser = await DevTools.ConnectAsync(chromium.Address, stop);

        foreach (var name in names)
        {
            var charts = runs.First(name).Cells.SelectMany(cell => cell.Outputs).Count(Figure.IsChart);
            var page = Path.Combine(folder, Path.ChangeExtension(name, ".html"));
            var formulas = Formula().Count(await File.ReadAllTextAsync(page, stop));
            Assert.NotEqual(0, formulas);
            var expected = new JsonObject
            {
                ["charts"] = charts,
                ["drawn"] = charts,
                ["formulas"] = formulas,
                ["loaded"] = new JsonArray(),
                ["problems"] = new JsonArray(),
            };
            Assert.Equal($"{name}: {expected.ToJsonString()}", $"{name}: {await ShownAsync(browser, new Uri(page), expected.ToJsonString(), stop)}");
        }
    }

    /// <returns>What the page shows, as soon as it is what was expected, or else at the end of all patience.</returns>
    private static async Task<string> ShownAsync(DevTools browser, Uri address, string expected, CancellationToken stop)
    {
        var target = (string)(await browser.AskAsync("Target.createTarget", new JsonObject { ["url"] = "about:blank" }, null, stop))["targetId"]!;
        var attach = new JsonObject { ["targetId"] = target, ["flatten"] = true };
        var page = (string)(await browser.AskAsync("Target.attachToTarget", attach, null, stop))["sessionId"]!;
        await browser.AskAsync("Page.enable", [], page, stop);
        await browser.AskAsync("Page.addScriptToEvaluateOnNewDocument", new JsonObject { ["source"] = Watch }, page, stop);
        await browser.AskAsync("Page.navigate", new JsonObject { ["url"] = address.AbsoluteUri }, page, stop);
        var shown = "";
        for (var watch = Stopwatch.StartNew(); shown != expected && watch.Elapsed < Patience; await Task.Delay(100, stop))
        {
            var answer = await browser.AskAsync("Runtime.evaluate", new JsonObject { ["expression"] = Look }, page, stop);
            shown = (string?)answer["result"]?["value"] ?? "";
        }

        await browser.AskAsync("Target.closeTarget", new JsonObject { ["targetId"] = target }, null, stop);
        return shown;
    }

    [GeneratedRegex("<math[ >]")]
    private static partial Regex Formula();
}
