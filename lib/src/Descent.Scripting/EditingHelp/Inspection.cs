using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.QuickInfo;

namespace Descent.Scripting.EditingHelp;

/// <summary>Explains what stands at the cursor: its signature and its documentation.</summary>
internal sealed class Inspection(Editor editor)
{
    /// <returns>The explanation; null when there is nothing to explain.</returns>
    public Task<DisplayBundle?> FindAsync(string code, int position, CancellationToken cancellation) =>
        editor.WithAsync(code, document => FindAsync(document, position, cancellation), cancellation);

    private static async Task<DisplayBundle?> FindAsync(Document document, int position, CancellationToken cancellation)
    {
        var service = QuickInfoService.GetService(document)!;
        var found = await IsLiteralAsync(document, position, cancellation).ConfigureAwait(false)
            ? null
            : await service.GetQuickInfoAsync(document, position, cancellation).ConfigureAwait(false);
        if (found is null && await CalledNameAsync(document, position, cancellation).ConfigureAwait(false) is { } name)
            found = await service.GetQuickInfoAsync(document, name, cancellation).ConfigureAwait(false);
        var sections = found?.Sections.Where(section => section.Text.Length > 0).ToList();
        return sections is null or [] ? null : Show(sections);
    }

    // That 1 is an int is known; what it is an argument of is not.
    private static async Task<bool> IsLiteralAsync(Document document, int position, CancellationToken cancellation) =>
        (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!.FindToken(Math.Max(position - 1, 0)).Parent is LiteralExpressionSyntax;

    // Among the arguments of a call, the call itself is what a learner wants to know about.
    private static async Task<int?> CalledNameAsync(Document document, int position, CancellationToken cancellation)
    {
        var root = (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        var arguments = root.FindToken(Math.Max(position - 1, 0)).Parent?.AncestorsAndSelf().OfType<ArgumentListSyntax>().FirstOrDefault();
        return arguments?.Parent switch
        {
            InvocationExpressionSyntax call => call.Expression.GetLastToken().SpanStart,
            ObjectCreationExpressionSyntax creation => creation.Type.GetLastToken().SpanStart,
            _ => null,
        };
    }

    private static DisplayBundle Show(List<QuickInfoSection> sections)
    {
        var (signature, rest) = (sections[0].Text, sections.Skip(1).Select(section => section.Text.Trim()));
        return new DisplayBundle(new Dictionary<string, string>
        {
            ["text/plain"] = string.Join("\n\n", rest.Prepend(signature)),
            ["text/markdown"] = string.Join("\n\n", rest.Prepend($"```csharp\n{signature}\n```")),
        });
    }
}
