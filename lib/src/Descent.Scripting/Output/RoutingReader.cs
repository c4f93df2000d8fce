namespace Descent.Scripting.Output;

/// <summary>A console reader that asks the host for a cell's input, and reads the real console otherwise.</summary>
internal sealed class RoutingReader : TextReader
{
    // Opened late: on a terminal, opening the console's input changes the terminal's settings.
    private readonly Lazy<TextReader> console = new(static () =>
        new StreamReader(Console.OpenStandardInput(), Console.InputEncoding, detectEncodingFromByteOrderMarks: false));

    public override string? ReadLine() => CellSink.Current is { } sink ? sink.ReadLine() : console.Value.ReadLine();

    public override int Read() => CellSink.Current is null ? console.Value.Read() : -1;

    public override int Peek() => CellSink.Current is null ? console.Value.Peek() : -1;

    public override string ReadToEnd() => CellSink.Current is null ? console.Value.ReadToEnd() : "";
}
