using MathNet.Numerics.Differentiation;

namespace Descent.Tests;

public sealed class NumericalGradientTests
{
    [Theory]
    [InlineData(3, 4, 6, 8)]
    [InlineData(0, 2, 0, 4)]
    [InlineData(3, 0, 6, 0)]
    public void The_bowl_has_its_known_gradients(double x0, double x1, double g0, double g1) =>
        Assert.True(Gradients.Numerical(x => x[0] * x[0] + x[1] * x[1], Tensor.Of(x0, x1)).AlmostEquals(Tensor.Of(g0, g1), 1e-8));

    [Fact]
    public void It_agrees_with_MathNet()
    {
        static double F(double[] x) => Math.Sin(x[0]) * x[1] + Math.Exp(x[2] * x[0]);
        double[] point = [0.4, -1.2, 0.7];
        var mathNet = new NumericalJacobian(points: 5, center: 2).Evaluate(F, point);
        var gradient = Gradients.Numerical(x => F(x.ToArray()), Tensor.Of(point));
        Assert.True(gradient.AlmostEquals(Tensor.Of([.. mathNet.Cast<double>()]), 1e-8));
    }

    [Fact]
    public void It_has_the_shape_of_the_point()
    {
        Assert.Equal([2, 3, 4], Gradients.Numerical(x => x.Sum(), Tensor.Zeros(2, 3, 4)).Shape);
        Assert.Equal([], Gradients.Numerical(x => x.ToScalar(), Tensor.Scalar(2)).Shape);
        Assert.Equal([0], Gradients.Numerical(_ => 1, Tensor.Of()).Shape);
    }

    [Fact]
    public void A_forward_difference_costs_one_evaluation_more_than_the_elements()
    {
        var evaluations = 0;
        var gradient = Gradients.Numerical(x => { evaluations++; return x.Square().Sum(); }, Tensor.Of(3, 4), h: 0.5, Difference.Forward);
        Assert.Equal(Tensor.Of(6.5, 8.5), gradient);
        Assert.Equal(3, evaluations);
    }

    [Fact]
    public void Neither_the_point_nor_any_tensor_given_to_f_ever_changes()
    {
        var point = Tensor.Of(3, 4);
        var seen = new List<(Tensor Given, double[] Then)>();
        Gradients.Numerical(x => { seen.Add((x, x.ToArray())); return x.Sum(); }, point);
        Assert.Equal(Tensor.Of(3, 4), point);
        Assert.All(seen, pair => Assert.Equal(pair.Then, pair.Given.ToArray()));
        Assert.Equal([3 + 1e-4, 3 - 1e-4, 3, 3], seen.Select(pair => pair.Then[0]));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void The_bits_do_not_depend_on_the_number_of_threads(int threads)
    {
        var point = Tensor.Normal(1, 0, 1, 20, 50);
        var f = (Tensor x) => x.Exp().Sum() * x.Square().Mean();
        Assert.Equal(Gradients.Numerical(f, point, maximumThreads: 1), Gradients.Numerical(f, point, maximumThreads: threads));
    }

    [Fact]
    public void One_thread_is_the_caller_s_own()
    {
        var threads = new HashSet<int>();
        Gradients.Numerical(x => { threads.Add(Environment.CurrentManagedThreadId); return x[0]; }, Tensor.Zeros(500), maximumThreads: 1);
        Assert.Equal([Environment.CurrentManagedThreadId], threads);
    }

    [Theory]
    [InlineData(10, 1)]
    [InlineData(1000, 1)]
    [InlineData(1000, 4)]
    public void It_can_be_cancelled(int elements, int threads)
    {
        using var source = new CancellationTokenSource();
        var evaluations = 0;
        Assert.ThrowsAny<OperationCanceledException>(() => Gradients.Numerical(
            x =>
            {
                if (Interlocked.Increment(ref evaluations) == 5)
                    source.Cancel();
                else if (evaluations > 5)
                    source.Token.WaitHandle.WaitOne(); // no worker races ahead of the one that cancels
                return x[0];
            },
            Tensor.Zeros(elements), maximumThreads: threads, cancellationToken: source.Token));
        Assert.InRange(evaluations, 5, 5 + 2 * threads);
    }

    [Theory]
    [InlineData(3, 1, 3, 1 / 3.0)]
    [InlineData(250, 1, 100, 3 / 250.0)]
    [InlineData(1000, 3, 100, 10 / 1000.0)]
    public void It_reports_progress_a_hundred_times_at_most(int elements, int threads, int expected, double first)
    {
        var reports = new Reports();
        Gradients.Numerical(x => x.Sum(), Tensor.Zeros(elements), maximumThreads: threads, progress: reports);
        Assert.Equal(expected, reports.Values.Count);
        Assert.Equal(expected, reports.Values.Distinct().Count());
        Assert.Equal(1, reports.Values.Max());
        Assert.Equal(first, reports.Values.Min());
    }

    [Fact]
    public void A_tensor_given_to_f_is_a_copy_however_it_is_read()
    {
        var point = Tensor.Normal(1, 0, 1, 3, 20);
        Gradients.Numerical(
            x =>
            {
                var copied = new double[3 * 24];
                Array.Fill(copied, double.NaN);
                x.CopyRows(copied, 24);
                var expected = x.ToArray();
                Assert.Equal(1, expected.Zip(point.ToArray()).Count(pair => pair.First != pair.Second));
                Assert.Equal(expected, Enumerable.Range(0, 60).Select(i => copied[(i / 20 * 24) + (i % 20)]));
                Assert.Equal(0, Enumerable.Range(0, 12).Sum(i => Math.Abs(copied[(i / 4 * 24) + 20 + (i % 4)])));
                x.CopyRows(copied, 24); // now that its elements have been asked for
                Assert.Equal(expected, Enumerable.Range(0, 60).Select(i => copied[(i / 20 * 24) + (i % 20)]));
                return 0;
            },
            point);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(1000)]
    public void An_error_of_f_comes_out_as_it_is(int elements) =>
        Assert.Throws<NotSupportedException>(() => Gradients.Numerical(_ => throw new NotSupportedException(), Tensor.Zeros(elements)));

    [Fact]
    public void There_must_be_a_thread() =>
        Assert.Contains("number of threads is 0", Assert.Throws<ArgumentOutOfRangeException>(() => Gradients.Numerical(x => x[0], Tensor.Of(1), maximumThreads: 0)).Message);

    private sealed class Reports : IProgress<double>
    {
        public List<double> Values { get; } = [];

        public void Report(double value)
        {
            lock (Values)
                Values.Add(value);
        }
    }
}
