namespace Descent;

/// <summary>
/// Lets a notebook stop a long calculation that was given no cancellation token: a thread's interrupt only reaches it where it
/// waits, so long loops wait for no time at all now and then (about a microsecond).
/// </summary>
internal static class Interruption
{
    /// <exception cref="ThreadInterruptedException">Somebody has called <see cref="Thread.Interrupt"/> on this thread.</exception>
    public static void Check() => Thread.CurrentThread.Join(0);

    /// <summary>The same in one round of 16, for rounds that take little longer than the check.</summary>
    public static void Check(int round)
    {
        if (round % 16 == 0)
            Check();
    }
}
