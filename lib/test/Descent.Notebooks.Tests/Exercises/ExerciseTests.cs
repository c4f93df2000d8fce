namespace Descent.Notebooks.Tests.Exercises;

public sealed class ExerciseTests
{
    [Fact]
    public void Stub_is_not_attempted()
    {
        var result = Exercise.Check("2.1", null);
        Assert.Equal(Verdict.NotAttempted, result.Verdict);
        Assert.StartsWith("Exercise 2.1: not attempted.", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Right_answer_is_correct_and_says_no_more() =>
        Assert.Equal("Exercise 2.1: correct.", Exercise.Check("2.1", Lesson2Tests.Cases[0].Right).ToString());

    [Fact]
    public void Unknown_id_lists_the_known_ones()
    {
        var error = Assert.Throws<ArgumentException>(() => Exercise.Check("9.9", 1));
        Assert.StartsWith("There is no exercise \"9.9\". The exercises are ", error.Message, StringComparison.Ordinal);
        Assert.All(Catalogue.All, exercise => Assert.Contains(exercise.Id, error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Hint_beyond_the_last_says_so()
    {
        var last = Exercise.Hint("2.1").Levels;
        Assert.StartsWith($"There is no hint {last + 1}: the last one is number {last}.", Exercise.Hint("2.1", last + 1).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Hints_are_counted_from_one() => Assert.Throws<ArgumentOutOfRangeException>(() => Exercise.Hint("2.1", 0));

    [Fact]
    public void Solution_is_the_catalogue_s() => Assert.Equal(Catalogue.Find("2.1").Solution, Exercise.Solution("2.1").Code);
}
