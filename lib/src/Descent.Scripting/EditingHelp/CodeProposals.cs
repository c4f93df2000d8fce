namespace Descent.Scripting;

/// <summary>What could stand at the cursor in a cell that is being typed.</summary>
/// <param name="Start">Where the text to be replaced begins, in UTF-16 units.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Proposals">The proposals, the likeliest first.</param>
public sealed record CodeProposals(int Start, int End, IReadOnlyList<CodeProposal> Proposals);

/// <summary>One thing that could stand at the cursor.</summary>
/// <param name="Text">The text to insert.</param>
/// <param name="Kind">What it is, in lower case: <c>method</c>, <c>property</c>, <c>class</c>, <c>keyword</c>, <c>package</c>, <c>file</c> …</param>
public sealed record CodeProposal(string Text, string Kind);
