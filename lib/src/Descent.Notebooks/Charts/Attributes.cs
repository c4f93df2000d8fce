using System.Globalization;

namespace Descent.Notebooks;

/// <summary>Builds plotly.js objects from their attributes, named as the plotly.js reference names them.</summary>
internal static class Attributes
{
    public static DynamicObj.DynamicObj Object(params ReadOnlySpan<(string Name, object? Value)> attributes) =>
        new DynamicObj.DynamicObj().With(attributes);

    /// <summary>Sets attributes on any Plotly.NET object; an attribute whose value is null is left out.</summary>
    public static T With<T>(this T target, params ReadOnlySpan<(string Name, object? Value)> attributes)
        where T : DynamicObj.DynamicObj
    {
        foreach (var (name, value) in attributes)
            if (value is not null)
                target.SetProperty(name, value);
        return target;
    }

    /// <summary>JSON has no NaN and no infinity: plotly.js draws a gap for null.</summary>
    public static double?[] Finite(IEnumerable<double> values) =>
        [.. values.Select(value => double.IsFinite(value) ? value : (double?)null)];

    /// <summary>Six significant digits, which is finer than a pixel and keeps a grid of values small as text.</summary>
    public static double? Rounded(double value) =>
        double.IsFinite(value) ? double.Parse(Format(value, "G6"), CultureInfo.InvariantCulture) : null;

    public static string Format(double value, string format = "G6") => value.ToString(format, CultureInfo.InvariantCulture);
}
