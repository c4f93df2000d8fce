using System.Globalization;
using System.Net;

namespace Faults.Tests.Support;

/// <summary>What a process of this machine listens on, as Linux tells it in <c>/proc</c>.</summary>
internal static class ListeningSockets
{
    private const string Listening = "0A";

    /// <returns>Addresses with ports, such as <c>127.0.0.1:50001</c>.</returns>
    public static IReadOnlyList<string> Of(int processId)
    {
        var inodes = Directory.GetFiles($"/proc/{processId}/fd")
            .Select(descriptor => new FileInfo(descriptor).LinkTarget ?? "")
            .Where(target => target.StartsWith("socket:[", StringComparison.Ordinal))
            .Select(target => target["socket:[".Length..^1])
            .ToHashSet();
        string[] tables = ["/proc/net/tcp", "/proc/net/tcp6"];
        return
        [
            .. tables.Where(File.Exists)
                .SelectMany(table => File.ReadLines(table).Skip(1))
                .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Where(fields => fields[3] == Listening && inodes.Contains(fields[9]))
                .Select(fields => Address(fields[1])),
        ];
    }

    // Hexadecimal, each group of four bytes in the machine's own order, which is little-endian.
    private static string Address(string text)
    {
        var parts = text.Split(':');
        var bytes = Convert.FromHexString(parts[0]).Chunk(4).SelectMany(group => group.Reverse()).ToArray();
        return $"{new IPAddress(bytes)}:{int.Parse(parts[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture)}";
    }
}
