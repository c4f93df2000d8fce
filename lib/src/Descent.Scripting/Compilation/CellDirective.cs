using Microsoft.CodeAnalysis;

namespace Descent.Scripting.Compilation;

/// <summary>An <c>#r</c> or <c>#i</c> line, with the place that complaints about it point to.</summary>
internal sealed record CellDirective(string Argument, Location Location);
