using System.Diagnostics;

namespace Descent.Notebooks.Tests.Engines;

/// <summary>Starts the program that stands in for an engine, in a folder of its own with what that engine brings.</summary>
internal static class StandIn
{
    /// <summary>Far more than it takes, also on a machine with much else to do.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <param name="brought">The folder of the FSharp.Core that the engine brings; null for an engine without one.</param>
    /// <param name="situation">What happens in it, as its program spells it.</param>
    /// <returns>The lines that it has written.</returns>
    public static async Task<string[]> RunAsync(string? brought, string situation)
    {
        var engine = Directory.CreateTempSubdirectory("descent-engine-");
        try
        {
            foreach (var file in (string[])["EngineStandIn.dll", "EngineStandIn.runtimeconfig.json"])
                File.Copy(Beside(file), Path.Combine(engine.FullName, file));
            if (brought is not null)
                File.Copy(Beside(brought, "FSharp.Core.dll"), Path.Combine(engine.FullName, "FSharp.Core.dll"));
            string[] libraries = situation == "packed" ? [Package(engine)] : [];
            return await LinesAsync([Path.Combine(engine.FullName, "EngineStandIn.dll"), AppContext.BaseDirectory, situation, .. libraries]);
        }
        finally
        {
            engine.Delete(recursive: true);
        }
    }

    /// <summary>The library as it lies in its package: what the bridge needs is one folder below.</summary>
    private static string Package(DirectoryInfo engine)
    {
        var package = engine.CreateSubdirectory("package");
        var bridge = package.CreateSubdirectory("FSharpBridge");
        File.Copy(Beside("Descent.Notebooks.dll"), Path.Combine(package.FullName, "Descent.Notebooks.dll"));
        foreach (var file in (string[])["FSharp.Core.dll", "Giraffe.ViewEngine.dll"])
            File.Copy(Beside(file), Path.Combine(bridge.FullName, file));
        return package.FullName;
    }

    private static async Task<string[]> LinesAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", ["exec", .. arguments]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            Assert.Fail($"The engine did not end within {Patience.TotalMinutes} minutes. It wrote:\n{await output}");
        }

        var lines = (await output).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        Assert.True(process.ExitCode == 0, $"The engine ended with exit code {process.ExitCode}. It wrote:\n{string.Join('\n', lines)}");
        return lines;
    }

    private static string Beside(params string[] parts) => Path.Combine([AppContext.BaseDirectory, .. parts]);
}
