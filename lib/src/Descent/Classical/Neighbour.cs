namespace Descent;

/// <summary>A training image near a query, as <see cref="KNearestNeighbors.Neighbours(ReadOnlyMemory{byte})"/> finds
/// it.</summary>
/// <param name="Index">Which training image, from 0.</param>
/// <param name="Label">The label of that image.</param>
/// <param name="SquaredDistance">‖a − b‖² between the two rows of features, an exact whole number.</param>
/// <remarks>Lesson 1, Learning from data.</remarks>
/// <example><code>Console.WriteLine(new Neighbour(Index: 7, Label: 2, SquaredDistance: 25).Distance);   // 5</code></example>
public readonly record struct Neighbour(int Index, int Label, int SquaredDistance)
{
    /// <summary>‖a − b‖² between the two rows of features, an exact whole number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, which no square is.</exception>
    public int SquaredDistance { get; init => field = Squared(value); } = Squared(SquaredDistance);

    /// <summary>‖a − b‖, in the units of a feature.</summary>
    /// <example><code>Console.WriteLine(new Neighbour(0, 2, 25).Distance);   // 5</code></example>
    public double Distance => Math.Sqrt(SquaredDistance);

    private static int Squared(int distance) => distance >= 0
        ? distance
        : throw new ArgumentOutOfRangeException(nameof(distance), $"The squared distance is {distance}, but no square is negative.");
}
