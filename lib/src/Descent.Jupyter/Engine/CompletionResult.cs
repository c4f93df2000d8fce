namespace Descent.Jupyter;

/// <summary>What could stand at the cursor.</summary>
/// <param name="Start">Where the text to be replaced begins, in UTF-16 units.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Items">The proposals, the likeliest first.</param>
public sealed record CompletionResult(int Start, int End, IReadOnlyList<CompletionItem> Items);

/// <summary>One proposal.</summary>
/// <param name="Text">What would be inserted.</param>
/// <param name="Kind">What it is, such as <c>method</c> or <c>keyword</c>.</param>
public sealed record CompletionItem(string Text, string Kind);
