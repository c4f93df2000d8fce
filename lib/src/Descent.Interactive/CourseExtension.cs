using Descent.Notebooks;
using Microsoft.DotNet.Interactive;

namespace Descent.Interactive;

/// <summary>Prepares a notebook as soon as it loads the package, as its first cell does by calling <see cref="Course.Register"/>.</summary>
/// <example><code>
/// #i "nuget: lib/feed"
/// #r "nuget: Descent.Interactive, 0.1.0"
/// </code></example>
public sealed class CourseExtension : IKernelExtension
{
    /// <summary>Called by the engine that has loaded the package. Registers the formatters, and shows what lets the page draw charts without a network.</summary>
    /// <param name="kernel">The engine's kernel, which is not needed.</param>
    /// <returns>A task that has ended.</returns>
    public Task OnLoadAsync(Kernel kernel)
    {
        Course.Register().Display();
        return Task.CompletedTask;
    }
}
