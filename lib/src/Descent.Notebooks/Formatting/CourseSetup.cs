namespace Descent.Notebooks;

/// <summary>What <see cref="Course.Register"/> returns. Shown on a page, it brings the page the means to draw charts.</summary>
public sealed class CourseSetup
{
    internal CourseSetup()
    {
    }

    /// <summary>The state of the course in words.</summary>
    /// <returns>A sentence.</returns>
    /// <example><code>Course.Register().ToString()     // "The course is ready; its charts need no network."</code></example>
    public override string ToString() => "The course is ready; its charts need no network.";
}
