using static Descent.Notebooks.Attributes;

namespace Descent.Notebooks;

/// <summary>The colours and the size that every figure of the course shares.</summary>
/// <remarks>
/// Backgrounds are transparent, and each colour keeps a contrast ratio of at least 3 to 1 (WCAG 2.2, graphical objects)
/// against white and against the dark grey <c>#1e1e1e</c>, so that one figure reads well in a light and in a dark theme.
/// </remarks>
/// <example><code>
/// Chart.Line&lt;double, double, string&gt;(x, y, LineColor: Color.fromHex(Theme.Blue)).WithCourseTheme("A line")
/// </code></example>
public static class Theme
{
    /// <summary>Blue, the first colour of <see cref="Palette"/>.</summary>
    public const string Blue = "#2e80d2";

    /// <summary>Orange, the second colour.</summary>
    public const string Orange = "#d4691e";

    /// <summary>Green, the third colour.</summary>
    public const string Green = "#2c9950";

    /// <summary>Red, the fourth colour.</summary>
    public const string Red = "#e04a50";

    /// <summary>Purple, the fifth colour.</summary>
    public const string Purple = "#a166d6";

    /// <summary>Teal, the sixth colour.</summary>
    public const string Teal = "#16929c";

    /// <summary>Pink, the seventh colour.</summary>
    public const string Pink = "#d6559b";

    /// <summary>Olive, the eighth colour.</summary>
    public const string Olive = "#94841a";

    /// <summary>Mid-grey, for text, ticks and contour lines.</summary>
    public const string Text = "#808080";

    /// <summary>A faint grey, for grid lines on any background.</summary>
    public const string Grid = "rgba(128,128,128,0.25)";

    /// <summary>No paint at all: the page shows through.</summary>
    public const string Transparent = "rgba(0,0,0,0)";

    /// <summary>The width of a figure in pixels.</summary>
    public const int Width = 700;

    /// <summary>The height of a figure in pixels.</summary>
    public const int Height = 420;

    /// <summary>What JupyterLab has room for with its side bar open in a window 1280 pixels wide, less some for scroll bars.</summary>
    internal const int WidestFigure = 800;

    /// <summary>The colours that the curves of a figure take, in order.</summary>
    public static IReadOnlyList<string> Palette { get; } = [Blue, Orange, Green, Red, Purple, Teal, Pink, Olive];

    /// <summary>The colour scale of surfaces: dark for small values, bright for large ones, even to the eye.</summary>
    internal const string Sequential = "Viridis";

    /// <summary>The colour scale of annotated cells: pale enough at the low end for dark text.</summary>
    internal static object[][] Cells { get; } = [[0.0, "#eef3f8"], [0.5, "#86b3dd"], [1.0, "#1b5a9b"]];

    internal static string Colour(int index) => Palette[index % Palette.Count];

    internal static DynamicObj.DynamicObj Template() => Object(("layout", Object(
        ("font", Object(("color", Text), ("size", 13))),
        ("paper_bgcolor", Transparent),
        ("plot_bgcolor", Transparent),
        ("colorway", Palette),
        ("colorscale", Object(("sequential", Sequential))),
        ("hovermode", "closest"),
        ("hoverlabel", Object(("align", "left"))),
        ("legend", Object(("bgcolor", Transparent))),
        ("xaxis", Axis()),
        ("yaxis", Axis()),
        ("scene", Object(("xaxis", SceneAxis()), ("yaxis", SceneAxis()), ("zaxis", SceneAxis()))))));

    private static DynamicObj.DynamicObj Axis() => Object(
        ("gridcolor", Grid), ("zerolinecolor", Grid), ("linecolor", Text), ("tickcolor", Text),
        // With a standoff the title keeps clear of long tick labels.
        ("ticks", "outside"), ("automargin", true), ("title", Object(("standoff", 12))));

    private static DynamicObj.DynamicObj SceneAxis() => Object(
        ("gridcolor", Text), ("zerolinecolor", Text), ("linecolor", Text), ("showbackground", false));
}
