namespace Descent.Jupyter.Tests.Connection;

public sealed class ConnectionFileTests : IDisposable
{
    private const string Whole =
        """{"transport":"tcp","ip":"127.0.0.1","shell_port":1,"iopub_port":2,"stdin_port":3,"control_port":4,"hb_port":5,"key":"k","signature_scheme":"hmac-sha256","kernel_name":"x"}""";

    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void A_file_as_Jupyter_writes_it_is_read()
    {
        File.WriteAllText(path, Whole);
        Assert.Equal(new ConnectionFile("127.0.0.1", 1, 4, 2, 3, 5, "k"), ConnectionFile.Read(path));
    }

    [Theory]
    [InlineData("\"tcp\"", "\"ipc\"", "transport is \"ipc\"")]
    [InlineData("hmac-sha256", "hmac-md5", "signature_scheme is \"hmac-md5\"")]
    [InlineData("\"k\"", "\"\"", "no key")]
    [InlineData("\"key\":\"k\",", "", "no key")]
    [InlineData("\"hb_port\":5,", "", "no \"hb_port\"")]
    [InlineData("\"hb_port\":5", "\"hb_port\":70000", "from 1 to 65535 and is 70000")]
    [InlineData("\"hb_port\":5", "\"hb_port\":\"5\"", "from 1 to 65535 and is \"5\"")]
    [InlineData("\"127.0.0.1\"", "7", "should be text and is 7")]
    [InlineData("{", "", "not JSON")]
    public void A_file_with_something_wrong_is_refused_by_name(string present, string instead, string expected)
    {
        File.WriteAllText(path, Whole.Replace(present, instead, StringComparison.Ordinal));
        var message = Assert.Throws<KernelStartException>(() => ConnectionFile.Read(path)).Message;
        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.Contains(path, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.Contains("nowhere.json", Assert.Throws<KernelStartException>(() => ConnectionFile.Read("nowhere.json")).Message, StringComparison.Ordinal);
}
