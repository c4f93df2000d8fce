using Descent.Cli.CommandLine;
using Descent.Cli.Notebooks;

namespace Descent.Cli.Parameters;

/// <summary>Gives parameters other first values, in every notebook that declares them.</summary>
internal static class ParameterRewriter
{
    /// <summary>The notebooks with the settings written into their <c>parameters</c> cells.</summary>
    /// <exception cref="UserError">A name that no notebook declares, or a value that is not of the parameter's type.</exception>
    public static IReadOnlyList<Notebook> Apply(IReadOnlyList<Notebook> notebooks, IReadOnlyList<Setting> settings)
    {
        if (settings.Count == 0)
            return notebooks;

        var known = notebooks
            .Select(notebook => (notebook.Label, Names: notebook.Cells.SelectMany(ParameterCell.ParametersOf).Select(p => p.Name).ToList()))
            .ToList();
        foreach (var setting in settings.Where(setting => !known.Any(notebook => notebook.Names.Contains(setting.Name))))
            throw Unknown(setting, known);

        return [.. notebooks.Select(notebook => Apply(notebook, settings))];
    }

    private static Notebook Apply(Notebook notebook, IReadOnlyList<Setting> settings) =>
        notebook with { Cells = [.. notebook.Cells.Select(cell => Apply(notebook, cell, settings))] };

    private static NotebookCell Apply(Notebook notebook, NotebookCell cell, IReadOnlyList<Setting> settings)
    {
        var source = cell.Source;
        // From the last to the first, so that the earlier places stay where they are.
        foreach (var parameter in ParameterCell.ParametersOf(cell).OrderByDescending(parameter => parameter.Initialiser.Start))
        {
            if (settings.FirstOrDefault(setting => setting.Name == parameter.Name) is { } setting)
            {
                var span = parameter.Initialiser;
                source = source[..span.Start] + LiteralFor(notebook, cell, parameter, setting) + source[span.End..];
            }
        }

        return cell with { Source = source };
    }

    private static string LiteralFor(Notebook notebook, NotebookCell cell, Parameter parameter, Setting setting)
    {
        var place = $"-p {setting.Name}: {notebook.Label}, cell {cell.Number}, declares it as {parameter.Type}";
        if (!ParameterLiteral.Supports(parameter.Type))
        {
            throw new UserError(
                $"{place}; expected int, long, double, bool, string or an array of one of them. Change it in the notebook instead.");
        }

        return ParameterLiteral.TryCreate(setting.Value, parameter.Type)
            ?? throw new UserError($"{place}; expected a value of that type, found \"{setting.Value}\". {Example(parameter)}");
    }

    private static string Example(Parameter parameter) => parameter.Type.ToString() switch
    {
        "int" or "long" => $"Give a whole number in its range, for example -p {parameter.Name}=100.",
        "double" => $"Give a number with a decimal point, for example -p {parameter.Name}=0.5.",
        "bool" => $"Give true or false, for example -p {parameter.Name}=true.",
        _ => $"Give the elements with commas between them, for example -p {parameter.Name}=1,2,3.",
    };

    private static UserError Unknown(Setting setting, IReadOnlyList<(string Label, List<string> Names)> known)
    {
        var list = known.Select(notebook =>
            $"  {notebook.Label}: {(notebook.Names.Count > 0 ? string.Join(", ", notebook.Names) : "(none)")}");
        return new UserError(
            $"-p {setting.Name}: no notebook has a parameter of that name, so nothing was run. The names that can be set:\n" +
            string.Join('\n', list));
    }
}
