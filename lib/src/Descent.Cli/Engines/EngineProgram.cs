namespace Descent.Cli.Engines;

/// <summary>How to start an engine that speaks over its standard input and output.</summary>
/// <param name="FileName">The program.</param>
/// <param name="Arguments">What it gets before the folder to work in.</param>
internal sealed record EngineProgram(string FileName, IReadOnlyList<string> Arguments);
