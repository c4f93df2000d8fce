namespace Descent.Notebooks.Tests.Exercises;

public sealed class EveryExerciseTests
{
    private static readonly IReadOnlyList<ExerciseCase> Cases =
    [
        .. Lesson1Tests.Cases, .. Lesson2Tests.Cases, .. Lesson3Tests.Cases,
        .. Lesson4Tests.Cases, .. Lesson5Tests.Cases, .. Lesson6Tests.Cases,
    ];

    public static TheoryData<string> Ids => [.. Catalogue.All.Select(exercise => exercise.Id)];

    [Theory, MemberData(nameof(Ids))]
    public void Tells_a_right_answer_from_two_wrong_ones_and_from_the_stub(string id) =>
        Assert.Single(Cases, row => row.Id == id).Verify();

    [Theory, MemberData(nameof(Ids))]
    public void Has_hints_and_a_solution_that_ends_with_its_own_check(string id)
    {
        var exercise = Catalogue.Find(id);
        Assert.NotEmpty(exercise.Hints);
        Assert.DoesNotContain(exercise.Hints, string.IsNullOrWhiteSpace);
        Assert.Contains($"Exercise.Check(\"{id}\"", exercise.Solution, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Ids))]
    public void Answer_of_a_type_that_nobody_asked_for_is_incorrect_and_named(string id)
    {
        var result = Exercise.Check(id, new Uri("https://example.org"));
        Assert.Equal(Verdict.Incorrect, result.Verdict);
        Assert.Contains("found a value of type Uri", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_are_unique_and_every_test_row_belongs_to_an_exercise()
    {
        var ids = Catalogue.All.Select(exercise => exercise.Id).ToArray();
        Assert.Equal(ids.Distinct(), ids);
        Assert.Equal(ids, Cases.Select(row => row.Id));
    }
}
