namespace Descent.Cli.CommandLine;

/// <summary>Something the person at the keyboard can put right: its message is shown as it is, without a stack trace.</summary>
internal sealed class UserError(string message) : Exception(message);
