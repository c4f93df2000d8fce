namespace Descent.Scripting.Output;

/// <summary>Puts the routing writers and reader in the console's place, once per process.</summary>
internal static class ConsoleRouting
{
    private static readonly Lazy<bool> Routed = new(Route);

    public static void Install() => _ = Routed.Value;

    private static bool Route()
    {
        Console.SetOut(new RoutingWriter(Console.Out, isError: false));
        Console.SetError(new RoutingWriter(Console.Error, isError: true));
        Console.SetIn(new RoutingReader());
        return true;
    }
}
