namespace Descent.Scripting;

/// <summary>A variable that an earlier cell declared.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its declared type.</param>
/// <param name="Value">Its value at the moment of asking.</param>
public sealed record ScriptVariable(string Name, Type Type, object? Value);
