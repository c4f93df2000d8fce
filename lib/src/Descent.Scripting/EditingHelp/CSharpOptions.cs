using Microsoft.CodeAnalysis.CSharp;

namespace Descent.Scripting.EditingHelp;

/// <summary>How cells are parsed and compiled.</summary>
internal sealed record CSharpOptions(CSharpParseOptions Parse, CSharpCompilationOptions Compilation);
