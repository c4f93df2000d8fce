using Descent.Cli.CommandLine;

return await DescentProgram.RunAsync(args, Console.Out, Console.Error);
