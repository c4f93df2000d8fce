using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.Text;

namespace Descent.Scripting.EditingHelp;

/// <summary>Proposes what could stand at the cursor.</summary>
internal sealed class Completion(Editor editor, DirectiveCompletion directives)
{
    private const string InsertionText = "InsertionText";

    public async Task<CodeProposals> FindAsync(string code, int position, CancellationToken cancellation) =>
        directives.Find(code, position)
        ?? await editor.WithAsync(code, document => FindAsync(document, position, cancellation), cancellation).ConfigureAwait(false);

    private static async Task<CodeProposals> FindAsync(Document document, int position, CancellationToken cancellation)
    {
        var service = CompletionService.GetService(document)!;
        var list = await service.GetCompletionsAsync(document, position, cancellationToken: cancellation).ConfigureAwait(false);
        if (list.ItemsList.Count == 0)
            return new CodeProposals(position, position, []);
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        var start = Math.Min(list.Span.Start, position);
        var typed = text.ToString(TextSpan.FromBounds(start, position));
        var proposals = Matches(list.ItemsList, typed)
            .Select(item => new CodeProposal(TextOf(item), KindOf(item)))
            .DistinctBy(proposal => proposal.Text);
        return new CodeProposals(start, Math.Max(list.Span.End, position), [.. proposals]);
    }

    // What begins as typed comes before what only does so in another case.
    private static IEnumerable<CompletionItem> Matches(IReadOnlyList<CompletionItem> items, string typed) => items
        .Where(item => item.FilterText.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
        .OrderByDescending(item => item.FilterText.StartsWith(typed, StringComparison.Ordinal))
        .ThenBy(item => item.SortText, StringComparer.OrdinalIgnoreCase);

    private static string TextOf(CompletionItem item) => item.Properties.GetValueOrDefault(InsertionText) ?? item.DisplayText;

    private static string KindOf(CompletionItem item) => item.Tags.FirstOrDefault()?.ToLowerInvariant() ?? "text";
}
