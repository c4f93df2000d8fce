namespace Descent.Cli.Running;

/// <summary>Work that failed with nobody waiting for it.</summary>
/// <param name="Cell">The number of the cell that had started it.</param>
/// <param name="Text">What failed and how.</param>
internal sealed record BackgroundFailure(int Cell, string Text);
