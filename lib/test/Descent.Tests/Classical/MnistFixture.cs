namespace Descent.Tests.Classical;

/// <summary>MNIST, read once for all tests of a class from the repository's data folder.</summary>
public sealed class MnistFixture
{
    public Mnist Mnist { get; } = Mnist.Load(DataFolder());

    private static string DataFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder!.FullName, "data", "mnist")))
            folder = folder.Parent;

        return Path.Combine(folder.FullName, "data", "mnist");
    }
}
