namespace Descent.Tests.EdgeNumbers;

public sealed class DecidedValuesTests
{
    public static TheoryData<int, string> Numbers => [.. DecidedValues.All.Select((value, index) => (index, $"{value}"))];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Has_the_value_that_was_decided(int index, string shown)
    {
        var decided = DecidedValues.All[index];
        Assert.True(PublicMembers.All.ContainsKey(decided.Member), $"There is no {decided.Member} any more.");
        if (decided.Error is not null)
        {
            var error = Assert.ThrowsAny<Exception>(() => decided.Call());
            Assert.True(error is ArgumentException or InvalidOperationException or TrainingDivergedException, $"{shown}: {error}");
            Assert.StartsWith(decided.Error, error.Message, StringComparison.Ordinal);
            return;
        }

        Assert.Equal(Comparable(decided.Value), Comparable(decided.Call()));
    }

    // 0 and −0 differ here, and one NaN is like another.
    private static object? Comparable(object? value) => value switch
    {
        double number => Tensor.Of(double.IsNaN(number) ? double.NaN : number),
        Tensor tensor => tensor.Map(number => double.IsNaN(number) ? double.NaN : number),
        _ => value,
    };
}
