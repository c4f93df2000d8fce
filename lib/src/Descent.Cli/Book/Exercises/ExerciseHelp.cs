using System.Text.Json;
using System.Text.RegularExpressions;
using Descent.Cli.CommandLine;
using Descent.Cli.Notebooks;
using Descent.Cli.Outputs;
using Descent.Cli.Reporting;
using Descent.Cli.Running;

namespace Descent.Cli.Book.Exercises;

/// <summary>
/// An exercise's hints and its solution. The library knows them, and this program does not carry the library: a worker asks for
/// them in a cell, just as a learner would.
/// </summary>
/// <param name="Hints">The hints, from the vaguest to the plainest.</param>
/// <param name="Solution">C# that solves the exercise.</param>
internal sealed partial record ExerciseHelp(IReadOnlyList<string> Hints, string Solution)
{
    /// <summary>The exercises that a cell checks, in order.</summary>
    public static IEnumerable<string> IdsIn(NotebookCell cell) => cell.Kind == CellKind.Code
        ? Check().Matches(cell.Source).Select(match => match.Groups["id"].Value).Distinct()
        : [];

    /// <summary>The help for every exercise that the lessons check, by the exercise's id.</summary>
    public static async Task<IReadOnlyDictionary<string, ExerciseHelp>> ReadAsync(
        CourseFolder course, IReadOnlyList<ExecutedLesson> lessons, CancellationToken cancellationToken)
    {
        var ids = lessons.SelectMany(lesson => lesson.Notebook.Cells).SelectMany(IdsIn).Distinct().ToArray();
        if (ids.Length == 0)
            return new Dictionary<string, ExerciseHelp>();

        var question = new Notebook(
            Path.Combine(course.Root, "exercises"), "the exercises", [new NotebookCell(1, null, CellKind.Code, SourceFor(ids), [])]);
        var result = await new LessonRunner(new RunOptions()).RunAsync(question, _ => { }, cancellationToken);
        return result.Cells[0].Outputs is [RecordedOutput.Stream answer] && result.Errors == 0
            ? JsonSerializer.Deserialize<Dictionary<string, ExerciseHelp>>(answer.Text)!
            : throw new UserError(string.Join(
                '\n', ["The hints and solutions could not be read, so the book was not written.", .. FailureReport.Lines(result)]));
    }

    // An id is digits and points, so that it needs no escaping.
    private static string SourceFor(IEnumerable<string> ids) =>
        $$"""
        #r "lib/bin/Descent.Notebooks.dll"
        using Descent.Notebooks;
        Console.Write(System.Text.Json.JsonSerializer.Serialize(
            new[] { {{string.Join(", ", ids.Select(id => $"\"{id}\""))}} }.ToDictionary(id => id, id => new
            {
                Hints = Enumerable.Range(1, Exercise.Hint(id).Levels).Select(level => Exercise.Hint(id, level).Text),
                Solution = Exercise.Solution(id).Code,
            })));
        """;

    [GeneratedRegex("""\bExercise\.Check\("(?<id>[0-9.]+)"\s*,""")]
    private static partial Regex Check();
}
