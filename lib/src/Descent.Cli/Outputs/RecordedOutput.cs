namespace Descent.Cli.Outputs;

/// <summary>One output of a cell, of the four kinds that nbformat knows.</summary>
internal abstract record RecordedOutput
{
    private RecordedOutput()
    {
    }

    /// <summary>Text that the cell wrote to <c>stdout</c> or <c>stderr</c>.</summary>
    public sealed record Stream(string Name, string Text) : RecordedOutput;

    /// <summary>Something that the cell displayed, by mime type.</summary>
    public sealed record DisplayData(IReadOnlyDictionary<string, string> Data) : RecordedOutput;

    /// <summary>The value of the cell's last expression, by mime type.</summary>
    public sealed record ExecuteResult(IReadOnlyDictionary<string, string> Data) : RecordedOutput;

    /// <summary>Why the cell failed.</summary>
    public sealed record Error(string Name, string Message, IReadOnlyList<string> Trace) : RecordedOutput;
}
