using Descent.Cli.Reporting;
using Descent.Cli.Running;
using Notebooks.Tests.Lessons;

namespace Notebooks.Tests.Documentation;

public sealed class DocumentationTests
{
    [Theory]
    [MemberData(nameof(DocumentationFiles.Names), MemberType = typeof(DocumentationFiles))]
    public async Task CSharp_samples_run(string document)
    {
        var result = await new LessonRunner(new RunOptions())
            .RunAsync(DocumentationFiles.CSharpSamples(document), _ => { }, TestContext.Current.CancellationToken);

        Assert.True(result.Errors == 0, string.Join('\n', FailureReport.Lines(result)));
    }

    [Theory]
    [MemberData(nameof(DocumentationFiles.Names), MemberType = typeof(DocumentationFiles))]
    public void Commands_name_verbs_options_and_files_that_exist(string document) =>
        Assert.All(DocumentationFiles.Commands(document), command => Assert.Null(CommandComplaint.For(command, LessonFiles.Course.Root)));

    [Theory]
    [MemberData(nameof(DocumentationFiles.Names), MemberType = typeof(DocumentationFiles))]
    public void Links_lead_to_files_that_exist(string document)
    {
        var folder = Path.GetDirectoryName(DocumentationFiles.PathOf(document))!;

        Assert.All(DocumentationFiles.LocalLinks(document), link => Assert.True(Path.Exists(Path.Combine(folder, link)), $"{document} links to {link}"));
    }

    [Theory]
    [InlineData("dotnet run --project lib/src/Descent.Cli", null)]
    [InlineData("dotnet run --project lib/src/Descent.Cli -- run -p learningRate=0.5", null)]
    [InlineData("descent run --json out.json", null)]
    [InlineData("dotnet test --solution lib/Descent.slnx", null)]
    [InlineData("git checkout -- data/mnist", null)]
    [InlineData("descent fly", "Unrecognized command or argument 'fly'.")]
    [InlineData("dotnet run --project lib/src/Descent.Cli -- run --soon", "--soon: there is no such option. See descent run --help. A notebook of that name is ./--soon")]
    [InlineData("dotnet build lib/src/Nowhere", "lib/src/Nowhere does not exist.")]
    public void A_command_that_does_not_exist_is_found_out(string command, string? complaint) =>
        Assert.Equal(complaint, CommandComplaint.For(command, LessonFiles.Course.Root));
}
