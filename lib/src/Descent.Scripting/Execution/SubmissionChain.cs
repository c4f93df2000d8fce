using System.Reflection;
using System.Runtime.Loader;
using Descent.Scripting.Compilation;
using Descent.Scripting.Output;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Descent.Scripting.Execution;

/// <summary>The cells that have run, and the objects that hold their variables.</summary>
internal sealed class SubmissionChain
{
    private readonly Dictionary<string, IReadOnlyList<string>> sources = [];
    private readonly HashSet<MetadataReference> references = [];

    // Compiled cells find each other here by number; the first place is for a globals object, which there is none of.
    private object?[] instances = new object?[16];
    private int executed;

    /// <summary>The compilation that the next cell continues.</summary>
    public CSharpCompilation? Latest { get; private set; }

    /// <summary>The lines of every cell, by the name that stack traces give it.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Sources => sources;

    public void AddSource(string name, CellSource source) =>
        sources[name] = [.. source.Text.Lines.Select(line => line.ToString())];

    /// <summary>
    /// Those libraries that no earlier cell was compiled against: a cell has the others from its past. Named once more, each would be
    /// bound anew to every earlier cell, which takes gigabytes after a thousand.
    /// </summary>
    public IEnumerable<MetadataReference> NewAmong(IEnumerable<MetadataReference> libraries) =>
        libraries.Where(library => !references.Contains(library));

    /// <summary>Runs a cell and formats its value. Runs on the cell's thread.</summary>
    public async Task<DisplayBundle?> ExecuteAsync(Submission submission)
    {
        if (submission.Image is not { } image)
            return null;
        if (instances.Length < executed + 2)
            Array.Resize(ref instances, instances.Length * 2);
        var assembly = AssemblyLoadContext.Default.LoadFromStream(new MemoryStream(image.Assembly), new MemoryStream(image.Symbols));
        var entry = assembly.GetType(submission.EntryType, throwOnError: true)!
            .GetMethod(submission.EntryMethod, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .CreateDelegate<Func<object?[], Task<object?>>>();
        // No ConfigureAwait(false): everything of the cell's stays on its thread.
#pragma warning disable CA2007
        var value = await entry(instances);
#pragma warning restore CA2007
        if (!submission.HasValue)
            return null;
        var shown = ValueFormatter.Format(value, []);
        if (shown.Failure is { } failure)
        {
            if (shown.HasPart)
                CellSink.Current?.Add(new CellOutput.Display(Guid.NewGuid().ToString("N"), shown.Bundle));
            failure.Throw();
        }

        return shown.Bundle;
    }

    /// <summary>Makes a cell that has begun to run the past of the next one, however it ended.</summary>
    public void Advance(Submission submission)
    {
        if (submission.Image is not null)
        {
            if (instances[executed + 1] is null)
                return;
            executed++;
        }

        Latest = submission.Compilation;
        references.UnionWith(Latest.ExternalReferences);
    }

    /// <summary>Lets go of what variables hold.</summary>
    public void Forget() => (instances, executed) = ([], 0);

    public IReadOnlyList<ScriptVariable> Variables()
    {
        var variables = new Dictionary<string, ScriptVariable>();
        for (var index = 1; index <= executed; index++)
        {
            var instance = instances[index]!;
            foreach (var field in instance.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly))
            {
                if (char.IsLetter(field.Name[0]) || field.Name[0] == '_')
                    variables[field.Name] = new ScriptVariable(field.Name, field.FieldType, field.GetValue(instance));
            }
        }

        return [.. variables.Values];
    }
}
