using System.Globalization;
using Descent.Cli.Worker;

namespace Descent.Cli.Engines;

/// <summary>Tells of one cell what the engine says of it, in the words of the course's own workers.</summary>
internal sealed class EngineCellRecorder(WorkerCell cell, EventWriter events)
{
    private const string TokenStart = "cell-";

    // As much as the course's own kernel takes of a cell.
    private const int MostCharacters = 10_000_000;

    private readonly List<EngineMessage.Problem> problems = [];
    private IReadOnlyDictionary<string, string>? value;
    private int characters;

    /// <summary>Names the cell to the engine.</summary>
    public string Token { get; } = string.Create(CultureInfo.InvariantCulture, $"{TokenStart}{cell.Number}");

    /// <summary>How the cell ended; null as long as it runs.</summary>
    public CellOutcome? Outcome { get; private set; }

    public void Record(EngineMessage message)
    {
        var content = message.Event;
        if (content is null)
            return;
        switch (message.EventType)
        {
            case "StandardOutputValueProduced":
                Write(message, "stdout", content.Text);
                break;
            case "StandardErrorValueProduced":
                Write(message, "stderr", content.Text);
                break;
            case "ErrorProduced":
                Write(message, "stderr", $"{content.Message}\n");
                break;
            case "DiagnosticsProduced":
                Add(message, content.Diagnostics ?? []);
                break;
            case "DisplayedValueProduced" when !EngineNotices.Include(content.Forms):
                events.Write(new WorkerEvent.Displayed(CellOf(message), content.ValueId, content.Forms));
                break;
            case "DisplayedValueUpdated":
                events.Write(new WorkerEvent.DisplayUpdated(content.ValueId ?? "", content.Forms));
                break;
            case "ReturnValueProduced":
                Return(content.Forms);
                break;
            case "CommandSucceeded" when message.Command?.Token == Token:
                Outcome = new CellOutcome.Completed(value);
                break;
            case "CommandFailed" when message.Command?.Token == Token:
                Outcome = EngineErrors.ToOutcome(cell, content.Message ?? "", problems);
                break;
        }
    }

    // The engine takes a cell apart at some directives, and each part may have a value.
    private void Return(IReadOnlyDictionary<string, string> forms)
    {
        if (value is not null)
            events.Write(new WorkerEvent.Displayed(cell.Number, null, value));
        value = forms;
    }

    // Errors are why the cell fails. All else Jupyter shows where the cell's stderr goes.
    private void Add(EngineMessage message, IReadOnlyList<EngineMessage.Problem> found)
    {
        problems.AddRange(found);
        foreach (var problem in found.Where(problem => problem.Severity is "warning" or "info"))
        {
            var (line, character) = problem.LinePositionSpan.Start;
            Write(message, "stderr", string.Create(
                CultureInfo.InvariantCulture, $"({line + 1},{character + 1}): {problem.Severity} {problem.Code}: {problem.Message}\n"));
        }
    }

    private void Write(EngineMessage message, string stream, string text)
    {
        if (characters > MostCharacters)
            return;
        characters += text.Length;
        if (characters > MostCharacters)
            text += $"\nThis cell has printed {MostCharacters.ToString("N0", CultureInfo.InvariantCulture)} characters: the rest is left out.\n";
        events.Write(new WorkerEvent.StreamWritten(CellOf(message), stream, text));
    }

    // What an earlier cell has left running may still speak.
    private int CellOf(EngineMessage message) =>
        message.Command?.Token is { } token
        && token.StartsWith(TokenStart, StringComparison.Ordinal)
        && int.TryParse(token[TokenStart.Length..].Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : cell.Number;
}
