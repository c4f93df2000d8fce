using System.Diagnostics;
using System.Globalization;

namespace Descent.Cli.Kernel;

/// <summary>Ends a kernel whose Jupyter server has died, which would otherwise stay for ever. Jupyter names itself in a variable.</summary>
internal static class FrontEndWatch
{
    private const string ParentVariable = "JPY_PARENT_PID";
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    public static void Start(Action onGone)
    {
        if (!int.TryParse(Environment.GetEnvironmentVariable(ParentVariable), CultureInfo.InvariantCulture, out var id) || !IsAlive(id))
            return;
        new Thread(() => Watch(id, onGone)) { IsBackground = true, Name = "Front end watch" }.Start();
    }

    private static void Watch(int id, Action onGone)
    {
        while (IsAlive(id))
            Thread.Sleep(LookEvery);
        onGone();
    }

    private static bool IsAlive(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
        catch (Exception exception) when (exception is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            // It is there, though it belongs to somebody else.
            return true;
        }
    }
}
