using Descent.Cli.Figures;
using Descent.Cli.Tests.Support;

namespace Descent.Cli.Tests.Figures;

public sealed class ChromiumTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_browser_on_the_path_is_found()
    {
        var program = folder.Write(OperatingSystem.IsWindows() ? "chromium.exe" : "chromium", "");

        Assert.Equal(program, Chromium.Find(null, $"{folder.File("nowhere")}{Path.PathSeparator}{folder.Path}"));
    }

    [Fact]
    public void A_browser_that_is_named_comes_first_and_one_that_does_not_exist_is_none()
    {
        var program = folder.Write("mine", "");
        folder.Write("chromium", "");

        Assert.Equal(program, Chromium.Find(program, folder.Path));
        Assert.Null(Chromium.Find(folder.File("missing"), folder.Path));
    }
}
