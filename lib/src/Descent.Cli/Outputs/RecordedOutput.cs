namespace Descent.Cli.Outputs;

/// <summary>One output of a cell, of the four kinds that nbformat knows.</summary>
internal abstract record RecordedOutput
{
    private RecordedOutput()
    {
    }

    /// <summary>Text that the cell wrote to <c>stdout</c> or <c>stderr</c>.</summary>
    public sealed record Stream(string Name, string Text) : RecordedOutput;

    /// <summary>A value in several forms, by mime type.</summary>
    public abstract record Bundle(IReadOnlyDictionary<string, string> Data) : RecordedOutput
    {
        /// <summary>The hash of the figure that the picture among the forms was drawn from; null when it was drawn from none.</summary>
        public string? PictureOf { get; init; }

        /// <summary>The figure, as JSON for plotly.js; null when the value is none.</summary>
        public string? Figure => Data.GetValueOrDefault(MimeTypes.Plotly);
    }

    /// <summary>Something that the cell displayed.</summary>
    public sealed record DisplayData(IReadOnlyDictionary<string, string> Data) : Bundle(Data);

    /// <summary>The value of the cell's last expression.</summary>
    public sealed record ExecuteResult(IReadOnlyDictionary<string, string> Data) : Bundle(Data);

    /// <summary>Why the cell failed.</summary>
    public sealed record Error(string Name, string Message, IReadOnlyList<string> Trace) : RecordedOutput;
}
