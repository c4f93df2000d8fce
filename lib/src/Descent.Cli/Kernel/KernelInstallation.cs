using Descent.Cli.Notebooks;

namespace Descent.Cli.Kernel;

/// <summary>Makes a copy of this program to be a kernel, registers it with VS Code and Jupyter, and says where.</summary>
internal sealed class KernelInstallation(InstalledProgram program, KernelRegistration registration, TextWriter output)
{
    public static KernelInstallation ForThisUser(TextWriter output) =>
        new(new InstalledProgram(KernelFolders.Programs), new KernelRegistration(JupyterFolders.Find()), output);

    public async Task RunAsync(CourseFolder course, CancellationToken cancellationToken)
    {
        var command = await program.InstallAsync(course, cancellationToken);
        var (name, path) = registration.Install(command);
        output.WriteLine($"The kernel .NET (C#) is registered as {name}: {path}");
        if (name != KernelRegistration.PreferredName)
            output.WriteLine($"Another program's kernel is called {KernelRegistration.PreferredName}, and stays. Choose {name} in your notebook.");
    }
}
