using Descent.Cli.CommandLine;
using Descent.Cli.Figures;
using Descent.Cli.Notebooks;
using Descent.Cli.Running;

namespace Descent.Cli.Saved;

/// <summary>Writes what a run showed into the notebooks. All pictures are drawn before the first file is written.</summary>
internal sealed class LessonWriter(IFigurePainter painter, TextWriter output)
{
    /// <summary>Writes each lesson that ran without an error, and says what became of each.</summary>
    public async Task WriteAsync(RunResult result, CancellationToken cancellationToken)
    {
        var lessons = result.Lessons.Where(lesson => lesson.Errors == 0).Select(Prepare).ToList();
        await DrawAsync([.. lessons.Select(lesson => lesson.Update)], cancellationToken);
        foreach (var (notebook, old, update) in lessons)
            Write(notebook, old, update.ToSavedLesson());
        foreach (var failed in result.Lessons.Where(lesson => lesson.Errors > 0))
            output.WriteLine($"{failed.Notebook.Label} keeps its old outputs, since it failed.");
    }

    private static (Notebook Notebook, byte[] Old, LessonUpdate Update) Prepare(LessonResult result)
    {
        var notebook = result.Notebook;
        var old = NotebookFile.ReadBytes(notebook.Path, notebook.Label);
        RequireSameCells(notebook);
        return (notebook, old, new LessonUpdate(SavedLessonReader.Parse(notebook, old), result));
    }

    // Somebody may have saved the notebook while it ran.
    private static void RequireSameCells(Notebook notebook)
    {
        var now = NotebookReader.Read(notebook.Path, notebook.Label);
        if (!now.Cells.Select(cell => (cell.Kind, cell.Source)).SequenceEqual(notebook.Cells.Select(cell => (cell.Kind, cell.Source))))
        {
            throw new UserError(
                $"{notebook.Label} was changed while it ran, so that its outputs belong to other code. Nothing was written. Run it again.");
        }
    }

    private async Task DrawAsync(IReadOnlyList<LessonUpdate> updates, CancellationToken cancellationToken)
    {
        var figures = updates.SelectMany(update => update.Undrawn.Select(figure => (Update: update, Figure: figure))).ToList();
        if (figures.Count == 0)
            return;
        output.WriteLine($"Drawing {figures.Count} figures that have changed.");
        var pictures = await painter.DrawAsync([.. figures.Select(item => item.Figure)], cancellationToken);
        foreach (var ((update, figure), picture) in figures.Zip(pictures))
            update.AddPicture(figure.Json, picture);
    }

    private void Write(Notebook notebook, byte[] old, SavedLesson lesson)
    {
        try
        {
            var content = NotebookRewriter.Rewrite(old, notebook.Label, lesson.Cells);
            var changed = WriteIfChanged(notebook.Path, old, content);
            foreach (var (path, picture) in PublishedPictures.Of(lesson))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                changed |= WriteIfChanged(path, File.Exists(path) ? File.ReadAllBytes(path) : [], picture);
            }

            output.WriteLine($"{notebook.Label} {(changed ? "is written" : "holds these outputs already")}.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"{notebook.Label} was not written: {exception.Message} It is as it was. Make room, or allow writing, and try again.");
        }
    }

    private static bool WriteIfChanged(string path, byte[] old, byte[] content)
    {
        if (old.AsSpan().SequenceEqual(content))
            return false;
        AtomicFile.Write(path, content);
        return true;
    }
}
