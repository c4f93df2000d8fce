using Descent.Cli.Worker;

namespace Descent.Cli.Tests.Worker;

public sealed class TraceLineTests
{
    private static readonly string[] Trace =
    [
        "   at System.Linq.ThrowHelper.ThrowNoElementsException()",
        "   at Helper(Int32 x) in cell 2, line 7: return numbers.First(); // as in cell 12, line 1",
        "   at cell 12, line 3: Helper(1);",
        "   at cell 12, line 9",
    ];

    [Theory]
    [InlineData("cell 12", 3)]
    [InlineData("cell 2", 7)]
    [InlineData("cell 1", null)]
    public void The_innermost_line_of_the_cell_itself_counts(string cellName, int? line) => Assert.Equal(line, TraceLine.Find(Trace, cellName));
}
