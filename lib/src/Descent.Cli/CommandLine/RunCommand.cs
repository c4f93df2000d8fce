using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Descent.Cli.Notebooks;
using Descent.Cli.Parameters;
using Descent.Cli.Reporting;
using Descent.Cli.Running;

namespace Descent.Cli.CommandLine;

/// <summary><c>descent run</c>: executes notebooks and leaves their files alone.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var notebooks = new Argument<string[]>("NOTEBOOK")
        {
            Description = "The notebooks to run, as paths or as names of lessons. Without any: every lesson in order.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        notebooks.Validators.Add(RefuseOptions);
        var parameters = new Option<string[]>("--parameter", "-p")
        {
            Description = "Gives a variable of the cell tagged \"parameters\" another value, " +
                "for example -p learningRate=0.5. May be repeated.",
            HelpName = "name=value",
        };
        var timeout = new Option<double>("--timeout")
        {
            Description = "How many seconds one cell may run.",
            HelpName = "S",
            DefaultValueFactory = _ => RunOptions.DefaultTimeoutSeconds,
            CustomParser = ParseTimeout,
        };
        var json = new Option<string?>("--json")
        {
            Description = "Writes every output of every cell to this file.",
            HelpName = "FILE",
        };

        var command = new Command("run", "Runs notebooks, each in a process of its own, and writes nothing back.")
        {
            notebooks,
            parameters,
            timeout,
            json,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            Setting.ParseAll(parsed.GetValue(parameters) ?? []),
            NotebookSelection.Read(parsed.GetValue(notebooks) ?? []),
            new RunOptions { Timeout = TimeSpan.FromSeconds(parsed.GetValue(timeout)) },
            parsed.GetValue(json),
            parsed.InvocationConfiguration.Output,
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        IReadOnlyList<Setting> settings,
        IReadOnlyList<Notebook> notebooks,
        RunOptions options,
        string? jsonPath,
        TextWriter output,
        CancellationToken cancellationToken)
    {
        if (jsonPath is not null)
            JsonReport.RequireWritable(jsonPath);
        var result = await RunConsole.RunAsync(ParameterRewriter.Apply(notebooks, settings), options, output, cancellationToken);
        RunConsole.ShowFailures(result, output);
        if (jsonPath is not null)
            JsonReport.Write(result, jsonPath);
        output.WriteLine(result.Summary);
        return result.ExitCode;
    }

    // System.CommandLine would take a mistyped option for a notebook.
    private static void RefuseOptions(ArgumentResult argument)
    {
        foreach (var token in argument.Tokens.Where(token => token.Value.StartsWith('-')))
        {
            argument.AddError(
                $"{token.Value}: there is no such option. See descent run --help. A notebook of that name is ./{token.Value}");
        }
    }

    // System.CommandLine would read the number in the machine's culture.
    private static double ParseTimeout(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= 1_000_000)
            return seconds;
        argument.AddError($"--timeout {text}: expected a number of seconds above 0, for example --timeout 60.");
        return 0;
    }
}
