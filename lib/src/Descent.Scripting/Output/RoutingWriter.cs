using System.Text;

namespace Descent.Scripting.Output;

/// <summary>A console writer that sends what a cell writes to that cell, and anything else to the real console.</summary>
internal sealed class RoutingWriter(TextWriter console, bool isError) : TextWriter
{
    public override Encoding Encoding => console.Encoding;

    public override void Write(char value)
    {
        if (CellSink.Current is { } sink)
            sink.Write(value.ToString(), isError);
        else
            console.Write(value);
    }

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

    public override void Write(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return;
        if (CellSink.Current is { } sink)
            sink.Write(value, isError);
        else
            console.Write(value);
    }

    public override void WriteLine(string? value) => Write(value + NewLine);

    public override void WriteLine(ReadOnlySpan<char> buffer) => Write(string.Concat(buffer, NewLine));

    public override void Flush()
    {
        if (CellSink.Current is null)
            console.Flush();
    }
}
