using Descent.Cli.CommandLine;
using Descent.Cli.Kernel;

namespace Descent.Cli.Newcomer;

/// <summary>Gives VS Code and Jupyter the kernel, unless they have it. Without one, everything else of the tour still holds.</summary>
/// <param name="registration">Knows which kernels are registered.</param>
/// <param name="install">Makes the kernel and registers it.</param>
/// <param name="output">Takes what there is to say.</param>
internal sealed class KernelStep(KernelRegistration registration, Func<CancellationToken, Task> install, TextWriter output)
{
    private const string Command = "dotnet run --project lib/src/Descent.Cli -- kernel install";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (registration.FindPresent() is { } path)
        {
            output.WriteLine($"The kernel .NET (C#) {ProgramVersion.Current} is registered with VS Code and Jupyter: {path}");
            output.WriteLine($"To make it anew after an update of the course: {Command}");
            return;
        }

        output.WriteLine("Making the C# kernel for VS Code and Jupyter, which takes a few minutes, once.");
        try
        {
            await install(cancellationToken);
        }
        catch (Exception exception) when (exception is UserError or IOException or UnauthorizedAccessException)
        {
            output.WriteLine($"VS Code and Jupyter have no kernel for the lessons yet. {exception.Message}");
            output.WriteLine($"Nothing else needs one. To try again: {Command}");
        }
    }
}
