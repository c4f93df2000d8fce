namespace Descent.Cli.Checking;

/// <summary>The first place where a cell's saved outputs are not what the cell shows now.</summary>
/// <param name="Where">The place, in words.</param>
/// <param name="Saved">What is saved there.</param>
/// <param name="Now">What the run showed there.</param>
internal sealed record Difference(string Where, string Saved, string Now);
