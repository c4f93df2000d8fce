namespace Descent.Cli.Kernel;

/// <summary>Where this program keeps what belongs to its kernels, in the user's own data folder.</summary>
internal static class KernelFolders
{
    private static string Root { get; } = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
        "descent");

    /// <summary>One log file for each kernel.</summary>
    public static string Logs { get; } = Path.Combine(Root, "logs");

    /// <summary>A note for each kernel that runs a cell.</summary>
    public static string Notes { get; } = Path.Combine(Root, "running");

    /// <summary>The installed programs that kernelspecs start: a folder for each installation.</summary>
    public static string Programs { get; } = Path.Combine(Root, "kernel");
}
