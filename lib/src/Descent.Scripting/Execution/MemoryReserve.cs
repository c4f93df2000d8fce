using System.Globalization;

namespace Descent.Scripting.Execution;

/// <summary>
/// Memory that is held back until a cell has used up all that the process may take, and let go then: without it nothing could be
/// reported, and no later cell could run that frees the rest.
/// </summary>
internal static class MemoryReserve
{
    private const int LargePiece = 64 * 1024 * 1024;

    // The collector keeps small objects and large ones in regions of different kinds, and turns none of the one kind into one of the other
    // in time: what reports the end is made of small ones. 64 pieces of 64 KB are one region.
    private const int SmallPiece = 64 * 1024;
    private const int SmallPieces = 64;

    private static readonly Lazy<bool> Watched = new(Watch);
    private static volatile byte[][]? held;
    private static volatile bool ranOut;

    /// <summary>Before each cell: holds the reserve, anew if it was let go. A heap that has no room for it goes without.</summary>
    public static void Hold()
    {
        _ = Watched.Value;
        if (ranOut)
            GiveBack();
        try
        {
            held ??= Pieces();
        }
        catch (OutOfMemoryException)
        {
            // The cells still hold what they took.
        }
    }

    /// <summary>What to tell a learner whose cell ran out of memory.</summary>
    public static string Advice() => string.Create(
        CultureInfo.InvariantCulture,
        $"Cells may hold {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9:F1} GB on this machine in all. Set large variables to null, or restart the kernel.");

    private static byte[][] Pieces()
    {
        var pieces = new byte[1 + SmallPieces][];
        pieces[0] = Piece(LargePiece);
        for (var index = 1; index < pieces.Length; index++)
            pieces[index] = Piece(SmallPiece);
        return pieces;
    }

    // Nobody writes to it, so that it takes up no more of the machine than a number in the process's account.
    private static byte[] Piece(int size) => GC.AllocateUninitializedArray<byte>(size);

    // What cells have freed stays in the process's account, in pieces that nothing large fits into, until the collector is told to
    // give it back.
    private static void GiveBack()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var memory = GC.GetGCMemoryInfo();
        ranOut = memory.TotalCommittedBytes > memory.TotalAvailableMemoryBytes / 2;
    }

    private static bool Watch()
    {
        AppDomain.CurrentDomain.FirstChanceException += static (_, raised) =>
        {
            if (raised.Exception is OutOfMemoryException)
                (held, ranOut) = (null, true);
        };
        return true;
    }
}
