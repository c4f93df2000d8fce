namespace Descent.Notebooks;

/// <summary>A named curve for <see cref="Figures.Curves(IReadOnlyList{Curve}, string, string, string, bool, bool)"/>.</summary>
/// <param name="Name">What the legend says.</param>
/// <param name="X">Horizontal positions.</param>
/// <param name="Y">Vertical positions, as many as <paramref name="X"/>; a value that is not finite leaves a gap.</param>
/// <example><code>
/// Figures.Curves([Curve.Of("sigmoid", Activations.Sigmoid, -6, 6), Curve.Points("samples", [0, 1], [0.5, 0.73])], "Sigmoid")
/// </code></example>
public sealed record Curve(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y)
{
    /// <summary>Whether the points are joined by a line. Default: true.</summary>
    public bool Line { get; init; } = true;

    /// <summary>Whether each point has a marker. Default: false.</summary>
    public bool Markers { get; init; }

    /// <summary>Whether the line is dashed. Default: false.</summary>
    public bool Dashed { get; init; }

    /// <summary>The curve of a function, evaluated at evenly spaced points.</summary>
    /// <param name="name">What the legend says.</param>
    /// <param name="function">The function to draw.</param>
    /// <param name="from">The first x.</param>
    /// <param name="to">The last x.</param>
    /// <param name="points">How many points, at least 2. Default: 201.</param>
    /// <returns>A joined curve.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 2 points.</exception>
    /// <example><code>Curve.Of("f(x) = x²", x =&gt; x * x, -3, 3)</code></example>
    public static Curve Of(string name, Func<double, double> function, double from, double to, int points = 201)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 2);
        var x = Interval.Points((from, to), points);
        return new(name, x, [.. x.Select(function)]);
    }

    /// <summary>Separate points, each with a marker and no line.</summary>
    /// <param name="name">What the legend says.</param>
    /// <param name="x">Horizontal positions.</param>
    /// <param name="y">Vertical positions, as many as <paramref name="x"/>.</param>
    /// <returns>A curve of markers only.</returns>
    /// <example><code>Curve.Points("measured", [1, 2, 3], [0.9, 0.5, 0.3])</code></example>
    public static Curve Points(string name, IReadOnlyList<double> x, IReadOnlyList<double> y) =>
        new(name, x, y) { Line = false, Markers = true };

    /// <summary>The values of a sequence against their positions 0, 1, 2, …</summary>
    /// <param name="name">What the legend says.</param>
    /// <param name="values">The values, in order.</param>
    /// <returns>A joined curve.</returns>
    /// <example><code>Curve.Sequence("loss", history.Losses)</code></example>
    public static Curve Sequence(string name, IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new(name, [.. Enumerable.Range(0, values.Count).Select(index => (double)index)], values);
    }
}
