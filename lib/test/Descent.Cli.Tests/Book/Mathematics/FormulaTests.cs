using Descent.Cli.Book.Mathematics;

namespace Descent.Cli.Tests.Book.Mathematics;

public sealed class FormulaTests
{
    [Theory]
    [InlineData("x", "<mi>x</mi>")]
    [InlineData(@"\eta", "<mi>η</mi>")]
    [InlineData(@"\Delta", "<mi mathvariant=\"normal\">Δ</mi>")]
    [InlineData(@"\mathbf{x}", "<mi>𝐱</mi>")]
    [InlineData(@"\mathsf T", "<mi>𝖳</mi>")]
    [InlineData(@"\mathrm{softmax}", "<mi>softmax</mi>")]
    [InlineData(@"\mathrm{d}", "<mi mathvariant=\"normal\">d</mi>")]
    [InlineData(@"\text{error of }", "<mtext>error\u00a0of\u00a0</mtext>")]
    public void Letters_and_words(string latex, string expected) => Assert.Equal(expected, Inline(latex));

    [Theory]
    [InlineData("0.0975", "<mn>0.0975</mn>")]
    [InlineData("39{,}760", "<mn>39,760</mn>")]
    [InlineData("1, 2", "<mn>1</mn><mo>,</mo><mn>2</mn>")]
    [InlineData("2x", "<mn>2</mn><mi>x</mi>")]
    public void Numbers(string latex, string expected) => Assert.Equal(expected, Inline(latex));

    [Theory]
    [InlineData("a - b", "<mi>a</mi><mo>−</mo><mi>b</mi>")]
    [InlineData("-b", "<mo form=\"prefix\">−</mo><mi>b</mi>")]
    [InlineData("a = -b", "<mi>a</mi><mo>=</mo><mo form=\"prefix\">−</mo><mi>b</mi>")]
    [InlineData("(-3, 4)", "<mo stretchy=\"false\">(</mo><mo form=\"prefix\">−</mo><mn>3</mn><mo>,</mo><mn>4</mn><mo stretchy=\"false\">)</mo>")]
    [InlineData("x^{-1}", "<msup><mi>x</mi><mrow><mo form=\"prefix\">−</mo><mn>1</mn></mrow></msup>")]
    [InlineData(@"\pm h", "<mo form=\"prefix\">±</mo><mi>h</mi>")]
    [InlineData("a < b", "<mi>a</mi><mo>&lt;</mo><mi>b</mi>")]
    [InlineData(@"X \odot Y", "<mi>X</mi><mo>⊙</mo><mi>Y</mi>")]
    [InlineData("a/b", "<mi>a</mi><mo lspace=\"0\" rspace=\"0\">/</mo><mi>b</mi>")]
    [InlineData(@"a \qquad b", "<mi>a</mi><mspace width=\"2em\" /><mi>b</mi>")]
    public void Signs_and_operators(string latex, string expected) => Assert.Equal(expected, Inline(latex));

    [Theory]
    [InlineData("x_0", "<msub><mi>x</mi><mn>0</mn></msub>")]
    [InlineData("x^10", "<msup><mi>x</mi><mn>1</mn></msup><mn>0</mn>")]
    [InlineData("x_0^2", "<msubsup><mi>x</mi><mn>0</mn><mn>2</mn></msubsup>")]
    [InlineData("x^2_0", "<msubsup><mi>x</mi><mn>0</mn><mn>2</mn></msubsup>")]
    [InlineData("y_{nk}", "<msub><mi>y</mi><mrow><mi>n</mi><mi>k</mi></mrow></msub>")]
    [InlineData(@"\min_\theta", "<munder><mo movablelimits=\"true\" lspace=\"0\" rspace=\"0\">min</mo><mi>θ</mi></munder>")]
    [InlineData("f''(x)", "<msup><mi>f</mi><mo>″</mo></msup><mo stretchy=\"false\">(</mo><mi>x</mi><mo stretchy=\"false\">)</mo>")]
    [InlineData(@"\sum_{n=1}^{N} a",
        "<munderover><mo movablelimits=\"true\">∑</mo><mrow><mi>n</mi><mo>=</mo><mn>1</mn></mrow><mi>N</mi></munderover><mi>a</mi>")]
    [InlineData(@"\underbrace{h}_{\text{error}}", "<munder><munder><mi>h</mi><mo>⏟</mo></munder><mtext>error</mtext></munder>")]
    public void What_is_raised_and_lowered(string latex, string expected) => Assert.Equal(expected, Inline(latex));

    [Theory]
    [InlineData(@"\frac{a}{b}", "<mfrac><mi>a</mi><mi>b</mi></mfrac>")]
    [InlineData(@"\tfrac12 x", "<mstyle displaystyle=\"false\" scriptlevel=\"0\"><mfrac><mn>1</mn><mn>2</mn></mfrac></mstyle><mi>x</mi>")]
    [InlineData(@"\dfrac{a}{2}", "<mstyle displaystyle=\"true\" scriptlevel=\"0\"><mfrac><mi>a</mi><mn>2</mn></mfrac></mstyle>")]
    [InlineData(@"\sqrt 2", "<msqrt><mn>2</mn></msqrt>")]
    [InlineData(@"\sqrt[3]{x}", "<mroot><mi>x</mi><mn>3</mn></mroot>")]
    public void Fractions_and_roots(string latex, string expected) => Assert.Equal(expected, Inline(latex));

    [Theory]
    [InlineData(@"a \ln x", "<mi>a</mi><mspace width=\"0.1667em\" /><mi>ln</mi><mspace width=\"0.1667em\" /><mi>x</mi>")]
    [InlineData(@"-\ln(x)", "<mo form=\"prefix\">−</mo><mi>ln</mi><mo stretchy=\"false\">(</mo><mi>x</mi><mo stretchy=\"false\">)</mo>")]
    [InlineData(@"\arg\min", "<mi>arg</mi><mspace width=\"0.1667em\" /><mo movablelimits=\"true\" lspace=\"0\" rspace=\"0\">min</mo>")]
    public void Functions_keep_the_distance_that_they_need(string latex, string expected) => Assert.Equal(expected, Inline(latex));

    [Theory]
    [InlineData("|x|^2", "<mo stretchy=\"false\" form=\"prefix\">|</mo><mi>x</mi><msup><mo stretchy=\"false\" form=\"postfix\">|</mo><mn>2</mn></msup>")]
    [InlineData(@"\|g\|", "<mo stretchy=\"false\" form=\"prefix\">‖</mo><mi>g</mi><mo stretchy=\"false\" form=\"postfix\">‖</mo>")]
    [InlineData(@"\lVert g\rVert", "<mo stretchy=\"false\">‖</mo><mi>g</mi><mo stretchy=\"false\">‖</mo>")]
    [InlineData(@"\left(a\right)^2",
        "<msup><mrow><mo stretchy=\"true\" form=\"prefix\">(</mo><mi>a</mi><mo stretchy=\"true\" form=\"postfix\">)</mo></mrow><mn>2</mn></msup>")]
    [InlineData(@"\left. a\right|", "<mrow><mi>a</mi><mo stretchy=\"true\" form=\"postfix\">|</mo></mrow>")]
    [InlineData(@"\big(a", "<mo stretchy=\"true\" minsize=\"1.2em\" maxsize=\"1.2em\">(</mo><mi>a</mi>")]
    public void Delimiters(string latex, string expected) => Assert.Equal(expected, Inline(latex));

    [Fact]
    public void A_matrix() => Assert.Equal(
        "<mrow><mo stretchy=\"true\" form=\"prefix\">(</mo><mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr>" +
        "<mtr><mtd><mi>c</mi></mtd><mtd><mo form=\"prefix\">−</mo><mi>d</mi></mtd></mtr></mtable><mo stretchy=\"true\" form=\"postfix\">)</mo></mrow>",
        Inline(@"\begin{pmatrix} a & b \\ c & -d \end{pmatrix}"));

    [Fact]
    public void Aligned_lines_meet_at_the_mark() => Assert.Equal(
        "<mtable displaystyle=\"true\"><mtr>" +
        "<mtd style=\"text-align:right;padding-left:0;padding-right:0\"><mi>a</mi></mtd>" +
        "<mtd style=\"text-align:left;padding-left:0;padding-right:0\"><mo>=</mo><mi>b</mi></mtd>" +
        "<mtd style=\"text-align:right;padding-left:1em;padding-right:0\" />" +
        "<mtd style=\"text-align:left;padding-left:0;padding-right:0\"><mtext>why</mtext></mtd></mtr></mtable>",
        Inline(@"\begin{aligned} a &= b &&\text{why} \end{aligned}"));

    [Fact]
    public void A_displayed_formula_stands_on_a_line_of_its_own() =>
        Assert.Equal("<math display=\"block\"><mi>x</mi></math>", Formula.ToMathMl("x", display: true));

    [Theory]
    [InlineData(@"\frac{a}{\foo}", @"\foo is no command that the book knows, at character 10")]
    [InlineData(@"\frac{a}", "found the end where something else was expected, at character 9")]
    [InlineData("{a", "the brace is never closed, at character 1")]
    [InlineData("a}", "found } where something else was expected, at character 2")]
    [InlineData("a & b", "found & where something else was expected, at character 3")]
    [InlineData("^2", "^ is no sign that the book knows here, at character 1")]
    [InlineData("x_1_2", "a second _ needs braces around the first, at character 4")]
    [InlineData("#", "# is no sign that the book knows here, at character 1")]
    [InlineData(@"\left( a", @"\left has no \right, at character 1")]
    [InlineData(@"\left x a \right)", "x is no delimiter, at character 7")]
    [InlineData(@"\sqrt[3 x", "found the end where something else was expected, at character 10")]
    [InlineData(@"\text{a \frac}", @"\text needs plain words in braces, at character 1")]
    [InlineData(@"\mathbf{\eta}", @"\mathbf needs one letter, or letters in braces, at character 1")]
    [InlineData(@"\begin{cases} a \end{cases}", @"\begin{cases} is no environment that the book knows, at character 1")]
    [InlineData(@"\begin{pmatrix} a", @"\begin{pmatrix} has no \end, at character 1")]
    [InlineData(@"\begin{pmatrix} a \end{aligned}", @"expected \end{pmatrix}, found \end{aligned}, at character 19")]
    [InlineData("\\", "expected a command after the backslash, at character 1")]
    public void A_formula_that_cannot_be_read_says_why_and_where(string latex, string message) =>
        Assert.Equal(message, Assert.Throws<FormulaException>(() => Inline(latex)).Message);

    [Fact]
    public void No_text_of_a_formula_becomes_markup() =>
        Assert.Equal("<mtext>&lt;script&gt;</mtext>", Inline(@"\text{<script>}"));

    private static string Inline(string latex)
    {
        var math = Formula.ToMathMl(latex, display: false);
        Assert.StartsWith("<math>", math, StringComparison.Ordinal);
        return math["<math>".Length..^"</math>".Length];
    }
}
