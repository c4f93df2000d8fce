using System.Globalization;

namespace Descent.Tests;

/// <summary>Stands where an example says <c>Console</c>, so that what it prints can be compared. Public for the script.</summary>
public sealed class ExampleConsole
{
    internal string? LastLine { get; private set; }

    public void WriteLine(object? value) => LastLine = Convert.ToString(value, CultureInfo.InvariantCulture);
}
