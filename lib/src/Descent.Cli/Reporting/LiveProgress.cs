using System.Diagnostics;
using Descent.Cli.Notebooks;
using Descent.Cli.Running;
using Spectre.Console;

namespace Descent.Cli.Reporting;

/// <summary>A table that is redrawn while the lessons run: for a person at a terminal.</summary>
internal sealed class LiveProgress : IRunProgress
{
    private static readonly TimeSpan RedrawInterval = TimeSpan.FromMilliseconds(200);

    private readonly Lock changing = new();
    private readonly List<Row> rows;

    public LiveProgress(IReadOnlyList<Notebook> notebooks) =>
        rows = [.. notebooks.Select(notebook => new Row(notebook.Name, notebook.RunnableCells.Count()))];

    /// <summary>Shows the table until <paramref name="run"/> ends, and leaves its last state on the screen.</summary>
    public async Task<T> ShowAsync<T>(IAnsiConsole console, Func<Task<T>> run) => await console.Live(Draw()).StartAsync(async live =>
    {
        var running = run();
        running.Forget();
        while (await Task.WhenAny(running, Task.Delay(RedrawInterval)) != running)
            live.UpdateTarget(Draw());
        live.UpdateTarget(Draw());
        return await running;
    });

    public void LessonStarted(int lesson) => Change(lesson, row => row.Watch.Start());

    public void CellStarted(int lesson, int position) => Change(lesson, row => row.Position = position);

    public void LessonFinished(int lesson, LessonResult result) => Change(lesson, row =>
    {
        row.Watch.Stop();
        row.Errors = result.Errors;
    });

    private void Change(int lesson, Action<Row> change)
    {
        lock (changing)
            change(rows[lesson]);
    }

    private Table Draw()
    {
        var table = new Table().Border(TableBorder.Rounded)
            .AddColumn("Lesson")
            .AddColumn("State")
            .AddColumn(new TableColumn("Cell").RightAligned())
            .AddColumn(new TableColumn("Time").RightAligned());
        lock (changing)
        {
            foreach (var row in rows)
                table.AddRow(Markup.Escape(row.Name), row.State, $"{row.Position}/{row.Cells}", Markup.Escape(row.Time));
        }

        return table;
    }

    private sealed class Row(string name, int cells)
    {
        public string Name { get; } = name;

        public int Cells { get; } = cells;

        public Stopwatch Watch { get; } = new();

        public int Position { get; set; }

        public int? Errors { get; set; }

        public string State => Errors switch
        {
            null => Watch.IsRunning ? "[yellow]running[/]" : "[grey]waiting[/]",
            0 => "[green]finished[/]",
            _ => "[red]failed[/]",
        };

        public string Time => FormattableString.Invariant($"{Watch.Elapsed.TotalSeconds:F1} s");
    }
}
