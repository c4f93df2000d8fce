using System.CommandLine;
using System.CommandLine.Invocation;

namespace Descent.Cli.CommandLine;

/// <summary>Runs a command line and turns whatever goes wrong into a message and an exit code.</summary>
internal static class DescentProgram
{
    private const int Failed = 1;
    private const int Interrupted = 130;

    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter error)
    {
        // A path may begin with @; it is no file of more arguments.
        var parsed = DescentCommand.Create().Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction usageError)
            usageError.ShowHelp = false;
        try
        {
            var configuration = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false };
            // A kernel sees to signals itself: an interrupt stops a cell, not the kernel.
            if (KernelCommand.IsStart(parsed))
                configuration.ProcessTerminationTimeout = null;
            return await parsed.InvokeAsync(configuration);
        }
        catch (UserError userError)
        {
            error.WriteLine(userError.Message);
            return Failed;
        }
        catch (OperationCanceledException)
        {
            error.WriteLine("Stopped. The notebooks are as they were.");
            return Interrupted;
        }
        catch (Exception exception)
        {
            error.WriteLine(
                $"descent failed in a way that it should not: {exception.Message} " +
                "Please report this, with what follows and the command line.");
            error.WriteLine(exception);
            return Failed;
        }
    }
}
