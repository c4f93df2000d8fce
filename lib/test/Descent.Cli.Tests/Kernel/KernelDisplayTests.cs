using System.Diagnostics;
using System.Text.Json;
using Descent.Cli.Tests.Support;
using Descent.Jupyter.Tests.Support;

namespace Descent.Cli.Tests.Kernel;

/// <summary>What cells show, as it reaches front ends.</summary>
public sealed class KernelDisplayTests : IClassFixture<KernelProcess>
{
    private readonly KernelProcess kernel;

    public KernelDisplayTests(KernelProcess kernel)
    {
        this.kernel = kernel;
        kernel.LoadCourse();
    }

    [Fact]
    public void A_chart_travels_as_a_figure_in_JSON_a_page_and_a_line_of_text()
    {
        var data = Shown("Figures.Bars([(\"y\", Tensor.Of(1, 2))], \"Two bars\")");
        Assert.Equal(["application/vnd.plotly.v1+json", "text/html", "text/plain"], Forms(data));
        Assert.Equal("Two bars", data.GetProperty("application/vnd.plotly.v1+json").GetProperty("layout").GetProperty("title").GetProperty("text").GetString());
        Assert.Equal(JsonValueKind.Array, data.GetProperty("application/vnd.plotly.v1+json").GetProperty("data").ValueKind);
        Assert.Equal("Figure: Two bars (1 trace)", data.GetProperty("text/plain").GetString());
    }

    [Fact]
    public void A_picture_travels_as_PNG()
    {
        var data = Shown("new Picture(Tensor.Zeros(2, 3))");
        Assert.Equal(["image/png", "text/plain"], Forms(data));
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], Convert.FromBase64String(data.GetProperty("image/png").GetString()!).Take(4));
        Assert.Equal("Picture of 2 × 3 pixels", data.GetProperty("text/plain").GetString());
    }

    [Theory]
    [InlineData("Tensor.Of(3, 4)")]
    [InlineData("new[] { (Rate: 0.1, Loss: 2.3), (Rate: 0.01, Loss: 2.1) }")]
    public void A_table_travels_as_HTML_and_as_text(string code)
    {
        var data = Shown(code);
        Assert.Equal(["text/html", "text/plain"], Forms(data));
        Assert.Contains("<table", data.GetProperty("text/html").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_display_is_updated_by_work_that_outlives_its_cell_under_the_request_that_began_it()
    {
        var client = kernel.Client;
        var cell = client.SendExecute("""
            var place = display("first");
            var go = new TaskCompletionSource();
            _ = Task.Run(async () => { await go.Task; Console.Write("late"); place.Update("second"); });
            """);
        var shown = client.Conversation(cell).Single(message => message.Type == "display_data");
        client.NextReply("the cell's reply");
        kernel.Run("go.SetResult();");
        var late = new List<Received>();
        for (var watch = Stopwatch.StartNew(); late.Count < 2 && watch.Elapsed < Client.Patience;)
            late.AddRange(client.Late(cell) is { } message ? [message] : []);
        Assert.Equal(["stream", "update_display_data"], late.Select(message => message.Type));
        Assert.Equal("""{"text/plain":"second"}""", late[1].Content.GetProperty("data").GetRawText());
        Assert.Equal(shown.Content.GetProperty("transient").GetRawText(), late[1].Content.GetProperty("transient").GetRawText());
        Assert.Equal(shown.Content.GetProperty("metadata").GetRawText(), late[1].Content.GetProperty("metadata").GetRawText());
        Assert.Equal(shown.Parent.GetRawText(), late[1].Parent.GetRawText());
    }

    [Fact]
    public void Outputs_are_cleared_where_the_cell_says_so() => Assert.Equal(
        ["stream", "clear_output {\"wait\":true}", "clear_output {\"wait\":false}", "stream"],
        kernel.Run("Console.Write(1); clearOutput(wait: true); clearOutput(); Console.Write(2);")
            .Select(message => message.Type == "stream" ? message.Type : $"{message.Type} {message.Content.GetRawText()}"));

    [Fact]
    public void Console_ReadLine_asks_after_what_was_printed_and_returns_the_answer()
    {
        var client = kernel.Client;
        var cell = client.SendExecute("Console.Write(\"Name? \"); Console.ReadLine()", ""","allow_stdin":true""");
        client.Next(Channel.Stdin, "the question");
        client.Send(Channel.Stdin, "input_reply", """{"value":"Ada"}""");
        Assert.Equal(["status", "execute_input", "stream", "execute_result", "status"], client.Conversation(cell).Select(message => message.Type));
        client.NextReply("the cell's reply");
    }

    [Fact]
    public void Console_ReadLine_without_anybody_to_ask_says_so()
    {
        var reply = kernel.Client.Execute("Console.ReadLine()", ""","allow_stdin":false""")[^1];
        Assert.Equal("System.InvalidOperationException", reply.Text("ename"));
        Assert.StartsWith("Console.ReadLine: whoever runs this cell does not take questions", reply.Text("evalue"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"polyglot_notebook\":{\"kernelName\":\"html\"},\"cellId\":\"1\"}", "<b>1</b>", "<b>1</b>")]
    [InlineData("{\"dotnet_interactive\":{\"language\":\"markdown\"}}", "*1*", "<p><em>1</em></p>\n")]
    [InlineData("{\"vscode\":{\"languageId\":\"csharp\"}}", "#!html\n<b>2</b>", "<b>2</b>")]
    public void A_cell_that_JupyterLab_says_is_HTML_or_Markdown_is_shown(string metadata, string code, string html)
    {
        var shown = Assert.Single(kernel.Client.Execute(code, metadata: metadata), message => message.Type == "display_data");
        Assert.Equal(html, shown.Content.GetProperty("data").GetProperty("text/html").GetString());
    }

    [Fact]
    public void A_cell_that_JupyterLab_says_is_of_another_language_is_refused_by_name()
    {
        var reply = kernel.Client.Execute("let x = 1", metadata: "{\"polyglot_notebook\":{\"kernelName\":\"fsharp\"}}")[^1];
        Assert.Equal("Expected a cell in C#, found one in F# (it is marked \"fsharp\"). Remove the cell, or mark it as C# if it is.", reply.Text("evalue"));
    }

    private JsonElement Shown(string code) =>
        Assert.Single(kernel.Run(code), message => message.Type == "execute_result").Content.GetProperty("data");

    private static IEnumerable<string> Forms(JsonElement data) => data.EnumerateObject().Select(form => form.Name).Order(StringComparer.Ordinal);
}
