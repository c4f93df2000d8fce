using Descent.Scripting;

namespace Descent.Cli.Notebooks;

/// <summary>What a cell holds.</summary>
internal enum CellKind
{
    Code,
    Markdown,
    Raw,
}

/// <summary>One cell of a notebook.</summary>
/// <param name="Number">The cell's place among all cells of its notebook, as a person counts: the first is 1.</param>
/// <param name="Id">The cell's id, which nbformat asks for since 4.5.</param>
/// <param name="Kind">What the cell holds.</param>
/// <param name="Source">The cell's text, with its lines joined.</param>
/// <param name="Tags">The tags in the cell's metadata, often none.</param>
internal sealed record NotebookCell(int Number, string? Id, CellKind Kind, string Source, IReadOnlyList<string> Tags)
{
    /// <summary>Marks the cell that holds a lesson's hyperparameters.</summary>
    public const string ParametersTag = "parameters";

    /// <summary>Marks a cell that fails on purpose: Jupyter's own name for it.</summary>
    public const string RaisesExceptionTag = "raises-exception";

    /// <summary>Marks a cell whose outputs hold timings or chance: no two runs show the same.</summary>
    public const string VariesTag = "varies";

    /// <summary>What a code cell is written in, up to the first line in it that says something else.</summary>
    public CellLanguage Language { get; init; }

    /// <summary>Whether running the notebook runs this cell. Blank code cells do nothing, so they do not count.</summary>
    public bool Runs => Kind == CellKind.Code && !string.IsNullOrWhiteSpace(Source);
}
