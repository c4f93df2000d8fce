namespace Descent.Kernels;

/// <summary>
/// The few vector operations that the product kernels need, for one register width. A kernel written against this
/// interface is compiled once per width and, because each lane is an output of its own, gives the same bits at every width.
/// </summary>
internal interface ILanes<TVector>
    where TVector : struct
{
    /// <summary>How many doubles one vector holds.</summary>
    static abstract int Count { get; }

    /// <summary>How many vectors of one row a dense tile may hold before the registers run out.</summary>
    static abstract int TileVectors { get; }

    static abstract TVector Load(ref double source, nuint offset);

    static abstract void Store(TVector vector, ref double destination, nuint offset);

    static abstract TVector Broadcast(double value);

    /// <summary><c>left * right + sum</c>, rounded once wherever the processor has a fused multiply-add.</summary>
    static abstract TVector MultiplyAdd(TVector left, TVector right, TVector sum);
}
