using Microsoft.DotNet.Interactive.Formatting;
using Plotly.NET;

namespace Descent.Notebooks;

/// <summary>Shows a chart that can be redrawn where it stands, in every C# kernel.</summary>
/// <remarks>
/// <c>display(chart)</c> hands out something to update as well, but in .NET Interactive 1.0.712001 not what it has shown: an update of it is a second
/// output below the first.
/// </remarks>
public static class ChartDisplay
{
    /// <summary>Shows the chart below the cell, at once.</summary>
    /// <param name="chart">Any chart.</param>
    /// <param name="mimeTypes">The forms wanted; by default all that front ends choose from.</param>
    /// <returns>What is on display; its <c>Update</c> draws another chart in the same place, as long as the cell runs.</returns>
    /// <example><code>
    /// var live = Figures.Curves(x => x, -2, 2, "A line").Display();
    /// live.Update(Figures.Curves(x => x * x, -2, 2, "A parabola"));
    /// </code></example>
    public static DisplayedValue Display(this GenericChart chart, params string[] mimeTypes)
    {
        ArgumentNullException.ThrowIfNull(chart);
        var thread = Environment.CurrentManagedThreadId;
        DisplayedValue? shown = null;
        using (Formatter.SubscribeToDisplayedValues(value => shown ??= IsThisOne(value) ? value : null))
            ((object)chart).Display(mimeTypes);
        return shown!;

        // Other threads may be showing something at the same time.
        bool IsThisOne(DisplayedValue value) => ReferenceEquals(value.Value, chart) && Environment.CurrentManagedThreadId == thread;
    }
}
