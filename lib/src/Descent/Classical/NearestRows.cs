using System.Runtime.Intrinsics;

namespace Descent;

/// <summary>
/// The k nearest packed rows of some queries. Rows are met in order of their index and only a smaller distance displaces one
/// already held, so of rows equally far the lowest index wins.
/// </summary>
internal sealed class NearestRows
{
    private readonly PackedRows rows;
    private readonly ImageFeatures queries;
    private readonly int first;
    private readonly int count;
    private readonly int k;
    private readonly int[] packed;
    private readonly int[] distances;
    private readonly int[] indexes;

    /// <summary>Prepares the search for <paramref name="count"/> of the queries, from <paramref name="first"/> on.</summary>
    public NearestRows(PackedRows rows, ImageFeatures queries, int first, int count, int k)
    {
        (this.rows, this.queries, this.first, this.count, this.k) = (rows, queries, first, count, k);
        Groups = (count + IntegerProducts.GroupQueries - 1) / IntegerProducts.GroupQueries;
        packed = new int[Groups * rows.Pairs * IntegerProducts.GroupQueries];
        distances = new int[count * k];
        indexes = new int[count * k];
        Array.Fill(distances, int.MaxValue);
        for (var query = 0; query < count; query++)
            Pack(query, queries.Row(first + query).Span);
    }

    private int Groups { get; }

    /// <summary>The indexes of the rows nearest to a query, nearest first.</summary>
    public ReadOnlySpan<int> Indexes(int query) => indexes.AsSpan(query * k, k);

    /// <summary>The squared distances that go with <see cref="Indexes"/>.</summary>
    public int[] SquaredDistances(int query)
    {
        // The search leaves out the query's own length, the same for every row.
        var length = PackedRows.SquaredLength(queries.Row(first + query).Span);
        return [.. distances.Skip(query * k).Take(k).Select(distance => distance + length)];
    }

    /// <summary>Goes through all rows, panel by panel, so that a panel stays in the cache while every query meets it.</summary>
    public unsafe void Search(CancellationToken cancellation)
    {
        var products = stackalloc int[IntegerProducts.GroupQueries * IntegerProducts.PanelRows];
        fixed (byte* panels = rows.Bytes)
        fixed (int* groups = packed, lengths = rows.SquaredLengths)
        {
            for (var panel = 0; panel < rows.Panels; panel++)
            {
                cancellation.ThrowIfCancellationRequested();
                var firstRow = panel * IntegerProducts.PanelRows;
                for (var group = 0; group < Groups; group++)
                {
                    var pairs = groups + group * rows.Pairs * IntegerProducts.GroupQueries;
                    IntegerProducts.Compute(panels + (long)panel * rows.PanelLength, pairs, rows.Pairs, products);
                    var firstQuery = group * IntegerProducts.GroupQueries;
                    var lastQuery = Math.Min(firstQuery + IntegerProducts.GroupQueries, count);
                    for (var query = firstQuery; query < lastQuery; query++)
                        Keep(query, firstRow, lengths + firstRow, products + (query - firstQuery) * IntegerProducts.PanelRows);
                }
            }
        }
    }

    private void Pack(int query, ReadOnlySpan<byte> features)
    {
        var target = packed.AsSpan(query / IntegerProducts.GroupQueries * rows.Pairs * IntegerProducts.GroupQueries);
        var slot = query % IntegerProducts.GroupQueries;
        for (var column = 0; column < features.Length; column++)
            target[(column >> 1) * IntegerProducts.GroupQueries + slot] |= features[column] << ((column & 1) * 16);
    }

    /// <summary>‖b‖² − 2a·b for the panel's rows; most panels hold nothing near enough, which one comparison of vectors
    /// tells.</summary>
    private unsafe void Keep(int query, int firstRow, int* lengths, int* products)
    {
        for (var row = 0; row < IntegerProducts.PanelRows; row += 8)
        {
            var candidates = Vector256.Load(lengths + row) - (Vector256.Load(products + row) << 1);
            if (!Vector256.LessThanAny(candidates, Vector256.Create(distances[query * k + k - 1])))
                continue;

            for (var lane = 0; lane < 8; lane++)
                Insert(query, firstRow + row + lane, candidates[lane]);
        }
    }

    private void Insert(int query, int index, int distance)
    {
        var held = distances.AsSpan(query * k, k);
        var heldIndexes = indexes.AsSpan(query * k, k);
        var place = k;
        while (place > 0 && distance < held[place - 1])
        {
            if (place < k)
                (held[place], heldIndexes[place]) = (held[place - 1], heldIndexes[place - 1]);
            place--;
        }

        if (place < k)
            (held[place], heldIndexes[place]) = (distance, index);
    }
}
