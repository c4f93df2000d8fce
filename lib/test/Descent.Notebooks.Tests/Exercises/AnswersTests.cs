namespace Descent.Notebooks.Tests.Exercises;

public sealed class AnswersTests
{
    [Theory]
    [InlineData(0.5, null)]
    [InlineData(0.5000000001, null)]
    [InlineData(0.6, "Your number, 0.6, is too large.")]
    [InlineData(0.4, "Your number, 0.4, is too small.")]
    [InlineData(-0.5, "Your number, -0.5, has the wrong sign.")]
    [InlineData(double.NaN, "Your number is not a number (NaN).")]
    [InlineData(double.PositiveInfinity, "Your number, Infinity, is too large.")]
    public void Number_says_how_it_differs(double answer, string? expected) => Assert.Equal(expected, Answers.Number(0.5)(answer));

    [Fact]
    public void Number_may_be_of_any_numeric_type()
    {
        Assert.Null(Answers.Number(2)(2));
        Assert.Null(Answers.Number(2)(2f));
        Assert.Null(Answers.Number(2)(2m));
        Assert.Null(Answers.Number(2)(2L));
    }

    [Fact]
    public void Number_names_what_it_found_instead()
    {
        Assert.Equal("Expected a number, found a Tensor of shape [2].", Answers.Number(1)(Tensor.Of(1, 2)));
        Assert.Equal("Expected a number, found the text \"one\".", Answers.Number(1)("one"));
        Assert.Equal("Expected a number, found a function, Func<double, double>.", Answers.Number(1)((double x) => x));
    }

    [Fact]
    public void Integer_is_exact()
    {
        Assert.Null(Answers.Integer(600)(600.0));
        Assert.Equal("Your number, 599, is too small.", Answers.Integer(600)(599));
        Assert.Equal("Expected a whole number, found 599.5.", Answers.Integer(600)(599.5));
    }

    [Fact]
    public void Tensor_says_where_it_differs()
    {
        var check = Answers.Tensor(Tensor.FromRows([1, 2], [3, 4]));
        Assert.Null(check(Tensor.FromRows([1, 2], [3, 4])));
        Assert.Equal(
            "2 of 4 elements differ. Your tensor at [0, 1], 9, is too large.", check(Tensor.FromRows([1, 9], [0, 4])));
        Assert.Equal("Your tensor should have the shape [2, 2]; found [4].", check(Tensor.Of(1, 2, 3, 4)));
        Assert.Equal("Expected a Tensor of shape [2, 2], found the number 1.", check(1));
        Assert.Null(Answers.Tensor(Tensor.Of(1, 2))(new double[] { 1, 2 }));
    }

    [Fact]
    public void Function_is_tried_at_each_point()
    {
        var check = Answers.Function(x => x * x, at: [0, 3]);
        Assert.Null(check((double x) => x * x));
        Assert.Equal("Your function's value at (3), 6, is too small.", check((double x) => 2 * x));
        Assert.Equal("Expected a function, Func<double, double>, found the number 9.", check(9));
        Assert.Equal("Expected a function, Func<double, double>, found a function, Func<int, int>.", check((int x) => x));
    }

    [Fact]
    public void Function_that_throws_is_an_answer_like_any_other()
    {
        Func<double, double> broken = x => throw new InvalidOperationException("not yet");
        Assert.Equal(
            "Your function throws InvalidOperationException at (0): not yet", Answers.Function(x => x, at: [0])(broken));
    }

    [Fact]
    public void Function_of_tensors_may_take_two_arguments()
    {
        var check = Answers.Function<Tensor, Tensor, double>((y, t) => y.Dot(t), [(Tensor.Of(1, 2), Tensor.Of(3, 4))]);
        Assert.Null(check((Tensor y, Tensor t) => y.Dot(t)));
        Assert.Equal(
            "Your function's value at ([1, 2], [3, 4]), -11, has the wrong sign.", check((Tensor y, Tensor t) => -y.Dot(t)));
    }

    [Fact]
    public void Function_that_returns_a_tensor_or_null_is_compared_too()
    {
        var check = Answers.Function<Tensor, Tensor>(x => x * 2, [Tensor.Of(1)]);
        Assert.Null(check((Tensor x) => x + x));
        Assert.Equal("Your function's value at ([1]) is null.", check((Func<Tensor, Tensor>)(_ => null!)));
    }

    [Fact]
    public void Choice_ignores_case_and_lists_the_options()
    {
        var check = Answers.Choice("saddle", "minimum", "maximum", "saddle");
        Assert.Null(check(" Saddle "));
        Assert.Equal("It is not \"minimum\".", check("minimum"));
        Assert.Equal("Expected one of minimum, maximum, saddle; found \"slope\".", check("slope"));
        Assert.Equal("Expected one of minimum, maximum, saddle, found the number 3.", check(3));
        Assert.Null(Answers.Choice("true", "true", "false")(true));
    }

    [Fact]
    public void Judge_of_its_own_sees_only_its_type()
    {
        var check = Answers.That<string>(text => text.Length == 3 ? null : "It has another length.");
        Assert.Null(check("abc"));
        Assert.Equal("It has another length.", check("ab"));
        Assert.Equal("Expected a string, found the number 3.", check(3));
    }
}
