using System.Diagnostics;
using System.Globalization;
using Descent.Scripting.Compilation;
using Descent.Scripting.Output;
using Microsoft.DotNet.Interactive.Formatting;

namespace Descent.Scripting.Execution;

/// <summary>Runs the parts of a cell one after the other, up to the first that fails.</summary>
/// <param name="sink">Where the cell's outputs go.</param>
/// <param name="runCSharp">Runs a part that is C#.</param>
internal sealed class SectionRun(CellSink sink, Func<CellSource, Task<CellResult>> runCSharp)
{
    private readonly List<Stopwatch> timers = [];

    /// <returns>How the cell ended. The value of a part is the cell's if nothing follows it; else it is displayed where it comes up.</returns>
    public async Task<CellResult> RunAsync(IReadOnlyList<CellPart> parts)
    {
        CellResult result = new CellResult.Completed(null);
        foreach (var (section, source) in parts)
        {
            if (result is not CellResult.Completed before)
                return result;
            Display(before.Value);
            if (section.IsTimed)
                timers.Add(Stopwatch.StartNew());
            result = source is null ? Show(section) : await runCSharp(source).ConfigureAwait(false);
        }

        return timers.Count > 0 && result is CellResult.Completed last ? Timed(last) : result;
    }

    private CellResult.Completed Show(CellSection section)
    {
        Display(section.IsEmpty ? null : SectionMarkup.Of(section));
        return new CellResult.Completed(null);
    }

    private CellResult.Completed Timed(CellResult.Completed last)
    {
        // The time stands below the value, and front ends put a value that is left to them below everything.
        Display(last.Value);
        foreach (var timer in timers)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"Wall time: {timer.Elapsed.TotalMilliseconds}ms");
            Display(new DisplayBundle(new Dictionary<string, string> { [PlainTextFormatter.MimeType] = text }));
        }

        return new CellResult.Completed(null);
    }

    private void Display(DisplayBundle? bundle)
    {
        if (bundle is not null)
            sink.Add(new CellOutput.Display(Guid.NewGuid().ToString("N"), bundle));
    }
}
