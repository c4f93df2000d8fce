namespace Descent.Cli.Book.Mathematics;

/// <summary>A formula that cannot be converted, and where in it the reason stands.</summary>
internal sealed class FormulaException(string problem, int position) : Exception($"{problem}, at character {position}");
