using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Descent.Cli.Parameters;

/// <summary>Turns the text of a value into a C# expression of a parameter's type.</summary>
internal static class ParameterLiteral
{
    private const NumberStyles Real = NumberStyles.Float;
    private const NumberStyles Whole = NumberStyles.AllowLeadingSign | NumberStyles.AllowExponent;

    /// <summary>Whether a command line can set a value of this type at all.</summary>
    public static bool Supports(ITypeSymbol type) => type is IArrayTypeSymbol { Rank: 1 } array
        ? IsScalar(array.ElementType)
        : IsScalar(type);

    /// <summary>The expression, or null when <paramref name="text"/> is no value of that type.</summary>
    public static string? TryCreate(string text, ITypeSymbol type) => type is IArrayTypeSymbol array
        ? TryCreateArray(text, array.ElementType)
        : TryCreateScalar(text, type);

    private static bool IsScalar(ITypeSymbol type) => type.SpecialType
        is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Double
        or SpecialType.System_Boolean or SpecialType.System_String;

    private static string? TryCreateArray(string text, ITypeSymbol elementType)
    {
        var items = text.StartsWith('[') && text.EndsWith(']') ? text[1..^1] : text;
        var expressions = items.Split(',', StringSplitOptions.TrimEntries)
            .Select(item => TryCreateScalar(item, elementType))
            .ToList();
        return expressions.Contains(null) ? null : $"new {elementType}[] {{ {string.Join(", ", expressions)} }}";
    }

    private static string? TryCreateScalar(string text, ITypeSymbol type)
    {
        var culture = CultureInfo.InvariantCulture;
        return type.SpecialType switch
        {
            SpecialType.System_Int32 when int.TryParse(text, Whole, culture, out var value) => value.ToString(culture),
            SpecialType.System_Int64 when long.TryParse(text, Whole, culture, out var value) => value.ToString(culture) + "L",
            SpecialType.System_Double when double.TryParse(text, Real, culture, out var value) && double.IsFinite(value) =>
                value.ToString("R", culture) + "d",
            SpecialType.System_Boolean when bool.TryParse(text, out var value) => value ? "true" : "false",
            SpecialType.System_String => SymbolDisplay.FormatLiteral(text, quote: true),
            _ => null,
        };
    }
}
