using Descent.Cli.Outputs;

namespace Descent.Cli.Engines;

/// <summary>
/// What the engine displays on its own account while a cell loads packages. No cell asked for it, the course's own kernel shows nothing
/// of the kind, and the lines about extensions hold paths of this machine.
/// </summary>
internal static class EngineNotices
{
    private static readonly string[] Extensions = ["Loading extensions from `", "Loading extension script from `"];

    // Three lists, of which any may be empty: where from, what is on its way, and what is there.
    private static readonly string[] Packages =
    [
        "<div><div><strong>Restore sources</strong>",
        "<div><div></div><div><strong>Installing Packages</strong>",
        "<div><div></div><div></div><div><strong>Installed Packages</strong>",
        "<div><div></div><div></div><div></div></div>",
    ];

    public static bool Include(IReadOnlyDictionary<string, string> forms) =>
        StartsWithAny(forms.GetValueOrDefault(MimeTypes.PlainText, ""), Extensions) || StartsWithAny(forms.GetValueOrDefault(MimeTypes.Html, ""), Packages);

    private static bool StartsWithAny(string text, string[] beginnings) =>
        beginnings.Any(beginning => text.StartsWith(beginning, StringComparison.Ordinal));
}
