using Microsoft.DotNet.Interactive.Formatting;

namespace Descent.Notebooks.Tests.Charts;

public sealed class ChartDisplayTests
{
    [Fact]
    public void What_is_handed_out_is_what_was_shown_so_that_an_update_keeps_its_place()
    {
        var chart = Figures.Curves(x => x, 0, 1, "Before");
        var (heard, shown) = Heard(() =>
        {
            var live = chart.Display();
            live.Update(Figures.Curves(x => x, 0, 1, "After"));
            return live;
        });
        Assert.Equal([(shown.DisplayId, "Figure: Before (1 trace)"), (shown.DisplayId, "Figure: After (1 trace)")], heard);
    }

    // The reason for the course's own: the day that this fails, display(chart) does.
    [Fact]
    public void The_formatting_library_hands_out_another_one()
    {
        var (heard, shown) = Heard(() => ((object)Figures.Curves(x => x, 0, 1, "Line")).Display());
        Assert.NotEqual(Assert.Single(heard).Id, shown.DisplayId);
    }

    [Fact]
    public async Task One_chart_shown_on_several_threads_at_once_has_a_place_on_each()
    {
        var chart = Figures.Curves(x => x, 0, 1, "Line");
        using var start = new Barrier(4);
        var shown = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                return Enumerable.Range(0, 20).Select(_ => chart.Display()).ToList();
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));
        Assert.Equal(80, shown.SelectMany(all => all).Select(one => one.DisplayId).Distinct().Count());
    }

    [Fact]
    public void Only_the_forms_that_were_asked_for_are_shown() => Assert.Equal(
        ["text/plain"],
        Figures.Curves(x => x, 0, 1, "Line").Display("text/plain").FormattedValues.Select(form => form.MimeType));

    private static (List<(string Id, string Text)> Heard, DisplayedValue Shown) Heard(Func<DisplayedValue> work)
    {
        var thread = Environment.CurrentManagedThreadId;
        var heard = new List<(string, string)>();
        using (Formatter.SubscribeToDisplayedValues(value =>
        {
            if (Environment.CurrentManagedThreadId == thread)
                heard.Add((value.DisplayId, value.FormattedValues.Single(form => form.MimeType == "text/plain").Value));
        }))
            return (heard, work());
    }
}
