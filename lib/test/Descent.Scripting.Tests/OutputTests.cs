using System.Diagnostics;
using Microsoft.DotNet.Interactive.Formatting;

namespace Descent.Scripting.Tests;

public sealed class OutputTests
{
    [Fact]
    public async Task Streams_and_displays_keep_their_order()
    {
        await using var cells = new Recorder();
        Assert.Equal("end", await cells.ValueOfAsync("""
            Console.Write("a");
            Console.WriteLine(1);
            Console.Error.WriteLine("b");
            display("c");
            "d".Display();
            Console.WriteLine("e");
            "end"
            """));
        Assert.Equal(
            ["out a1\n", "error b\n", "display c", "display d", "out e\n"],
            Joined(cells.Outputs));
    }

    [Fact]
    public async Task Output_arrives_while_the_cell_runs()
    {
        using var release = new ManualResetEventSlim();
        await using var session = new ScriptSession(new ScriptSessionOptions { WorkingDirectory = Repository.Notebooks, WarmUp = false });
        AppContext.SetData("release", release);
        var seen = new TaskCompletionSource();
        var running = session.RunAsync(
            "Console.WriteLine(\"now\"); ((System.Threading.ManualResetEventSlim)AppContext.GetData(\"release\")).Wait();",
            _ => seen.TrySetResult(),
            CancellationToken.None);
        await seen.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Assert.False(running.IsCompleted);
        release.Set();
        Assert.IsType<CellResult.Completed>(await running);
    }

    [Theory]
    [InlineData("Console.Write(new string('x', 100_000));")]
    [InlineData("display(new string('x', 100_000));")]
    public async Task A_cell_waits_for_whoever_takes_its_outputs_instead_of_filling_the_memory(string output)
    {
        const int Rounds = 1_000;
        using var release = new ManualResetEventSlim();
        var rounds = new int[1];
        AppContext.SetData("rounds", rounds);
        await using var cells = new Recorder();
        var running = cells.Session.RunAsync(
            $"var rounds = (int[])AppContext.GetData(\"rounds\"); for (; rounds[0] < {Rounds}; rounds[0]++) {{ {output} }}",
            _ => release.Wait(),
            CancellationToken.None);
        var before = -1;
        for (var watch = Stopwatch.StartNew(); (rounds[0] == 0 || rounds[0] != before) && watch.Elapsed < TimeSpan.FromSeconds(60);)
        {
            before = rounds[0];
            await Task.Delay(300, TestContext.Current.CancellationToken);
        }

        var filled = rounds[0];
        release.Set();
        Assert.IsType<CellResult.Completed>(await running.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));
        Assert.InRange(filled, 1, 100);
        Assert.Equal(Rounds, rounds[0]);
    }

    [Fact]
    public async Task A_display_updates_in_place_also_from_background_work_after_the_cell()
    {
        await using var cells = new Recorder();
        await cells.ValueOfAsync("""
            var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var shown = display("first");
            shown.Update("second");
            var late = Task.Run(async () => { await go.Task; shown.Update("third"); Console.WriteLine("late"); });
            """);
        Assert.Equal(2, cells.Outputs.Count);
        var fromOther = new List<CellOutput>();
        await cells.Session.RunAsync("go.SetResult(); await late;", fromOther.Add, CancellationToken.None);
        Assert.Empty(fromOther);
        Assert.Equal(["display first", "update second", "update third", "out late\n"], cells.Outputs.Select(Short).Select(text => text.ReplaceLineEndings("\n")));
        Assert.Single(cells.Outputs.Select(Id).OfType<string>().Distinct());
    }

    [Fact]
    public async Task A_display_is_offered_in_the_forms_its_type_prefers_or_that_were_asked_for()
    {
        await using var cells = new Recorder();
        await cells.ValueOfAsync("""
            record Loss(double Value);
            Formatter.SetPreferredMimeTypesFor(typeof(Loss), "text/html", "application/json");
            Formatter.Register<Loss>(loss => $"<b>{loss.Value}</b>", "text/html");
            Formatter.Register<Loss>(loss => $"loss {loss.Value}", "text/plain");
            display(new Loss(0.5));
            display(new Loss(0.5), "text/html");
            """);
        var bundles = cells.Outputs.OfType<CellOutput.Display>().Select(display => display.Bundle).ToList();
        Assert.Equal(["application/json", "text/html", "text/plain"], bundles[0].Forms.Keys.Order());
        Assert.Equal("<b>0.5</b>", bundles[0].Forms["text/html"]);
        Assert.Equal("{\"Value\":0.5}", bundles[0].Forms["application/json"]);
        Assert.Equal(["text/html", "text/plain"], bundles[1].Forms.Keys.Order());
        Assert.Equal("loss 0.5", bundles[1].PlainText);
    }

    [Fact]
    public async Task A_formatter_that_throws_does_not_fail_the_cell()
    {
        await using var cells = new Recorder();
        Assert.Contains("cannot be shown: System.Exception: broken", await cells.ValueOfAsync("""
            record Broken;
            string Fail(Broken value) => throw new Exception("broken");
            Formatter.Register<Broken>((Func<Broken, string>)Fail, "text/plain");
            new Broken()
            """), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_million_small_writes_arrive_complete()
    {
        await using var cells = new Recorder();
        await cells.ValueOfAsync("for (var i = 0; i < 1_000_000; i++) Console.Write('x');");
        Assert.Equal(1_000_000, cells.Text.Length);
    }

    [Fact]
    public async Task Input_comes_from_the_host()
    {
        var lines = new Queue<string>(["Ada", "Grace"]);
        await using var cells = new Recorder(configure: options => options with { ReadLine = () => lines.TryDequeue(out var line) ? line : null });
        Assert.Equal("Ada Grace ", await cells.ValueOfAsync("$\"{Console.ReadLine()} {Console.ReadLine()} {Console.ReadLine()}\""));
    }

    [Fact]
    public async Task An_exception_in_background_work_is_reported_and_the_session_goes_on()
    {
        await using var cells = new Recorder();
        await cells.ValueOfAsync("async void Fail() { await Task.Delay(50); throw new Exception(\"stray\"); } Fail();");
        await cells.OutputAsync();
        Assert.Equal(["failure Background work failed: System.Exception: stray"], cells.Outputs.Select(Short).Select(text => text.TrimEnd()));
        Assert.Equal("2", await cells.ValueOfAsync("1 + 1"));
    }

    [Fact]
    public async Task An_exception_whose_message_throws_is_reported_without_it()
    {
        await using var cells = new Recorder();
        await cells.ValueOfAsync("""
            class Mute : Exception { public override string Message => throw new NotSupportedException(); }
            var thread = new System.Threading.Thread(() => throw new Mute());
            thread.Start();
            thread.Join();
            """);
        var told = Assert.IsType<CellOutput.BackgroundFailure>(Assert.Single(cells.Outputs)).Text.TrimEnd();
        Assert.StartsWith("Background work failed: ", told, StringComparison.Ordinal);
        Assert.EndsWith("Mute: (its message cannot be shown: System.NotSupportedException)", told, StringComparison.Ordinal);
        var threw = Assert.IsType<CellResult.Threw>(await cells.RunAsync("throw new InvalidOperationException(\"outer\", new Mute());"));
        Assert.Equal("(its message cannot be shown: System.NotSupportedException)", threw.Message.Split("Mute: ")[1]);
    }

    [Fact]
    public void Display_outside_a_cell_says_so() =>
        Assert.Contains("outside a cell", Assert.Throws<InvalidOperationException>(() => Cells.DisplayHelpers.display(1)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_formatting_library_is_the_one_that_course_code_binds_to() =>
        Assert.Equal(new Version(1, 0, 0, 0), typeof(Formatter).Assembly.GetName().Version);

    /// <summary>The outputs with the pieces of a stream put together: how a stream is cut depends on timing.</summary>
    private static List<string> Joined(IEnumerable<CellOutput> outputs)
    {
        var joined = new List<string>();
        Type? last = null;
        foreach (var output in outputs)
        {
            var piece = Short(output).ReplaceLineEndings("\n");
            if (last == output.GetType() && output is (CellOutput.StandardOutput or CellOutput.StandardError))
                joined[^1] += piece[(piece.IndexOf(' ', StringComparison.Ordinal) + 1)..];
            else
                joined.Add(piece);
            last = output.GetType();
        }

        return joined;
    }

    private static string Short(CellOutput output) => output switch
    {
        CellOutput.StandardOutput written => $"out {written.Text}",
        CellOutput.StandardError written => $"error {written.Text}",
        CellOutput.BackgroundFailure failure => $"failure {failure.Text}",
        CellOutput.Display display => $"display {display.Bundle.PlainText}",
        CellOutput.DisplayUpdate update => $"update {update.Bundle.PlainText}",
        _ => throw new InvalidOperationException(output.ToString()),
    };

    private static string? Id(CellOutput output) => output switch
    {
        CellOutput.Display display => display.DisplayId,
        CellOutput.DisplayUpdate update => update.DisplayId,
        _ => null,
    };
}
