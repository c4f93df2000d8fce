namespace Descent.Scripting;

/// <summary>What a <see cref="ScriptSession"/> needs to know before it runs its first cell.</summary>
public sealed record ScriptSessionOptions
{
    /// <summary>The folder that relative paths are relative to: a notebook's own. By default the process's current one.</summary>
    public string WorkingDirectory { get; init; } = Environment.CurrentDirectory;

    /// <summary>Where restored packages' answers are remembered, shared by all of a user's sessions.</summary>
    public string CacheDirectory { get; init; } = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
        "descent",
        "packages");

    /// <summary>Supplies a line to <see cref="Console.ReadLine"/>; null at the end of input. By default there is no input.</summary>
    public Func<string?> ReadLine { get; init; } = static () => null;

    /// <summary>How long a cell that was asked to stop may go on before it is reported as unstoppable; 2 s by default.</summary>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Whether the compiler is warmed up in the background before the first cell; true by default.</summary>
    public bool WarmUp { get; init; } = true;

    /// <summary>The bytes of stack that a cell has; 16 MiB by default.</summary>
    internal int StackSize { get; init; } = 16 * 1024 * 1024;
}
