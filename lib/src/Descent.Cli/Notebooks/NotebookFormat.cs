using Descent.Cli.CommandLine;

namespace Descent.Cli.Notebooks;

/// <summary>Tells nbformat 4 from other versions, and from JSON that is no notebook.</summary>
internal static class NotebookFormat
{
    public static void Require4(JsonField root, string label)
    {
        var version = root.Property("nbformat").RequireInteger("the notebook format's version");
        if (version == 4)
            return;

        throw new UserError(
            $"{label}: expected notebook format 4 (\"nbformat\": 4), found {version}. " +
            (version < 4
                ? $"Convert it: open and save it in Jupyter, or run: jupyter nbconvert --to notebook --inplace \"{label}\""
                : "Save it again as format 4 with the program that wrote it."));
    }
}
