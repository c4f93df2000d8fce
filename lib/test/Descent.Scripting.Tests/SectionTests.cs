namespace Descent.Scripting.Tests;

/// <summary>Cells whose lines such as <c>#!html</c> divide them into parts. What is expected is what .NET Interactive 1.0.712001 shows.</summary>
public sealed class SectionTests
{
    [Theory]
    [InlineData("#!html\n<b>Hello!</b>\n", "<b>Hello!</b>", "<b>Hello!</b>")]
    [InlineData("\n\n#!html\n<i>don't</i>\n\"\"\" /* { ( \n", "<i>don't</i>\n\"\"\" /* { (", "<i>don't</i>\n\"\"\" /* { (")]
    [InlineData("#!html\r\n<b>1</b>\r\n", "<b>1</b>", "<b>1</b>")]
    [InlineData("// a comment\n#!html\n<b>1</b>", "<b>1</b>", "<b>1</b>")]
    [InlineData("#!html\n<b>1</b>\n#!csharp\n", "<b>1</b>", "<b>1</b>")]
    [InlineData("#!html\n#!html\n<b>1</b>", "<b>1</b>", "<b>1</b>")]
    [InlineData("#!html\n<pre>\n#!/bin/sh\n  #!csharp\n</pre>", "<pre>\n#!/bin/sh\n  #!csharp\n</pre>", "<pre>\n#!/bin/sh\n  #!csharp\n</pre>")]
    [InlineData("#!markdown\na *word*", "<p>a <em>word</em></p>\n", "a *word*")]
    [InlineData("#!markdown\n\n# Hi\n\n|a|b|\n|-|-|\n|1|2|", "<h1 id=\"hi\">Hi</h1>\n<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>\n", "# Hi\n\n|a|b|\n|-|-|\n|1|2|")]
    [InlineData("#!markdown\n$x^2$", "<p><span class=\"math\">\\(x^2\\)</span></p>\n", "$x^2$")]
    [InlineData("#!javascript\nalert(\"hello\");", "<script type=\"text/javascript\">alert(\"hello\");</script>", "alert(\"hello\");")]
    [InlineData("#!js\nlet a = 1;", "<script type=\"text/javascript\">let a = 1;</script>", "let a = 1;")]
    public async Task What_is_not_CSharp_is_shown(string code, string html, string plain)
    {
        await using var cells = new Recorder();
        Assert.Null(await cells.ValueOfAsync(code));
        Assert.Equal([$"text/html={html};text/plain={plain}"], Shown(cells));
        Assert.Equal(new CodeCheck(CodeState.Complete, ""), CodeCheck.Of(code));
    }

    [Theory]
    [InlineData(CellLanguage.Html, "<b>1</b>", "<b>1</b>")]
    [InlineData(CellLanguage.Html, "#!html\n<b>1</b>", "<b>1</b>")]
    [InlineData(CellLanguage.Markdown, "*1*", "<p><em>1</em></p>\n")]
    [InlineData(CellLanguage.Markdown, "```sh\n#!/bin/sh\n```", "<pre><code class=\"language-sh\">#!/bin/sh\n</code></pre>\n")]
    [InlineData(CellLanguage.JavaScript, "1", "<script type=\"text/javascript\">1</script>")]
    public async Task A_cell_may_be_in_another_language_altogether(CellLanguage language, string code, string html)
    {
        await using var cells = new Recorder();
        var shown = new List<CellOutput>();
        Assert.Equal(new CellResult.Completed(null), await cells.Session.RunAsync(code, language, "cell 1", shown.Add, CancellationToken.None));
        Assert.Equal(html, Assert.IsType<CellOutput.Display>(Assert.Single(shown)).Bundle.Forms["text/html"]);
    }

    [Fact]
    public async Task Parts_run_in_order_and_share_their_variables()
    {
        await using var cells = new Recorder();
        Assert.Equal("3", await cells.ValueOfAsync("var a = 1;\na\n#!html\n<i>q</i>\n#!csharp\nConsole.Write(a);\na + 1\n#!c#\n#!csharp\na + 2"));
        Assert.Equal(
            ["text/html=<div class=\"dni-plaintext\"><pre>1</pre></div>;text/plain=1", "text/html=<i>q</i>;text/plain=<i>q</i>", "out 1", "text/html=<div class=\"dni-plaintext\"><pre>2</pre></div>;text/plain=2"],
            Shown(cells));
        Assert.Equal("1", await cells.ValueOfAsync("a"));
    }

    [Theory]
    [InlineData("#!html\n<b>\n#!csharp\nthrow new Exception(\"x\");\n#!html\n<i>", 4, "throw new Exception(\"x\");")]
    [InlineData("#!csharp\nint F() => throw new Exception(\"x\");\n#!html\n<b>\n#!csharp\nF()\n#!html\n<i>", 2, "int F() => throw new Exception(\"x\");")]
    public async Task The_first_part_that_fails_is_the_last(string code, int line, string source)
    {
        await using var cells = new Recorder();
        var threw = Assert.IsType<CellResult.Threw>(await cells.RunAsync(code));
        Assert.Contains($"cell 1, line {line}: {source}", threw.Trace[0], StringComparison.Ordinal);
        Assert.Equal(["text/html=<b>;text/plain=<b>"], Shown(cells));
    }

    [Fact]
    public async Task Errors_keep_their_places()
    {
        await using var cells = new Recorder();
        Assert.Equal(
            [new CellDiagnostic("CS0029", "Cannot implicitly convert type 'string' to 'int'", 5, 11, "  int n = \"\";")],
            Assert.IsType<CellResult.CompilationFailed>(await cells.RunAsync("#!html\n<b>\n#!csharp\n\n  int n = \"\";\n#!html\n<i>")).Diagnostics);
        Assert.Equal(["text/html=<b>;text/plain=<b>"], Shown(cells));
    }

    [Theory]
    [InlineData("#!time\n1 + 1", "2")]
    [InlineData("int a = 1;\n#!time\na + a", "2")]
    [InlineData("1 + 1\n#!time\n", "2")]
    public async Task A_cell_is_timed_and_the_time_stands_below_its_value(string code, string value)
    {
        await using var cells = new Recorder();
        Assert.Null(await cells.ValueOfAsync(code));
        var shown = cells.Outputs.Cast<CellOutput.Display>().Select(display => display.Bundle).ToList();
        Assert.Equal([value, "text/plain"], [shown[0].PlainText, .. shown[1].Forms.Keys]);
        Assert.Matches(@"^Wall time: \d+(\.\d+)?ms$", shown[1].PlainText);
        Assert.Equal(2, shown.Count);
    }

    [Fact]
    public async Task What_takes_longer_is_timed_longer()
    {
        await using var cells = new Recorder();
        await cells.ValueOfAsync("await Task.Delay(200);\n#!time\nawait Task.Delay(100);\n#!time\nawait Task.Delay(50);");
        var times = cells.Outputs.Cast<CellOutput.Display>()
            .Select(display => double.Parse(display.Bundle.PlainText["Wall time: ".Length..^2], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(2, times.Count);
        Assert.InRange(times[0], times[1] + 95, double.MaxValue);
        Assert.InRange(times[1], 45, double.MaxValue);
    }

    [Fact]
    public async Task A_cell_that_fails_has_no_time()
    {
        await using var cells = new Recorder();
        Assert.IsType<CellResult.Threw>(await cells.RunAsync("#!time\nthrow new Exception();"));
        Assert.Empty(cells.Outputs);
    }

    [Theory]
    [InlineData("1\n#!fsharp\nlet x = 1", 2, "fsharp", "F#")]
    [InlineData("#!pwsh\nGet-Date", 1, "pwsh", "PowerShell")]
    [InlineData("#!html\n<b>\n#!mermaid\ngraph TD", 3, "mermaid", "Mermaid")]
    [InlineData("#!sql\nSELECT 1", 1, "sql", "SQL")]
    public async Task Another_language_is_refused_by_name_and_nothing_is_run(string code, int line, string name, string language)
    {
        await using var cells = new Recorder();
        Assert.Equal(
            [
                new CellDiagnostic(
                    "CS1024",
                    $"#!{name}: this kernel runs C# and shows HTML, Markdown and JavaScript; it has no {language}. Nothing of the cell was run. "
                        + "Remove that part, or run the notebook in Polyglot Notebooks.",
                    line,
                    1,
                    $"#!{name}"),
            ],
            Assert.IsType<CellResult.CompilationFailed>(await cells.RunAsync(code)).Diagnostics);
        Assert.Empty(cells.Outputs);
        Assert.Equal(CodeState.Invalid, CodeCheck.Of(code).State);
    }

    [Theory]
    [InlineData("#!html <b>1</b>", "html")]
    [InlineData("#!time 5\n1", "time")]
    [InlineData("#!markdown # Title\ntext", "markdown")]
    public async Task Nothing_that_follows_on_the_line_is_swallowed(string code, string name)
    {
        await using var cells = new Recorder();
        Assert.Equal(
            $"#!{name} stands alone on its line. Nothing of the cell was run. Write what follows it on lines of its own.",
            Assert.Single(Assert.IsType<CellResult.CompilationFailed>(await cells.RunAsync(code)).Diagnostics).Message);
        Assert.Empty(cells.Outputs);
    }

    [Fact]
    public async Task Every_other_line_is_named_as_unknown_in_every_part()
    {
        await using var cells = new Recorder();
        await cells.ValueOfAsync("#!whos\n#!html\n<b>\n#!about it\n</b>\n#!csharp\n#!HTML\nvar n = 1;");
        Assert.Equal(
            [
                "text/html=<b>\n\n</b>;text/plain=<b>\n\n</b>",
                string.Concat(new[] { "whos", "about", "HTML" }.Select(name => $"#!{name}: this kernel knows no such command. The rest of the cell was run.{Environment.NewLine}")),
            ],
            Shown(cells));
    }

    [Theory]
    [InlineData("\"\"\"\n#!html\n\"\"\"", "#!html")]
    [InlineData("/*\n#!html\n*/\n1", "1")]
    [InlineData("#if NEVER\n#!html\n#endif\n1", "1")]
    public async Task Text_and_comments_of_CSharp_divide_nothing(string code, string expected)
    {
        await using var cells = new Recorder();
        Assert.Equal(expected, await cells.ValueOfAsync(code));
        Assert.Empty(cells.Outputs);
    }

    [Theory]
    [InlineData("#!html\n<b>\n#!csharp\nConsole.WriteL", "WriteLine")]
    [InlineData("#!html\n<b>Console.WriteL", null)]
    [InlineData("var n = 1;\n#!markdown\nConsole.WriteL", null)]
    public async Task Only_CSharp_is_completed(string code, string? expected)
    {
        await using var cells = new Recorder();
        var found = await cells.Session.CompleteAsync(code, code.Length, CancellationToken.None);
        Assert.Equal(expected, found.Proposals is [var first, ..] ? first.Text : null);
        Assert.Equal(expected is null ? code.Length : code.Length - "WriteL".Length, found.Start);
        Assert.Equal(expected is not null, await cells.Session.InspectAsync(code, code.Length - 8, CancellationToken.None) is not null);
    }

    [Theory]
    [InlineData("HTML(\"<b>x</b>\")", "<b>x</b>")]
    [InlineData("Javascript(\"alert(2);\");", "<script type=\"text/javascript\">alert(2);</script>")]
    [InlineData(
        "CSS(\"b::after { content: '\\\\201C`${x}</script>' }\");",
        "<script type=\"text/javascript\">document.head.appendChild(document.createElement('style')).textContent = \"b::after { content: \\u0027\\\\201C\\u0060${x}\\u003C/script\\u003E\\u0027 }\";</script>")]
    [InlineData("\"a *word*\".DisplayAs(\"text/html\");", "a *word*")]
    public async Task Helpers_of_the_dialect_show_HTML(string code, string html)
    {
        await using var cells = new Recorder();
        var value = ((CellResult.Completed)await cells.RunAsync(code)).Value ?? ((CellOutput.Display)Assert.Single(cells.Outputs)).Bundle;
        Assert.Equal(html, value.Forms["text/html"]);
    }

    [Fact]
    public async Task A_sequence_is_displayed_as_a_table()
    {
        await using var cells = new Recorder();
        await cells.ValueOfAsync("""
            new[] { new { A = 1, B = "x" }, new { A = 2, B = "y" } }.DisplayTable();
            ((int[])null).DisplayTable();
            new[] { 3 }.DisplayTable("text/csv").Update(new[] { new { C = 4 } });
            """);
        var shown = cells.Outputs.Select(output => output is CellOutput.Display display ? display.Bundle : ((CellOutput.DisplayUpdate)output).Bundle).ToList();
        Assert.StartsWith(
            "<table><thead><tr><td><span>A</span></td><td><span>B</span></td></tr></thead><tbody><tr><td><div class=\"dni-plaintext\"><pre>1</pre></div></td><td>x</td></tr>",
            shown[0].Forms["text/html"],
            StringComparison.Ordinal);
        Assert.Equal(["<null>", "text/csv"], [shown[1].PlainText, shown[2].Forms.Keys.First()]);
        Assert.Equal("C\n4\n", shown[3].Forms["text/csv"].ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("object o = \"a\"; DisplayedValue d = o.Display(); d.Update(\"b\");", "text/plain=a", "text/plain=b")]
    [InlineData("using Microsoft.DotNet.Interactive.Formatting;\nvar d = display(\"a\"); DisplayedValue e = d; e.Update(\"b\");", "text/plain=a", "text/plain=b")]
    [InlineData("DisplayedValue d = null; using (Formatter.SubscribeToDisplayedValues(v => d ??= v)) { System.DisplayExtensions.Display(\"a\"); }\nd.Update(\"b\");", "text/plain=a", "text/plain=b")]
    [InlineData("var d = System.DisplayExtensions.DisplayAs(\"*a*\", \"text/markdown\");", "text/markdown=*a*;text/plain=*a*")]
    [InlineData("await Task.Run(() => System.DisplayExtensions.Display(\"a\"));", "text/plain=a")]
    public async Task What_goes_through_the_librarys_own_displays_is_shown_once_in_its_place(string code, params string[] expected)
    {
        await using var cells = new Recorder();
        await cells.ValueOfAsync(code);
        var displays = cells.Outputs.Select(output => output is CellOutput.DisplayUpdate update ? new CellOutput.Display(update.DisplayId, update.Bundle) : output)
            .Cast<CellOutput.Display>().ToList();
        Assert.Equal(expected, displays.Select(display => string.Join(';', display.Bundle.Forms.Select(form => $"{form.Key}={form.Value}"))));
        Assert.Single(displays.Select(display => display.DisplayId).Distinct());
    }

    private static string[] Shown(Recorder cells) =>
    [
        .. cells.Outputs.Select(output => output switch
        {
            CellOutput.Display display => string.Join(';', display.Bundle.Forms
                .Select(form => $"{form.Key}={(form.Key == "text/html" ? WithoutStyles(form.Value) : form.Value)}").Order(StringComparer.Ordinal)),
            CellOutput.StandardOutput written => $"out {written.Text}",
            CellOutput.StandardError written => written.Text,
            _ => output.ToString(),
        }),
    ];

    private static string WithoutStyles(string html) => html.Contains("<style>", StringComparison.Ordinal) ? html[..html.IndexOf("<style>", StringComparison.Ordinal)] : html;
}
