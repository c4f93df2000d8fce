using System.Runtime.CompilerServices;

namespace Descent.Notebooks;

/// <summary>The one call that every notebook makes in its first cell.</summary>
public static class Course
{
    /// <summary>
    /// Registers how the course's values are shown: charts as figures, tensors as tables, digits as pictures, exercises with
    /// their verdict in colour. Calling it again changes nothing.
    /// </summary>
    /// <returns>What lets the page draw charts without a network: leave it the last value of the cell, so that it is shown.</returns>
    /// <example><code>
    /// using Descent;
    /// using Descent.Notebooks;
    /// Course.Register()
    /// </code></example>
    public static CourseSetup Register()
    {
        FSharpBridge.Build();
        RegisterFormatters();
        return new CourseSetup();
    }

    // Apart, since compiling it may already ask for what Plotly.NET is built on.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void RegisterFormatters()
    {
        CourseSetupFormatters.Register();
        ChartFormatters.Register();
        TensorFormatters.Register();
        ImageFormatters.Register();
        DescentPathFormatters.Register();
        NetworkFormatters.Register();
        TrainingFormatters.Register();
        ExerciseFormatters.Register();
    }
}
