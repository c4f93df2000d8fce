using System.Text.RegularExpressions;
using Descent.Cli.CommandLine;
using Descent.Cli.Kernel;
using Descent.Cli.Newcomer;
using Descent.Cli.Notebooks;
using Notebooks.Tests.Lessons;

namespace Notebooks.Tests.Newcomer;

/// <summary>Walks the newcomer's way through a course with the real library, the real data and a lesson of one cell.</summary>
public sealed class NewcomerTourTests : IDisposable
{
    private const string TestLabels = "t10k-labels-idx1-ubyte.gz";

    private readonly List<string> opened = [];
    private readonly List<string> installed = [];
    private Exception? installationFailsWith;
    private readonly CourseFolder course = new(Path.Combine(Path.GetTempPath(), $"course {Guid.NewGuid():N}"));

    public NewcomerTourTests()
    {
        Directory.CreateDirectory(DataFile(""));
        Directory.CreateDirectory(course.Notebooks);
        foreach (var file in Directory.GetFiles(Path.Combine(LessonFiles.Course.Root, "data", "mnist")))
            File.Copy(file, DataFile(Path.GetFileName(file)));
        var library = Directory.CreateDirectory(Path.Combine(course.Root, "lib", "bin")).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(LessonFiles.Course.Root, "lib", "bin")))
            File.Copy(file, Path.Combine(library, Path.GetFileName(file)));
        File.WriteAllText(
            Path.Combine(course.Notebooks, "01-first.ipynb"),
            """{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [{"cell_type": "code", "id": "a", "metadata": {}, "source": "1", "outputs": []}]}""");
    }

    public void Dispose() => Directory.Delete(course.Root, recursive: true);

    [Fact]
    public async Task Whole_data_and_a_working_lesson_lead_to_the_next_steps()
    {
        var (exitCode, output) = await TourAsync();

        Assert.Equal(0, exitCode);
        Assert.Contains("The four files are whole: their SHA-256 sums are as expected.\n", output, StringComparison.Ordinal);
        var firstPage = Path.Combine(course.Root, "lib", "artifacts", "book", "index.html");
        Assert.Contains($"The book of the lessons is written. Its first page is {firstPage}\n", output, StringComparison.Ordinal);
        Assert.Equal([firstPage], opened);
        Assert.Contains("href=\"01-first.html\"", await File.ReadAllTextAsync(firstPage, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(["the kernel"], installed);
        Assert.Contains("Making the C# kernel for VS Code and Jupyter, which takes a few minutes, once.\n", output, StringComparison.Ordinal);
        Assert.Contains($"Every lesson runs here. The notebooks are in {course.Notebooks}:\n  01-first.ipynb\n", output, StringComparison.Ordinal);
        Assert.Matches(@"\n1 notebooks, 1 cells, 0 errors, \d+\.\d s\n$", output);
    }

    [Fact]
    public async Task A_kernel_that_is_registered_is_not_made_again()
    {
        var registered = Registration().Install([Environment.ProcessPath!, typeof(NewcomerTour).Assembly.Location]).Path;

        var (exitCode, output) = await TourAsync();

        Assert.Equal(0, exitCode);
        Assert.Empty(installed);
        Assert.Matches($@"\nThe kernel \.NET \(C#\) \d+\.\d+\.\d+ is registered with VS Code and Jupyter: {Regex.Escape(registered)}\n", output);
        Assert.Contains(
            "\nTo make it anew after an update of the course: dotnet run --project lib/src/Descent.Cli -- kernel install\n",
            output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_kernel_the_rest_of_the_tour_holds()
    {
        installationFailsWith = new UserError("The kernel could not be built.");

        var (exitCode, output) = await TourAsync();

        Assert.Equal(0, exitCode);
        Assert.Contains(
            """
            VS Code and Jupyter have no kernel for the lessons yet. The kernel could not be built.
            Nothing else needs one. To try again: dotnet run --project lib/src/Descent.Cli -- kernel install

            """,
            output,
            StringComparison.Ordinal);
        Assert.Contains("Every lesson runs here.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flipped_bit_in_the_data_is_found_before_any_lesson_runs()
    {
        var bytes = await File.ReadAllBytesAsync(DataFile(TestLabels), TestContext.Current.CancellationToken);
        bytes[100] ^= 1;
        await File.WriteAllBytesAsync(DataFile(TestLabels), bytes, TestContext.Current.CancellationToken);

        var (exitCode, output) = await TourAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains("The data is not as it should be: ", output, StringComparison.Ordinal);
        Assert.Empty(opened);
        Assert.Empty(installed);
        Assert.Contains(TestLabels, output, StringComparison.Ordinal);
        Assert.Contains("git checkout -- data/mnist", output, StringComparison.Ordinal);
        Assert.DoesNotContain("started", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_data_file_is_named()
    {
        File.Delete(DataFile(TestLabels));

        var (exitCode, output) = await TourAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains(TestLabels, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_library_that_was_not_built_is_missed_clearly()
    {
        Directory.Delete(Path.Combine(course.Root, "lib", "bin"), recursive: true);

        var (exitCode, output) = await TourAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains("The data could not be checked.", output, StringComparison.Ordinal);
        Assert.Contains("Descent.dll", output, StringComparison.Ordinal);
    }

    private string DataFile(string name) => Path.Combine(course.Root, "data", "mnist", name);

    private KernelRegistration Registration()
    {
        var kernels = Path.Combine(course.Root, "kernels");
        return new KernelRegistration(new JupyterFolders(kernels, [kernels]));
    }

    private Task InstallAsync(CancellationToken cancellationToken)
    {
        if (installationFailsWith is { } failure)
            return Task.FromException(failure);
        installed.Add("the kernel");
        return Task.CompletedTask;
    }

    private async Task<(int ExitCode, string Output)> TourAsync()
    {
        var output = new StringWriter { NewLine = "\n" };
        var tour = new NewcomerTour(course, new KernelStep(Registration(), InstallAsync, output), opened.Add, output);
        return (await tour.RunAsync(TestContext.Current.CancellationToken), output.ToString());
    }
}
