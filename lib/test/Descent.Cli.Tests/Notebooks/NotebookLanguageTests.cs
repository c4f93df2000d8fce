using Descent.Cli.CommandLine;
using Descent.Cli.Notebooks;
using Descent.Cli.Tests.Support;
using Descent.Scripting;

namespace Descent.Cli.Tests.Notebooks;

/// <summary>What notebook programs write about languages, and what comes of it. The forms are those that notebooks hold in the wild.</summary>
public sealed class NotebookLanguageTests : IDisposable
{
    private const string Jupyter = """{"kernelspec": {"display_name": ".NET (C#)", "language": "C#", "name": ".net-csharp"}}""";
    private const string Polyglot =
        """
        {"kernelspec": {"display_name": ".NET (C#)", "language": "C#", "name": ".net-csharp"}, "language_info": {"name": "polyglot-notebook"},
         "polyglot_notebook": {"kernelInfo": {"defaultKernelName": "csharp", "items": [
           {"aliases": [], "name": "csharp"}, {"aliases": ["fs"], "languageName": "F#", "name": "fsharp"}, {"languageName": "C#", "name": "second"},
           {"languageName": "T-SQL", "name": "northwind"}]}}}
        """;

    private const string PolyglotFSharp =
        """
        {"kernelspec": {"display_name": ".NET (C#)", "language": "C#", "name": ".net-csharp"}, "language_info": {"name": "polyglot-notebook"},
         "polyglot_notebook": {"kernelInfo": {"defaultKernelName": "fsharp", "items": []}}}
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"kernelspec": {}}""")]
    [InlineData("""{"kernelspec": null, "language_info": 3}""")]
    [InlineData("""{"kernelspec": {"name": ".net-csharp"}}""")]
    [InlineData("""{"kernelspec": {"name": "descent-csharp", "language": "C#", "display_name": ".NET (C#)"}}""")]
    [InlineData("""{"kernelspec": {"name": "csharp", "language": "csharp"}}""")]
    [InlineData("""{"kernelspec": {"name": "icsharp", "display_name": "C#"}}""")]
    [InlineData("""{"kernelspec": {"name": "my-own", "language": "C#"}}""")]
    [InlineData("""{"kernelspec": {"name": ".net-csharp", "language": "polyglot-notebook"}}""")]
    [InlineData("""{"language_info": {"name": "C#", "version": "14.0", "file_extension": ".cs", "mimetype": "text/x-csharp"}}""")]
    [InlineData("""{"language_info": {"name": "csharp"}}""")]
    [InlineData("""{"language_info": {"name": "polyglot-notebook"}}""")]
    [InlineData("""{"language_info": {"name": "dotnet-interactive.csharp"}}""")]
    [InlineData("""{"kernelspec": {"name": ".net-csharp", "language": "C#"}, "language_info": {"name": "python"}}""")]
    [InlineData("""{"dotnet_interactive": {"kernelInfo": {"defaultKernelName": "csharp", "items": []}}}""")]
    [InlineData(Jupyter)]
    [InlineData(Polyglot)]
    public void A_notebook_in_CSharp_or_of_no_word_about_it_runs(string metadata) => Assert.Equal([1], Read(metadata, "{}").RunnableCells.Select(cell => cell.Number));

    [Theory]
    [InlineData("""{"kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}}""", "Python", "python")]
    [InlineData("""{"kernelspec": {"display_name": "Python 3", "name": "python3"}}""", "Python", "python3")]
    [InlineData("""{"kernelspec": {"name": "conda-env-base-py", "language": "python"}}""", "Python", "python")]
    [InlineData("""{"language_info": {"name": "python", "version": "3.12.1", "mimetype": "text/x-python"}}""", "Python", "python")]
    [InlineData("""{"kernelspec": {"display_name": ".NET (F#)", "language": "F#", "name": ".net-fsharp"}}""", "F#", "F#")]
    [InlineData("""{"kernelspec": {"display_name": ".NET (F#)", "name": ".net-fsharp"}}""", "F#", ".net-fsharp")]
    [InlineData("""{"kernelspec": {"display_name": ".NET (PowerShell)", "language": "PowerShell", "name": ".net-pwsh"}}""", "PowerShell", "PowerShell")]
    [InlineData("""{"kernelspec": {"display_name": ".NET (PowerShell)", "name": ".net-pwsh"}}""", "PowerShell", ".net-pwsh")]
    [InlineData("""{"kernelspec": {"display_name": "JavaScript (Node.js)", "language": "javascript", "name": "javascript"}}""", "JavaScript", "javascript")]
    [InlineData("""{"kernelspec": {"display_name": "Deno", "language": "typescript", "name": "deno"}}""", "TypeScript", "typescript")]
    [InlineData("""{"kernelspec": {"display_name": "Julia 1.10.2", "language": "julia", "name": "julia-1.10"}}""", "Julia", "julia")]
    [InlineData("""{"kernelspec": {"display_name": "Julia 1.10.2", "name": "julia-1.10"}}""", "Julia", "julia-1.10")]
    [InlineData("""{"kernelspec": {"display_name": "R", "language": "R", "name": "ir"}}""", "R", "R")]
    [InlineData("""{"kernelspec": {"display_name": "C++17", "language": "C++17", "name": "xcpp17"}}""", "C++17", "C++17")]
    [InlineData("""{"kernelspec": {"display_name": "C", "language": "c", "name": "c"}}""", "c", "c")]
    [InlineData("""{"kernelspec": {"display_name": "Rust", "language": "rust", "name": "rust"}}""", "rust", "rust")]
    [InlineData("""{"language_info": {"name": "dotnet-interactive.fsharp"}}""", "F#", "dotnet-interactive.fsharp")]
    [InlineData(PolyglotFSharp, "F#", "fsharp")]
    public void A_notebook_of_another_language_is_refused_by_name(string metadata, string language, string spelling)
    {
        var message =
            $"n.ipynb: expected a notebook in C#, found one in {language} (it says \"{spelling}\"). " +
            "Run it with a kernel of that language, or choose the kernel .NET (C#) if its cells are C#.";
        Assert.Equal(message, Assert.Throws<UserError>(() => Read(metadata, "{}")).Message);
        Assert.Equal(message, Assert.Throws<UserError>(() => Read(metadata)).Message);
    }

    [Theory]
    [InlineData("""{"polyglot_notebook": {"kernelName": "csharp"}}""")]
    [InlineData("""{"dotnet_interactive": {"language": "csharp"}, "polyglot_notebook": {"kernelName": "csharp"}}""")]
    [InlineData("""{"dotnet_interactive": {"language": "csharp"}}""")]
    [InlineData("""{"polyglot_notebook": {"kernelName": "second"}}""")]
    [InlineData("""{"vscode": {"languageId": "polyglot-notebook"}}""")]
    [InlineData("""{"vscode": {"languageId": "csharp"}}""")]
    [InlineData("""{"vscode": {"languageId": "dotnet-interactive.csharp"}}""")]
    [InlineData("""{"polyglot_notebook": {"kernelName": "csharp"}, "vscode": {"languageId": "polyglot-notebook"}}""")]
    [InlineData("""{"polyglot_notebook": {}, "dotnet_interactive": [], "vscode": null}""")]
    [InlineData("""{"tags": ["parameters"], "collapsed": false}""")]
    public void A_cell_marked_as_CSharp_or_not_at_all_runs(string cell) => Assert.Equal([1], Read(Polyglot, cell).RunnableCells.Select(one => one.Number));

    [Theory]
    [InlineData("""{"dotnet_interactive": {"language": "html"}}""", CellLanguage.Html)]
    [InlineData("""{"polyglot_notebook": {"kernelName": "html"}}""", CellLanguage.Html)]
    [InlineData("""{"vscode": {"languageId": "html"}}""", CellLanguage.Html)]
    [InlineData("""{"vscode": {"languageId": "dotnet-interactive.html"}}""", CellLanguage.Html)]
    [InlineData("""{"dotnet_interactive": {"language": "markdown"}}""", CellLanguage.Markdown)]
    [InlineData("""{"polyglot_notebook": {"kernelName": "markdown"}, "vscode": {"languageId": "polyglot-notebook"}}""", CellLanguage.Markdown)]
    [InlineData("""{"vscode": {"languageId": "markdown"}}""", CellLanguage.Markdown)]
    [InlineData("""{"polyglot_notebook": {"kernelName": "javascript"}}""", CellLanguage.JavaScript)]
    [InlineData("""{"dotnet_interactive": {"language": "csharp"}, "vscode": {"languageId": "html"}}""", CellLanguage.CSharp)]
    [InlineData("{}", CellLanguage.CSharp)]
    public void A_cell_in_what_can_be_shown_runs(string cell, CellLanguage language) =>
        Assert.Equal([CellLanguage.CSharp, language], Read(Polyglot, "{}", cell).RunnableCells.Select(one => one.Language));

    [Theory]
    [InlineData("""{"polyglot_notebook": {"kernelName": "fsharp"}}""", "F#", "F#")]
    [InlineData("""{"dotnet_interactive": {"language": "fsharp"}, "polyglot_notebook": {"kernelName": "fsharp"}}""", "F#", "F#")]
    [InlineData("""{"polyglot_notebook": {"kernelName": "mermaid"}}""", "Mermaid", "mermaid")]
    [InlineData("""{"polyglot_notebook": {"kernelName": "sql"}}""", "SQL", "sql")]
    [InlineData("""{"polyglot_notebook": {"kernelName": "northwind"}}""", "T-SQL", "T-SQL")]
    [InlineData("""{"polyglot_notebook": {"kernelName": "pwsh"}}""", "PowerShell", "pwsh")]
    [InlineData("""{"polyglot_notebook": {"kernelName": "value"}}""", "value", "value")]
    [InlineData("""{"vscode": {"languageId": "python"}}""", "Python", "python")]
    [InlineData("""{"vscode": {"languageId": "dotnet-interactive.fsharp"}}""", "F#", "dotnet-interactive.fsharp")]
    public void A_cell_of_another_language_is_refused_by_name(string cell, string language, string spelling) => Assert.Equal(
        $"n.ipynb: cell 2: expected a cell in C#, found one in {language} (it is marked \"{spelling}\"). Remove the cell, or mark it as C# if it is.",
        Assert.Throws<UserError>(() => Read(Polyglot, "{}", cell)).Message);

    [Fact]
    public void Cells_of_CSharp_run_in_a_notebook_whose_other_cells_would_be_of_another_language()
    {
        const string Marked = """{"polyglot_notebook": {"kernelName": "csharp"}}""";
        Assert.Equal([1, 2], Read(PolyglotFSharp, Marked, Marked).RunnableCells.Select(cell => cell.Number));
        Assert.StartsWith("n.ipynb: expected a notebook in C#, found one in F#", Assert.Throws<UserError>(() => Read(PolyglotFSharp, Marked, "{}")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_run_may_be_of_any_language()
    {
        var path = folder.Write(
            "n.ipynb",
            """
            {"nbformat": 4, "metadata": {}, "cells": [
              {"cell_type": "markdown", "source": "text", "metadata": {"polyglot_notebook": {"kernelName": "markdown"}}},
              {"cell_type": "code", "source": " \n", "metadata": {"polyglot_notebook": {"kernelName": "fsharp"}}},
              {"cell_type": "code", "source": "1", "metadata": {}}
            ]}
            """);
        Assert.Equal([3], NotebookReader.Read(path, "n.ipynb").RunnableCells.Select(cell => cell.Number));
    }

    private Notebook Read(string metadata, params string[] cells)
    {
        var text = cells.Select(cell => $$"""{"cell_type": "code", "source": "1", "outputs": [], "metadata": {{cell}}}""");
        return NotebookReader.Read(folder.Write("n.ipynb", $$"""{"nbformat": 4, "metadata": {{metadata}}, "cells": [{{string.Join(", ", text)}}]}"""), "n.ipynb");
    }
}
