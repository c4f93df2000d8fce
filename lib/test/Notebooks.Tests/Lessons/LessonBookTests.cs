using System.Text;
using System.Text.RegularExpressions;
using Descent.Cli.Book;
using Descent.Cli.Book.Exercises;

namespace Notebooks.Tests.Lessons;

/// <summary>The book of the real lessons, made from their runs.</summary>
[Collection<SharedLessonRuns>]
public sealed partial class LessonBookTests(LessonRuns runs)
{
    [Fact]
    public async Task Every_figure_is_there_and_told_in_words_and_nothing_loads_from_elsewhere()
    {
        var names = LessonFiles.Course.Lessons().Select(path => Path.GetFileName(path)).ToArray();
        ExecutedLesson[] lessons = [.. names.Select(name => ExecutedLesson.From(runs.First(name)))];
        var help = await ExerciseHelp.ReadAsync(LessonFiles.Course, lessons, TestContext.Current.CancellationToken);
        var pages = CourseBook.Pages(lessons, help).ToDictionary(file => file.Name, file => Encoding.UTF8.GetString(file.Content));

        Assert.Equal(lessons.Length + 1, pages.Count);
        foreach (var name in names)
        {
            var page = pages[Path.ChangeExtension(name, ".html")];
            var charts = runs.First(name).Cells.SelectMany(cell => cell.Outputs).Count(Figure.IsChart);
            Assert.Equal(charts, ChartWithWords().Count(page));
            Assert.Equal(charts, ChartData().Count(page));
            Assert.Empty(PictureWithoutWords().Matches(page));
            Assert.Empty(LoadedFromElsewhere().Matches(page));
            Assert.Equal(help.Keys.Count(id => page.Contains($"<summary>Exercise {id}, a solution</summary>", StringComparison.Ordinal)), ExercisesOf(name, help));
        }
    }

    private static int ExercisesOf(string lesson, IReadOnlyDictionary<string, ExerciseHelp> help)
    {
        var exercises = help.Keys.Count(id => id[0] == lesson[1]);
        Assert.NotEqual(0, exercises);
        return exercises;
    }

    [GeneratedRegex("<div class=\"chart\" role=\"(img|group\" tabindex=\"0)\" aria-label=\"[^\"]+\"")]
    private static partial Regex ChartWithWords();

    [GeneratedRegex("<script type=\"application/json\">")]
    private static partial Regex ChartData();

    [GeneratedRegex("<img (?![^>]*alt=\"[^\"]+\")[^>]*>")]
    private static partial Regex PictureWithoutWords();

    [GeneratedRegex("<(script|link|img|iframe|source|video)[^>]* (src|href)=\"(https?:)?//")]
    private static partial Regex LoadedFromElsewhere();
}
