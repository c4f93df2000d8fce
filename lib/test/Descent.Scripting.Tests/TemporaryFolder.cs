namespace Descent.Scripting.Tests;

/// <summary>A folder of a test's own. It stays the process's current one for a while, so it goes when the machine tidies up.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("descent-test-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        Environment.CurrentDirectory = System.IO.Path.GetTempPath();
        Directory.Delete(Path, recursive: true);
    }
}
