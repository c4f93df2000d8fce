using Descent.Cli.Engines;

namespace Descent.Cli.Tests.Engines;

public sealed class EngineNoticesTests
{
    [Theory]
    [InlineData("text/plain", "Loading extensions from `/packages/plotly.net.interactive/6.0.0/x.dll`")]
    [InlineData("text/plain", "Loading extension script from `/packages/a/extension.dib`")]
    [InlineData("text/html", "<div><div></div><div><strong>Installing Packages</strong><ul><li><span>A</span></li></ul></div><div></div></div>")]
    [InlineData("text/html", "<div><div></div><div></div><div><strong>Installed Packages</strong><ul><li><span>A, 1.0.0</span></li></ul></div></div>")]
    [InlineData("text/html", "<div><div><strong>Restore sources</strong><ul><li><span>here</span></li></ul></div><div></div><div></div></div>")]
    [InlineData("text/html", "<div><div></div><div></div><div></div></div>")]
    public void The_engines_own_are_known(string mimeType, string text) => Assert.True(EngineNotices.Include(Forms(mimeType, text)));

    [Theory]
    [InlineData("text/plain", "Loading extensions")]
    [InlineData("text/plain", "I am Loading extensions from `here`")]
    [InlineData("text/html", "Loading extensions from `here`")]
    [InlineData("text/html", "<p><strong>Installed Packages</strong></p>")]
    [InlineData("text/html", "<div><div></div></div>")]
    public void A_cells_are_not(string mimeType, string text) => Assert.False(EngineNotices.Include(Forms(mimeType, text)));

    private static Dictionary<string, string> Forms(string mimeType, string text) => new() { [mimeType] = text };
}
