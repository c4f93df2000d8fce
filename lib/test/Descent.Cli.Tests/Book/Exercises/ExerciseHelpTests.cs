using Descent.Cli.Book;
using Descent.Cli.Book.Exercises;
using Descent.Cli.CommandLine;
using Descent.Cli.Notebooks;
using Descent.Cli.Tests.Support;

namespace Descent.Cli.Tests.Book.Exercises;

public sealed class ExerciseHelpTests
{
    [Theory]
    [InlineData("Exercise.Check(\"1.1\", x)", "1.1")]
    [InlineData("Exercise.Check(\"1.1\", x);\nExercise.Check(\"1.2\", y);\nExercise.Check(\"1.1\", z)", "1.1", "1.2")]
    [InlineData("Exercise.Hint(\"1.1\")")]
    public void A_cell_tells_which_exercises_it_checks(string source, params string[] ids) =>
        Assert.Equal(ids, ExerciseHelp.IdsIn(TestNotebook.Code(1, source)));

    [Fact]
    public async Task Hints_and_solutions_come_from_the_library_itself()
    {
        var help = await ReadAsync("Exercise.Check(\"4.1\", null)");

        Assert.Equal(["4.1"], help.Keys);
        Assert.Equal(
            [
                "Each step multiplies the distance by the same factor. Which one, and what is the distance at the start?",
                "Find the smallest whole n with 5 · 0.8ⁿ < 0.001: take logarithms on both sides.",
            ],
            help["4.1"].Hints);
        Assert.EndsWith("Exercise.Check(\"4.1\", n)", help["4.1"].Solution, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_exercises_nothing_is_asked() => Assert.Empty(await ReadAsync("1 + 1"));

    [Fact]
    public async Task An_exercise_that_does_not_exist_is_an_error()
    {
        var error = await Assert.ThrowsAsync<UserError>(() => ReadAsync("Exercise.Check(\"99.1\", null)"));

        Assert.StartsWith("The hints and solutions could not be read, so the book was not written.\n", error.Message, StringComparison.Ordinal);
        Assert.Contains("There is no exercise \"99.1\".", error.Message, StringComparison.Ordinal);
    }

    private static Task<IReadOnlyDictionary<string, ExerciseHelp>> ReadAsync(string source)
    {
        var notebook = new Notebook("/nowhere/04-a.ipynb", "notebooks/04-a.ipynb", [TestNotebook.Code(1, source)]);
        return ExerciseHelp.ReadAsync(CourseFolder.Find([AppContext.BaseDirectory]), [new ExecutedLesson(notebook, new Dictionary<int, IReadOnlyList<Cli.Outputs.RecordedOutput>>())], TestContext.Current.CancellationToken);
    }
}
