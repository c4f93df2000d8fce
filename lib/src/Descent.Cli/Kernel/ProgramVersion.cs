namespace Descent.Cli.Kernel;

/// <summary>This program's version.</summary>
internal static class ProgramVersion
{
    public static string Current { get; } = typeof(ProgramVersion).Assembly.GetName().Version!.ToString(3);
}
