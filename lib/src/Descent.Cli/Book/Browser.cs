using System.ComponentModel;
using System.Diagnostics;

namespace Descent.Cli.Book;

/// <summary>Shows a page in the program that the system opens pages with.</summary>
internal static class Browser
{
    /// <returns>What opens a page, or null when nobody asked for that.</returns>
    public static Action<string>? If(bool asked, TextWriter output) => asked ? page => Open(page, output) : null;

    private static void Open(string page, TextWriter output)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(page) { UseShellExecute = true });
        }
        catch (Win32Exception exception)
        {
            output.WriteLine($"It could not be opened: {exception.Message} Open the page in a browser yourself.");
        }
    }
}
