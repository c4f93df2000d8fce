using System.Runtime.CompilerServices;

namespace Descent.Notebooks;

/// <summary>
/// Ways to judge an answer. Each returns a function from an answer to what differs, in a full sentence that does not give the
/// right answer away, or to null if the answer is right.
/// </summary>
internal static class Answers
{
    /// <summary>Any numeric type, within a tolerance.</summary>
    public static Func<object, string?> Number(double expected, double tolerance = 1e-6) => answer =>
        Kinds.AsNumber(answer) is { } found
            ? Compare.Numbers(expected, found, tolerance, "Your number")
            : Kinds.Unexpected("a number", answer);

    /// <summary>A whole number, exactly; 3.0 counts as 3.</summary>
    public static Func<object, string?> Integer(long expected) => answer =>
        Kinds.AsNumber(answer) is not { } found ? Kinds.Unexpected("a whole number", answer)
        : found != Math.Floor(found) ? $"Expected a whole number, found {Compare.Show(found)}."
        : Compare.Numbers(expected, found, 0, "Your number");

    /// <summary>A tensor of the same shape, each element within a tolerance; an array counts as a vector.</summary>
    public static Func<object, string?> Tensor(Tensor expected, double tolerance = 1e-6) => answer =>
        Kinds.AsTensor(answer) is { } found
            ? Compare.Tensors(expected, found, tolerance, "Your tensor")
            : Kinds.Unexpected($"a Tensor of shape {Compare.ShapeOf(expected)}", answer);

    /// <summary>One of the given options, in upper or lower case; also for true and false.</summary>
    public static Func<object, string?> Choice(string expected, params IReadOnlyList<string> options) => answer =>
        answer is not (string or char or bool) ? Kinds.Unexpected($"one of {string.Join(", ", options)}", answer)
        : Same(answer, expected) ? null
        : options.Any(option => Same(answer, option)) ? $"It is not \"{answer}\"."
        : $"Expected one of {string.Join(", ", options)}; found \"{answer}\".";

    /// <summary>A function of one number, tried at several points; points such as [0, 3] do not make it one of integers.</summary>
    [OverloadResolutionPriority(1)]
    public static Func<object, string?> Function(
        Func<double, double> expected, IReadOnlyList<double> at, double tolerance = 1e-6) =>
        Function<double, double>(expected, at, tolerance);

    /// <summary>A function of one argument, tried at several points; results may be numbers or tensors.</summary>
    public static Func<object, string?> Function<TInput, TResult>(
        Func<TInput, TResult> expected, IReadOnlyList<TInput> at, double tolerance = 1e-6) => answer =>
        answer is Func<TInput, TResult> found
            ? FirstDifference(at.Select(input =>
                Attempt(() => expected(input), () => found(input), tolerance, $"({Compare.Show(input)})")))
            : Kinds.Unexpected($"a function, {Kinds.Name(typeof(Func<TInput, TResult>))}", answer);

    /// <summary>A function of two arguments, tried at several pairs of them.</summary>
    public static Func<object, string?> Function<TFirst, TSecond, TResult>(
        Func<TFirst, TSecond, TResult> expected, IReadOnlyList<(TFirst First, TSecond Second)> at, double tolerance = 1e-6) => answer =>
        answer is Func<TFirst, TSecond, TResult> found
            ? FirstDifference(at.Select(input => Attempt(
                () => expected(input.First, input.Second), () => found(input.First, input.Second), tolerance,
                $"({Compare.Show(input.First)}, {Compare.Show(input.Second)})")))
            : Kinds.Unexpected($"a function, {Kinds.Name(typeof(Func<TFirst, TSecond, TResult>))}", answer);

    /// <summary>A value of a given type that a judge of the lesson's own looks at: null from the judge means right.</summary>
    public static Func<object, string?> That<T>(Func<T, string?> judge) => answer =>
        answer is T found ? judge(found) : Kinds.Unexpected($"a {Kinds.Name(typeof(T))}", answer);

    private static bool Same(object answer, string option) =>
        string.Equals(answer.ToString()?.Trim(), option, StringComparison.OrdinalIgnoreCase);

    private static string? FirstDifference(IEnumerable<string?> differences) =>
        differences.FirstOrDefault(difference => difference is not null);

    private static string? Attempt<TResult>(Func<TResult> expected, Func<TResult> found, double tolerance, string arguments)
    {
        TResult value;
        try
        {
            value = found();
        }
        // Whatever a learner's function throws is an answer to report, not a failure of the check.
#pragma warning disable CA1031
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return $"Your function throws {exception.GetType().Name} at {arguments}: {exception.Message}";
        }
        return Compare.Values(expected(), value, tolerance, $"Your function's value at {arguments}");
    }
}
