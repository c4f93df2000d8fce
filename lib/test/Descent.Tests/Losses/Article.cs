namespace Descent.Tests;

/// <summary>The outputs that the course's first examples use.</summary>
internal static class Article
{
    public static Tensor Output { get; } = Tensor.Of(0.1, 0.05, 0.6, 0, 0.05, 0.1, 0, 0.1, 0, 0);

    /// <summary>The same with the 0.6 moved to class 7.</summary>
    public static Tensor OutputForSeven { get; } = Tensor.Of(0.1, 0.05, 0.1, 0, 0.05, 0.1, 0, 0.6, 0, 0);

    public static Tensor Batch { get; } = Tensor.Stack([Output, OutputForSeven]);
}
