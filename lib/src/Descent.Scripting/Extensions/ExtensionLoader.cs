using System.Reflection;
using System.Text.RegularExpressions;
using Descent.Scripting.Execution;
using Descent.Scripting.Output;
using Descent.Scripting.Packages;
using Descent.Scripting.References;

namespace Descent.Scripting.Extensions;

/// <summary>
/// Runs what packages have for .NET Interactive to run when they are loaded. Whatever goes wrong is told below the cell and ends nothing: most
/// of a package can be used without.
/// </summary>
/// <param name="catalog">Finds the packages' libraries.</param>
/// <param name="cells">Runs them as cells are run.</param>
internal sealed partial class ExtensionLoader(AssemblyCatalog catalog, CellExecution cells)
{
    private readonly HashSet<string> loaded = [];
    private readonly Lazy<EngineHost> host = new(static () => new EngineHost());

    public async Task LoadAsync(IEnumerable<PackageExtension> extensions, CellSink sink, CancellationToken cancellation)
    {
        foreach (var extension in extensions.Where(extension => loaded.Add(extension.Folder)).ToList())
        {
            foreach (var library in extension.Libraries.Select(ExtensionLibrary.Read).ToList())
                await LoadAsync(extension, library, sink, cancellation).ConfigureAwait(false);
            if (File.Exists(extension.Script))
                await LoadScriptAsync(extension, sink, cancellation).ConfigureAwait(false);
        }
    }

    private async Task LoadAsync(PackageExtension extension, ExtensionLibrary library, CellSink sink, CancellationToken cancellation)
    {
        // Where the package has the library for cells as well, they and the extension share it.
        if (ManagedAssembly.Read(library.Path, null) is not { } assembly)
            return;
        catalog.Add(assembly);
        if (!library.MayExtend)
            return;
        var outcome = await cells.RunAsync(
            async () =>
            {
                // No ConfigureAwait(false): everything of the extension's stays on the cell's thread.
#pragma warning disable CA2007
                foreach (var (type, onLoad) in ExtensionLibrary.ExtensionsIn(Assembly.Load(assembly.Name)))
                    await (Task)onLoad.Invoke(Activator.CreateInstance(type), [library.UsesEngine ? host.Value.Kernel : null])!;
#pragma warning restore CA2007
                return null;
            },
            sink,
            cancellation).ConfigureAwait(false);
        Tell(extension, outcome is CellOutcome.Faulted faulted ? Describe(faulted.Exception) : null, sink);
    }

    private async Task LoadScriptAsync(PackageExtension extension, CellSink sink, CancellationToken cancellation)
    {
        var script = Metadata().Replace(await File.ReadAllTextAsync(extension.Script, cancellation).ConfigureAwait(false), "");
        var result = await cells
            .RunAsync(script, CellLanguage.CSharp, $"extension.dib of {extension.Package}", sink, cancellation, () => host.Value.Enter(sink))
            .ConfigureAwait(false);
        var failure = result switch
        {
            CellResult.CompilationFailed failed => failed.Diagnostics[0].ToString(),
            CellResult.Threw threw => $"{threw.Type}: {threw.Message}",
            _ => null,
        };
        Tell(extension, failure, sink);
    }

    private void Tell(PackageExtension extension, string? failure, CellSink sink)
    {
        if (failure is not null)
            Write($"The extension of {extension.Package} has failed: {failure.Replace(extension.Folder, PackageExtension.Place, StringComparison.Ordinal)}");
        if (host.IsValueCreated && host.Value.TakeAdditions() is { Count: > 0 } additions)
            Write($"The extension of {extension.Package} has added {string.Join(", ", additions)}: this kernel has no such things. What else it does holds.");

        void Write(string text) => sink.Write(text + Environment.NewLine, isError: true);
    }

    private static string Describe(Exception exception)
    {
        var cause = exception is TargetInvocationException { InnerException: { } inner } ? inner : exception;
        return $"{cause.GetType()}: {cause.Message}";
    }

    // What notebook programs write at the beginning of such a file.
    [GeneratedRegex(@"\A\s*#!meta\b.*?(?=^#!|\z)", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Metadata();
}
