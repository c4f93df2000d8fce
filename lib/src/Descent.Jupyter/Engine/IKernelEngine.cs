using System.Text.Json;

namespace Descent.Jupyter;

/// <summary>The language behind a kernel. The protocol knows nothing of it beyond these questions.</summary>
public interface IKernelEngine
{
    /// <summary>What front ends are told about the language.</summary>
    KernelDescription Description { get; }

    /// <summary>Runs a cell. The kernel never asks for two at once.</summary>
    /// <param name="code">The cell's source.</param>
    /// <param name="metadata">What the front end has sent of the cell's metadata, as JupyterLab does; often an object without any.</param>
    /// <param name="name">What stack traces call the cell, such as <c>cell 3</c>.</param>
    /// <param name="frontEnd">Takes the cell's outputs, also from background work after the cell has ended.</param>
    /// <param name="cancellationToken">The learner's interrupt.</param>
    /// <returns>How the cell ended, once all of its outputs have been handed over.</returns>
    Task<ExecutionResult> ExecuteAsync(string code, JsonElement metadata, string name, IFrontEnd frontEnd, CancellationToken cancellationToken);

    /// <summary>Proposes what could stand at the cursor.</summary>
    /// <param name="code">The cell's source so far.</param>
    /// <param name="cursor">The cursor's place, in UTF-16 units.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The proposals and what they would replace, in UTF-16 units.</returns>
    Task<CompletionResult> CompleteAsync(string code, int cursor, CancellationToken cancellationToken);

    /// <summary>Explains what stands at the cursor.</summary>
    /// <param name="code">The cell's source.</param>
    /// <param name="cursor">The cursor's place, in UTF-16 units.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The explanation by mime type; null when there is nothing to explain.</returns>
    Task<IReadOnlyDictionary<string, string>?> InspectAsync(string code, int cursor, CancellationToken cancellationToken);

    /// <summary>Tells whether a console should run the code or let the user type on.</summary>
    /// <param name="code">What has been typed.</param>
    /// <returns>The answer.</returns>
    Completeness IsComplete(string code);
}
