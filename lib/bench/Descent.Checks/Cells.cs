namespace Descent.Checks;

/// <summary>What is measured: functions so short that a check at their start could be felt.</summary>
internal static class Cells
{
    private const int Elements = 100_000_000;

    public static readonly (string Name, string Code)[] All =
    [
        ("lesson 3's gradient of x₀² + x₁², 100,000 times", """
            Func<Tensor, double> f = x => x[0] * x[0] + x[1] * x[1];
            var at = Tensor.Of(3, 4);
            var sum = 0.0;
            for (var i = 0; i < 100_000; i++)
                sum += Gradients.Numerical(f, at)[0];
            sum
            """),
        ("numerical gradient of 2,000 weights", """
            var weights = Tensor.Linspace(-1, 1, 2_000);
            Gradients.Numerical(w => w.Dot(w), weights)[0]
            """),
        ("numerical derivative, 10,000,000 times", """
            Func<double, double> f = x => 0.01 * x * x + 0.1 * x;
            var sum = 0.0;
            for (var i = 0; i < 10_000_000; i++)
                sum += Gradients.Derivative(f, 5);
            sum
            """),
        ("Select, Sum", $"Enumerable.Range(0, {Elements}).Select(i => (double)i).Sum()"),
        ("Where, Sum", $"Enumerable.Range(0, {Elements}).Where(i => i % 3 == 0).Sum(i => (double)i)"),
        ("Sum of a selector", $"Enumerable.Range(0, {Elements}).Sum(i => (double)i)"),
        ("Aggregate", $"Enumerable.Range(0, {Elements}).Aggregate(0.0, (sum, i) => sum + i)"),
        ("a query", $"(from i in Enumerable.Range(0, {Elements}) where i % 3 == 0 select (double)i).Sum()"),
        ("Select of what calls, Sum", $"Enumerable.Range(0, {Elements}).Select(i => Math.Sqrt(i)).Sum()"),
    ];
}
