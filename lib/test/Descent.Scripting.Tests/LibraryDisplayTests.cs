namespace Descent.Scripting.Tests;

/// <summary>What is displayed through the formatting library's own members, as in .NET Interactive.</summary>
public sealed class LibraryDisplayTests
{
    [Theory]
    [InlineData("DisplayedValue shown = display(\"first\"); shown.Update(\"second\");")]
    [InlineData("DisplayedValue shown = \"first\".Display(); shown.Update(\"second\");")]
    [InlineData("var shown = display(\"first\"); shown.Update(\"second\"); if ((string)shown.Value != \"second\") throw new Exception();")]
    [InlineData("object value = \"first\"; var shown = value.Display(); shown.Update(\"second\");")]
    [InlineData("object value = \"first\"; var shown = value.Display(\"text/plain\"); shown.Update(\"second\");")]
    [InlineData("DisplayedValue shown = null; using (Formatter.SubscribeToDisplayedValues(value => shown ??= value)) System.DisplayExtensions.Display(\"first\"); shown.Update(\"second\");")]
    public async Task A_display_is_updated_in_its_place(string code) => Assert.Equal(["display first", "update second"], await ShownAsync(code, places: 1));

    // It hands out another object than it shows; what comes of that is the same in .NET Interactive.
    [Fact]
    public async Task An_update_of_what_the_library_hands_out_takes_a_place_of_its_own() => Assert.Equal(
        ["display first", "display second", "update third"],
        await ShownAsync("var shown = System.DisplayExtensions.Display(\"first\"); shown.Update(\"second\"); shown.Update(\"third\");", places: 2));

    [Fact]
    public async Task A_form_that_a_library_gives_is_shown_as_it_is_with_text_besides()
    {
        await using var cells = new Recorder();
        await cells.ValueOfAsync("\"<b>1</b>\".DisplayAs(\"text/html\");");
        var forms = Assert.IsType<CellOutput.Display>(Assert.Single(cells.Outputs)).Bundle.Forms;
        Assert.Equal([("text/html", "<b>1</b>"), ("text/plain", "<b>1</b>")], forms.Select(form => (form.Key, form.Value)).Order());
    }

    [Fact]
    public async Task An_update_after_the_cell_goes_where_the_value_was_first_shown()
    {
        await using var cells = new Recorder();
        await cells.ValueOfAsync("""
            DisplayedValue shown = null;
            using (Formatter.SubscribeToDisplayedValues(value => shown ??= value))
                System.DisplayExtensions.Display("first");
            """);
        var fromOther = new List<CellOutput>();
        await cells.Session.RunAsync("shown.Update(\"second\");", fromOther.Add, TestContext.Current.CancellationToken);
        Assert.Empty(fromOther);
        Assert.Equal(["display first", "update second"], cells.Outputs.Select(Short));
    }

    [Fact]
    public async Task A_sequence_that_throws_ends_an_update_through_the_library_as_it_ends_one_of_ours()
    {
        await using var cells = new Recorder();
        var result = await cells.RunAsync("""
            IEnumerable<int> Some() { yield return 1; throw new InvalidOperationException("broken"); }
            DisplayedValue shown = display("first");
            shown.Update(Some());
            """);
        Assert.Contains("broken", Assert.IsType<CellResult.Threw>(result).Message, StringComparison.Ordinal);
    }

    private static async Task<List<string>> ShownAsync(string code, int places)
    {
        await using var cells = new Recorder();
        await cells.ValueOfAsync(code);
        Assert.Equal(places, cells.Outputs.Select(output => output is CellOutput.Display display ? display.DisplayId : ((CellOutput.DisplayUpdate)output).DisplayId).Distinct().Count());
        return [.. cells.Outputs.Select(Short)];
    }

    private static string Short(CellOutput output) => output switch
    {
        CellOutput.Display display => $"display {display.Bundle.PlainText}",
        CellOutput.DisplayUpdate update => $"update {update.Bundle.PlainText}",
        _ => output.ToString(),
    };
}
