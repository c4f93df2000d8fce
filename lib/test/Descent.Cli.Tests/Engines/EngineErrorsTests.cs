using Descent.Cli.Engines;
using Descent.Cli.Worker;
using Descent.Scripting;

namespace Descent.Cli.Tests.Engines;

public sealed class EngineErrorsTests
{
    private static readonly WorkerCell Cell = new(3, CellLanguage.CSharp, "int x = 1;\n\tint y = ;", MayFail: false);

    [Fact]
    public void Errors_of_the_compiler_count_from_1_and_show_their_line()
    {
        var failed = Assert.IsType<CellOutcome.CompilationFailed>(EngineErrors.ToOutcome(
            Cell, "(2,10): error CS1525: Invalid", [Problem("warning", "CS0168", 0, 4), Problem("error", "CS1525", 1, 9)]));

        Assert.Equal([new Diagnostic("CS1525", "about CS1525", 2, 10, "\tint y = ;")], failed.Diagnostics);
    }

    [Theory]
    [InlineData("System.Exception: a\n   at Submission#2.F()", "System.Exception", "a", "   at Submission#2.F()")]
    [InlineData("System.Exception: a\nb: c\n   at F()\n   at G()", "System.Exception", "a\nb: c", "   at F()|   at G()")]
    [InlineData("System.AggregateException: a (b)\n ---> System.Exception: b\n   --- End of inner exception stack trace ---", "System.AggregateException", "a (b)", " ---> System.Exception: b|   --- End of inner exception stack trace ---")]
    [InlineData("Submission#4+Lost: gone\r\n   at F()\r\n", "Submission#4+Lost", "gone", "   at F()|")]
    [InlineData("System.Exception\n   at F()", "System.Exception", "", "   at F()")]
    [InlineData("System.Exception: ", "System.Exception", "", "")]
    public void An_exception_is_taken_apart(string said, string type, string message, string trace)
    {
        var threw = Assert.IsType<CellOutcome.Threw>(EngineErrors.ToOutcome(Cell, said, []));

        Assert.Equal((type, message, trace), (threw.Type, threw.Message, string.Join('|', threw.Trace)));
    }

    [Fact]
    public void What_is_no_exception_is_the_engines_own_message()
    {
        const string said = "MathNet.Numerics version 4.0.0 cannot be added because version 5.0.0 was added previously.";

        var threw = Assert.IsType<CellOutcome.Threw>(EngineErrors.ToOutcome(Cell, said, []));

        Assert.Equal(("Microsoft.DotNet.Interactive", said), (threw.Type, threw.Message));
    }

    private static EngineMessage.Problem Problem(string severity, string code, int line, int character) =>
        new(new EngineMessage.Span(new EngineMessage.Position(line, character)), severity, code, $"about {code}");
}
