using Descent.Cli.CommandLine;
using Descent.Cli.Notebooks;
using Descent.Cli.Tests.Support;

namespace Descent.Cli.Tests.Notebooks;

public sealed class NotebookSelectionTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_course_is_found_from_a_folder_inside_it()
    {
        var course = MakeCourse("02-b.ipynb", "01-a.ipynb");
        var inside = Directory.CreateDirectory(Path.Combine(course, "lib", "deep", "down")).FullName;

        Assert.Equal(course, CourseFolder.Find([inside]).Root);
    }

    [Fact]
    public void The_second_starting_point_counts_when_the_first_is_elsewhere()
    {
        var course = MakeCourse("01-a.ipynb");

        Assert.Equal(course, CourseFolder.Find([Path.GetTempPath(), course]).Root);
    }

    [Fact]
    public void Without_a_course_the_message_tells_where_it_was_looked_for() => Assert.Equal(
        $"The course was not found. Expected a folder with notebooks and lib/Descent.slnx in it, at or above {folder.Path}. " +
        "Change to the course's folder and try again.",
        Assert.Throws<UserError>(() => CourseFolder.Find([folder.Path])).Message);

    [Fact]
    public void Lessons_come_in_the_order_of_their_names()
    {
        var course = new CourseFolder(MakeCourse("02-b.ipynb", "10-c.ipynb", "01-a.ipynb"));

        Assert.Equal(
            ["notebooks/01-a.ipynb", "notebooks/02-b.ipynb", "notebooks/10-c.ipynb"],
            NotebookSelection.ReadLessons(course).Select(notebook => notebook.Label));
    }

    [Fact]
    public void A_course_without_notebooks_says_so()
    {
        var course = new CourseFolder(MakeCourse());

        Assert.Equal(
            $"There is no notebook to run: expected .ipynb files in {course.Notebooks}, found none. Restore the folder, or name a notebook.",
            Assert.Throws<UserError>(course.Lessons).Message);
    }

    [Fact]
    public void A_file_outside_the_course_goes_by_its_full_path()
    {
        var course = new CourseFolder(MakeCourse());

        Assert.Equal(Path.GetFullPath("/elsewhere/n.ipynb"), course.LabelOf(Path.GetFullPath("/elsewhere/n.ipynb")));
    }

    [Fact]
    public void All_unreadable_notebooks_are_told_of_at_once()
    {
        var first = folder.Write("first.ipynb", "");
        var second = folder.File("second.ipynb");

        var message = Assert.Throws<UserError>(() => NotebookSelection.Read([first, second])).Message;

        Assert.Contains("first.ipynb: expected a notebook in JSON, found an empty file.", message, StringComparison.Ordinal);
        Assert.Contains("second.ipynb: the notebook was not found.", message, StringComparison.Ordinal);
        Assert.EndsWith("\nNothing was run.", message, StringComparison.Ordinal);
    }

    private string MakeCourse(params string[] lessons)
    {
        var notebooks = Directory.CreateDirectory(folder.File("notebooks")).FullName;
        Directory.CreateDirectory(folder.File("lib"));
        folder.Write(Path.Combine("lib", "Descent.slnx"), "");
        foreach (var lesson in lessons)
            File.WriteAllText(Path.Combine(notebooks, lesson), """{"nbformat": 4, "cells": []}""");
        return folder.Path;
    }
}
