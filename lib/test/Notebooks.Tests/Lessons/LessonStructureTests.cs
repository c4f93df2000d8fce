using System.Text.Json;
using System.Text.RegularExpressions;
using Descent.Cli.Notebooks;

namespace Notebooks.Tests.Lessons;

/// <summary>What every lesson has in common.</summary>
public sealed partial class LessonStructureTests
{
    private const int LeastExercises = 4;

    private const string Setup =
        """
        #r "nuget: MathNet.Numerics, 5.0.0"
        #r "nuget: Plotly.NET.Interactive, 6.0.0"
        #r "nuget: Plotly.NET.CSharp, 0.14.0"
        #r "../lib/bin/Descent.dll"
        #r "../lib/bin/Descent.Notebooks.dll"
        using Descent;
        using Descent.Notebooks;
        using Plotly.NET.CSharp;
        Course.Register()
        """;

    [Theory]
    [MemberData(nameof(LessonFiles.Names), MemberType = typeof(LessonFiles))]
    public void Is_nbformat_4_5_for_the_CSharp_kernel(string lesson)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(LessonFiles.PathOf(lesson)));
        var root = document.RootElement;

        Assert.Equal(4, root.GetProperty("nbformat").GetInt32());
        Assert.Equal(5, root.GetProperty("nbformat_minor").GetInt32());
        Assert.Equal(
            [("display_name", ".NET (C#)"), ("language", "C#"), ("name", ".net-csharp")],
            root.GetProperty("metadata").GetProperty("kernelspec").EnumerateObject()
                .Select(property => (property.Name, property.Value.GetString()))
                .Order());
    }

    [Theory]
    [MemberData(nameof(LessonFiles.Names), MemberType = typeof(LessonFiles))]
    public void Every_cell_has_the_parts_that_nbformat_asks_for(string lesson)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(LessonFiles.PathOf(lesson)));

        Assert.All(document.RootElement.GetProperty("cells").EnumerateArray(), cell =>
        {
            string[] parts = cell.GetProperty("cell_type").GetString() == "code"
                ? ["cell_type", "execution_count", "id", "metadata", "outputs", "source"]
                : ["cell_type", "id", "metadata", "source"];
            Assert.Equal(parts, cell.EnumerateObject().Select(property => property.Name).Where(name => name != "attachments").Order(StringComparer.Ordinal));
        });
    }

    [Theory]
    [MemberData(nameof(LessonFiles.Names), MemberType = typeof(LessonFiles))]
    public void Cell_ids_are_valid_and_unique(string lesson)
    {
        var ids = LessonFiles.Read(lesson).Cells.Select(cell => cell.Id ?? "").ToList();

        Assert.All(ids, id => Assert.Matches("^[a-zA-Z0-9_-]{1,64}$", id));
        Assert.Equal(ids.Distinct(), ids);
    }

    [Theory]
    [MemberData(nameof(LessonFiles.Names), MemberType = typeof(LessonFiles))]
    public void The_first_code_cell_sets_up_what_every_lesson_needs_and_no_more(string lesson) =>
        Assert.Equal(Setup, LessonFiles.Read(lesson).RunnableCells.First().Source.TrimEnd());

    [Theory]
    [MemberData(nameof(LessonFiles.Names), MemberType = typeof(LessonFiles))]
    public void Hyperparameters_stand_in_one_cell_of_their_own(string lesson) =>
        Assert.Single(LessonFiles.Read(lesson).RunnableCells, cell => cell.Tags.Contains(NotebookCell.ParametersTag));

    [Theory]
    [MemberData(nameof(LessonFiles.Names), MemberType = typeof(LessonFiles))]
    public void Has_at_least_four_exercises_of_its_own_number(string lesson)
    {
        var ids = LessonFiles.Read(lesson).RunnableCells
            .SelectMany(cell => ExerciseCheck().Matches(cell.Source))
            .Select(match => match.Groups["id"].Value)
            .ToList();

        Assert.True(ids.Distinct().Count() >= LeastExercises, $"expected at least {LeastExercises} exercises, found {string.Join(", ", ids)}");
        Assert.Equal(ids.Distinct(), ids);
        var number = lesson.TrimStart('0')[..1];
        Assert.All(ids, id => Assert.StartsWith($"{number}.", id, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(LessonFiles.Names), MemberType = typeof(LessonFiles))]
    public void Begins_with_a_title_asks_for_a_prediction_and_ends_with_a_summary_and_exercises(string lesson)
    {
        var prose = LessonFiles.Read(lesson).Cells.Where(cell => cell.Kind == CellKind.Markdown).Select(cell => cell.Source).ToList();

        Assert.StartsWith("# ", prose[0], StringComparison.Ordinal);
        Assert.Contains(prose, text => text.Contains("predict", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(prose, text => Heading("summary").IsMatch(text));
        Assert.Contains(prose, text => Heading("exercises").IsMatch(text));
    }

    [Theory]
    [MemberData(nameof(LessonFiles.Names), MemberType = typeof(LessonFiles))]
    public void Uses_no_magic_commands_so_that_any_CSharp_kernel_runs_it(string lesson) =>
        Assert.All(LessonFiles.Read(lesson).RunnableCells, cell => Assert.DoesNotMatch(@"(?m)^\s*(#!|%)", cell.Source));

    [Theory]
    [MemberData(nameof(LessonFiles.Names), MemberType = typeof(LessonFiles))]
    public void Calls_nothing_that_only_this_repositorys_kernel_knows(string lesson) => Assert.All(
        LessonFiles.Read(lesson).RunnableCells,
        cell => Assert.DoesNotMatch(@"\bclearOutput\b|Descent\.Scripting", cell.Source));

    // .NET Interactive warns of each on stderr (CS8632), since its cells have no nullable reference types.
    [Theory]
    [MemberData(nameof(LessonFiles.Names), MemberType = typeof(LessonFiles))]
    public void Reference_types_carry_no_question_mark(string lesson) => Assert.All(
        LessonFiles.Read(lesson).RunnableCells,
        cell => Assert.DoesNotMatch(@"(?<!\b(bool|char|int|long|double))\? \w+ *(=(?!=)|[;,)])", cell.Source));

    [Theory]
    [MemberData(nameof(LessonFiles.Names), MemberType = typeof(LessonFiles))]
    public void Reference_directives_stand_first_and_unindented(string lesson) => Assert.All(
        LessonFiles.Read(lesson).RunnableCells,
        cell => Assert.DoesNotMatch(@"(?m)^\s+#r|^(?!#r)[^\n]+\n(?:.*\n)*?#r", cell.Source));

    [Theory]
    [MemberData(nameof(LessonFiles.Names), MemberType = typeof(LessonFiles))]
    public void Holds_no_path_of_anybodys_machine(string lesson) =>
        Assert.DoesNotMatch(@"(?<![\w.])/(home|root|Users|tmp|var|work|mnt)/|\b[A-Za-z]:\\\\", File.ReadAllText(LessonFiles.PathOf(lesson)));

    [Theory]
    [MemberData(nameof(LessonFiles.Names), MemberType = typeof(LessonFiles))]
    public void Leaves_nothing_unwritten(string lesson) =>
        Assert.All(LessonFiles.Read(lesson).Cells, cell => Assert.DoesNotContain("TODO", cell.Source, StringComparison.Ordinal));

    private static Regex Heading(string word) => new($@"(?im)^#{{1,4}} .*\b{word}\b");

    [GeneratedRegex("""Exercise\.Check\("(?<id>[^"]+)""")]
    private static partial Regex ExerciseCheck();
}
