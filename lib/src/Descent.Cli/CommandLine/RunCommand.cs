using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Descent.Cli.Engines;
using Descent.Cli.Figures;
using Descent.Cli.Notebooks;
using Descent.Cli.Parameters;
using Descent.Cli.Reporting;
using Descent.Cli.Running;
using Descent.Cli.Saved;

namespace Descent.Cli.CommandLine;

/// <summary><c>descent run</c>: executes notebooks, and leaves their files alone unless told to write.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var notebooks = NotebooksArgument();
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
        var write = new Option<bool>("--write")
        {
            Description = "Writes the outputs into the notebooks, figures with a picture each. Needs Chromium, Chrome or Edge. For authors.",
        };
        var engine = EngineOption.Create();
        var command = new Command("run", "Runs notebooks, each in a process of its own. Without --write, writes nothing back.")
        {
            notebooks,
            parameters,
            timeout,
            json,
            write,
            engine,
        };
        command.Validators.Add(result => RefuseParametersInWriting(result, parameters, write));
        command.Validators.Add(result => RefuseEngineInWriting(result, engine, write));
        command.SetAction(async (parsed, cancellationToken) => await RunAsync(
            Setting.ParseAll(parsed.GetValue(parameters) ?? []),
            NotebookSelection.Read(parsed.GetValue(notebooks) ?? []),
            new RunOptions
            {
                Timeout = TimeSpan.FromSeconds(parsed.GetValue(timeout)),
                Engine = await EngineOption.FindAsync(parsed.GetValue(engine), cancellationToken),
            },
            parsed.GetValue(json),
            parsed.GetValue(write),
            parsed.InvocationConfiguration.Output,
            cancellationToken));
        return command;
    }

    public static Argument<string[]> NotebooksArgument()
    {
        var notebooks = new Argument<string[]>("NOTEBOOK")
        {
            Description = "The notebooks to run, as paths or as names of lessons. Without any: every lesson in order.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        notebooks.Validators.Add(RefuseOptions);
        return notebooks;
    }

    private static async Task<int> RunAsync(
        IReadOnlyList<Setting> settings,
        IReadOnlyList<Notebook> notebooks,
        RunOptions options,
        string? jsonPath,
        bool write,
        TextWriter output,
        CancellationToken cancellationToken)
    {
        if (jsonPath is not null)
            JsonReport.RequireWritable(jsonPath);
        var result = await RunConsole.RunAsync(ParameterRewriter.Apply(notebooks, settings), options, output, cancellationToken);
        RunConsole.ShowFailures(result, output);
        if (jsonPath is not null)
            JsonReport.Write(result, jsonPath);
        if (write)
            await new LessonWriter(new ChromiumPainter(CourseFolder.Find(), Chromium.Find()), output).WriteAsync(result, cancellationToken);
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

    private static void RefuseParametersInWriting(CommandResult command, Option<string[]> parameters, Option<bool> write)
    {
        if (command.GetValue(write) && command.GetValue(parameters) is { Length: > 0 })
            command.AddError("--write goes without -p: the outputs in a notebook must be those of the values that stand in it.");
    }

    private static void RefuseEngineInWriting(CommandResult command, Option<string?> engine, Option<bool> write)
    {
        if (command.GetValue(write) && command.GetResult(engine) is { Implicit: false })
            command.AddError("--write goes without --engine: the outputs in a notebook are those of the course's own kernel.");
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
