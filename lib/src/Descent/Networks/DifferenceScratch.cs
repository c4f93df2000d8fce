using Descent.Kernels;

namespace Descent;

/// <summary>One thread's buffers for <see cref="CentralDifference"/>.</summary>
internal sealed class DifferenceScratch : IDisposable
{
    private readonly AlignedBuffer sums = new();
    private readonly AlignedBuffer steps = new();
    private readonly AlignedBuffer moves = new();
    private readonly AlignedBuffer divisors = new();
    private readonly AlignedBuffer powers = new();

    public Span<double> Sums(int length) => Take(sums, length);

    public Span<double> Steps(int length) => Take(steps, length);

    public Span<double> Moves(int length) => Take(moves, length);

    public Span<double> Divisors(int length) => Take(divisors, length);

    public Span<double> Powers(int length) => Take(powers, length);

    public void Dispose()
    {
        sums.Dispose();
        steps.Dispose();
        moves.Dispose();
        divisors.Dispose();
        powers.Dispose();
    }

    private static Span<double> Take(AlignedBuffer buffer, int length)
    {
        buffer.Reserve(length);
        return buffer.Span[..length];
    }
}
