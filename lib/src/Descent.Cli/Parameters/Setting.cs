using Descent.Cli.CommandLine;

namespace Descent.Cli.Parameters;

/// <summary>One <c>-p name=value</c> of the command line.</summary>
internal sealed record Setting(string Name, string Value)
{
    /// <summary>Reads the settings in the order given; each name may stand there once.</summary>
    public static IReadOnlyList<Setting> ParseAll(IReadOnlyList<string> texts)
    {
        var settings = texts.Select(Parse).ToList();
        if (settings.GroupBy(setting => setting.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            var values = string.Join(", ", twice.Select(setting => setting.Value));
            throw new UserError($"-p {twice.Key}: expected one value, found {twice.Count()} ({values}). Keep the one you mean.");
        }

        return settings;
    }

    private static Setting Parse(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? "" : text[..equals].Trim();
        return name.Length > 0
            ? new Setting(name, text[(equals + 1)..].Trim())
            : throw new UserError($"-p {text}: expected name=value, for example -p learningRate=0.5, found \"{text}\".");
    }
}
