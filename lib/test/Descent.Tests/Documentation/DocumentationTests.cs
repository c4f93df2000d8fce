using System.Collections;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace Descent.Tests;

/// <summary>
/// Every example in the XML documentation of Descent compiles, runs, and gives what its last line claims:
/// <c>Losses.MeanSquaredError(y, t) // 0.0975</c>. The data is <c>"../data/mnist"</c>, as in a notebook.
/// </summary>
public sealed class DocumentationTests
{
    private static readonly ScriptOptions Options = ScriptOptions.Default
        .WithReferences(ReferencedAssemblies().Select(path => MetadataReference.CreateFromFile(path)))
        .WithImports("System", "System.Collections.Generic", "System.Linq", "System.Threading", "System.Threading.Tasks", "Descent")
        .WithOptimizationLevel(OptimizationLevel.Release);

    // A record's constructor repeats the record's own example.
    public static TheoryData<string, string> Examples =>
        [.. DocumentedExample.ReadAll().DistinctBy(example => example.Code).Select(example => (example.Member, example.Code))];

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Example_runs_and_gives_what_it_claims(string member, string code)
    {
        var example = new DocumentedExample(member, code);
        using var globals = new ExampleGlobals();
        var result = await CSharpScript.EvaluateAsync<object?>(example.RunnableCode, Options, globals, cancellationToken: TestContext.Current.CancellationToken);
        if (example.Claim is null)
            return;
        var printed = result is null ? globals.Console.LastLine ?? "null" : Print(result);
        Assert.True(example.Agrees(printed), $"The example claims {example.Claim} but gives {printed}.");
    }

    [Theory]
    [InlineData("Tensor.Of(3, 4).Norm() // 5", "5")]
    [InlineData("var x = 1; // one\nx", null)]
    public void The_claim_is_the_comment_on_the_last_line(string code, string? expected) =>
        Assert.Equal(expected, new DocumentedExample("M:Some.Member", code).Claim);

    [Theory]
    [InlineData("0.0975", "0.0975", true)]
    [InlineData("0.09", "0.0975", false)]
    [InlineData("0.0975", "0.09", false)]
    [InlineData("0.5108…", "0.5108256237659907", true)]
    [InlineData("0.5109…", "0.5108256237659907", false)]
    [InlineData("5 cells across", "5", true)]
    [InlineData("1: two votes", "1", true)]
    [InlineData("1: two votes", "2", false)]
    public void A_claim_is_the_value_or_its_beginning_and_may_be_explained(string claim, string printed, bool agrees) =>
        Assert.Equal(agrees, new DocumentedExample("M:Some.Member", $"x // {claim}").Agrees(printed));

    private static string Print(object? value) => value switch
    {
        null => "null",
        string text => text,
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Print))}]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string[] ReferencedAssemblies() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
}
