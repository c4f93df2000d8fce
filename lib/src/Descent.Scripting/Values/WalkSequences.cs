using System.Collections;
using System.Globalization;
using System.Runtime.ExceptionServices;
using Microsoft.DotNet.Interactive.Formatting;

namespace Descent.Scripting.Values;

/// <content>Sequences, arrays of any shape, and memory.</content>
internal sealed partial class Walk
{
    private static bool IsGrid(Array array) => array.Rank > 1 || array.GetLowerBound(0) != 0;

    private static bool IsMemory(Type type) => type.IsGenericType
        && (type.GetGenericTypeDefinition() == typeof(Memory<>) || type.GetGenericTypeDefinition() == typeof(ReadOnlyMemory<>));

    private static int LimitFor(Type element) => element.IsPointer || element.IsFunctionPointer || element.IsByRefLike
        ? Formatter.ListExpansionLimit
        : (int)typeof(Formatter<>).MakeGenericType(element).GetProperty(nameof(Formatter<>.ListExpansionLimit))!.GetValue(null)!;

    private ShownShape.Sequence SequenceFor(Type type, TypeFacts facts, int depth) => new(TypeFacts.NameOf(type))
    {
        IsOneLine = TypeFacts.IsScalarType(facts.ElementType) || depth > levels,
        HoldsObjects = facts.ElementType == typeof(object),
        IsDictionary = facts.IsDictionary,
    };

    private void FillSequence(ShownValue shown, object value, Type type, TypeFacts facts, int depth)
    {
        var sequence = SequenceFor(type, facts, depth);
        shown.Shape = sequence;
        Enumerate(sequence, value, facts, depth);
    }

    private void Enumerate(ShownShape.Sequence sequence, object value, TypeFacts facts, int depth)
    {
        var elements = Elements.Of(facts);
        IEnumerator? enumerator = null;
        try
        {
            if (depth > levels + MostLevelsInOneLine)
            {
                endless++;
                sequence.End = Rest(sequence, elements.Count(value)) ?? "... (too deep to be shown)";
                return;
            }

            if (facts.ElementType is { IsPointer: true } or { IsFunctionPointer: true })
            {
                sequence.End = Rest(sequence, elements.Count(value));
                return;
            }

            var limit = LimitFor(facts.ElementType);
            enumerator = elements.Start(value);
            while (sequence.End is null)
            {
                showing.ThrowIfOver();
                if (sequence.Elements.Count >= limit || parts <= 0)
                {
                    sequence.End = Rest(sequence, CountOf(elements, value)) ?? (enumerator.MoveNext() ? "... (more)" : "");
                }
                else if (enumerator.MoveNext())
                {
                    var element = new ShownValue();
                    var current = elements.Current(enumerator);
                    Add(sequence.Elements, element);
                    Fill(element, current, depth + 1);
                }
                else
                {
                    sequence.End = "";
                }
            }
        }
#pragma warning disable CA1031 // Whatever a sequence throws becomes the cell's error, once what came before it has been shown.
        catch (Exception exception) when (!showing.IsOver)
#pragma warning restore CA1031
        {
            Fail(sequence, exception);
        }
        finally
        {
            Release(sequence, enumerator);
        }
    }

    private void Release(ShownShape.Sequence sequence, IEnumerator? enumerator)
    {
        try
        {
            (enumerator as IDisposable)?.Dispose();
        }
#pragma warning disable CA1031 // As above.
        catch (Exception exception) when (!showing.IsOver)
#pragma warning restore CA1031
        {
            Fail(sequence, exception);
        }
    }

    private void Fail(ShownShape.Sequence sequence, Exception exception)
    {
        showing.Failure ??= ExceptionDispatchInfo.Capture(exception);
        sequence.End = $"... ({SafeText.Of(exception)})";
    }

    private int? CountOf(Elements elements, object value)
    {
        try
        {
            return elements.Count(value);
        }
#pragma warning disable CA1031 // A count that cannot be had is not needed.
        catch (Exception) when (!showing.IsOver)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    // Null where it is not known. A collection that claims fewer than it has given is not to be believed.
    private static string? Rest(ShownShape.Sequence sequence, int? count) => (count - sequence.Elements.Count) switch
    {
        null or < 0 => null,
        0 => "",
        var left => string.Create(CultureInfo.InvariantCulture, $"... ({left} more)"),
    };

    private void FillMemory(ShownValue shown, object value, Type type, int depth)
    {
        var element = type.GenericTypeArguments[0];
        var length = (int)type.GetProperty(nameof(Memory<>.Length))!.GetValue(value)!;
        var part = type.GetMethod(nameof(Memory<>.Slice), [typeof(int), typeof(int)])!.Invoke(value, [0, Math.Min(length, LimitFor(element))])!;
        var array = (Array)type.GetMethod(nameof(Memory<>.ToArray))!.Invoke(part, null)!;
        var facts = FactsOf(array.GetType());
        var sequence = SequenceFor(type, facts, depth);
        shown.Shape = sequence;
        Enumerate(sequence, array, facts, depth);
        if (length > array.Length)
            sequence.End = Rest(sequence, length);
    }

    private void FillGrid(ShownValue shown, Array array, Type type, int depth)
    {
        var dimensions = Enumerable.Range(0, array.Rank).ToArray();
        var shape = dimensions.Select(dimension => array.GetLowerBound(dimension) == 0
            ? array.GetLength(dimension).ToString(CultureInfo.InvariantCulture)
            : $"{array.GetLowerBound(dimension)}..{array.GetUpperBound(dimension)}");
        var grid = new ShownShape.Sequence($"{TypeFacts.NameOf(type.GetElementType()!)}[{string.Join(',', shape)}]")
        {
            IsGrid = true,
            IsOneLine = depth > levels,
            First = (array.GetLowerBound(0), array.GetLowerBound(array.Rank > 1 ? 1 : 0)),
        };
        shown.Shape = grid;
        if (type.GetElementType() is { IsPointer: true } or { IsFunctionPointer: true })
            grid.End = "";
        else if (array.Rank == 1)
            FillRow(AddRow(grid), array, [], depth);
        else
            FillRow(grid, array, [], depth);
        grid.End ??= "";
    }

    private void FillRow(ShownShape.Sequence row, Array array, int[] index, int depth)
    {
        var dimension = index.Length;
        for (var at = array.GetLowerBound(dimension); row.End is null; at++)
        {
            showing.ThrowIfOver();
            if (at > array.GetUpperBound(dimension) || row.Elements.Count >= LimitFor(array.GetType().GetElementType()!) || parts <= 0)
            {
                row.End = Rest(row, array.GetLength(dimension));
            }
            else if (dimension < array.Rank - 1)
            {
                FillRow(AddRow(row), array, [.. index, at], depth);
            }
            else
            {
                var element = new ShownValue();
                Add(row.Elements, element);
                // The rows stand on one line each, and so does whatever is in them.
                Fill(element, array.GetValue([.. index, at]), Math.Max(depth, levels) + 1);
            }
        }
    }

    private ShownShape.Sequence AddRow(ShownShape.Sequence grid)
    {
        parts--;
        var row = new ShownShape.Sequence("") { IsOneLine = true };
        Add(grid.Elements, new ShownValue { Type = typeof(Array), Shape = row });
        return row;
    }
}
