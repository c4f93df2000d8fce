using System.ComponentModel;
using System.Diagnostics;

namespace Descent.Cli.Book;

/// <summary>Shows a page in the program that the system opens pages with.</summary>
internal static class Browser
{
    public static void Open(string page, TextWriter output)
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
