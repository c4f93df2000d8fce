using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Descent.Cli.Parameters;

/// <summary>A variable with a first value, declared in a cell tagged <c>parameters</c>.</summary>
/// <param name="Name">The variable's name.</param>
/// <param name="Type">The variable's type, as the compiler sees it.</param>
/// <param name="Initialiser">Where in the cell the first value stands.</param>
internal sealed record Parameter(string Name, ITypeSymbol Type, TextSpan Initialiser);
