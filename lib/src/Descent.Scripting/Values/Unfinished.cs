using System.Globalization;

namespace Descent.Scripting.Values;

/// <summary>What stands where a value's own code had not come back when the time was up.</summary>
internal static class Unfinished
{
    private static readonly string Limit = string.Create(CultureInfo.InvariantCulture, $"{Showing.Limit.TotalSeconds} s");

    /// <summary>In place of a value.</summary>
    public static string Value { get; } = $"(takes longer than {Limit})";

    /// <summary>After the parts that there are.</summary>
    public static string Rest { get; } = $"... (the rest takes longer than {Limit})";

    /// <summary>Below a value whose code could not be stopped.</summary>
    public static string LeftBehind { get; } =
        "(What took too long could not be stopped and goes on in the background. Restart the kernel if it is in the way.)";
}
