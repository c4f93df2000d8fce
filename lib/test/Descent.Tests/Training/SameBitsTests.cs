using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Descent.Tests.Data;

namespace Descent.Tests.Training;

/// <summary>
/// Trains in a second process with other hardware settings and compares the weights' hashes. The second process is this
/// test program too, told by a variable to write down its hash.
/// </summary>
public class SameBitsTests
{
    private const string HashFile = "DESCENT_TEST_HASH_FILE";

    [Theory]
    [InlineData("DOTNET_EnableAVX512", "0")]
    [InlineData("DOTNET_PROCESSOR_COUNT", "1")]
    public async Task Weights_after_fifty_steps_have_the_same_bits(string variable, string value)
    {
        var file = Path.GetTempFileName();
        var program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Descent.Tests.exe" : "Descent.Tests");
        var start = new ProcessStartInfo(program, ["-method", $"{typeof(SameBitsTests).FullName}.{nameof(Hash_of_the_weights_can_be_written_down)}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("TESTINGPLATFORM", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment[HashFile] = file;
        start.Environment[variable] = value;

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        var found = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        File.Delete(file);

        Assert.True(found.Length > 0, $"The second process wrote no hash.\n{await output}\n{await errors}");
        Assert.Equal(Hash(), found);
    }

    [Fact]
    public void Hash_of_the_weights_can_be_written_down()
    {
        var hash = Hash();
        if (Environment.GetEnvironmentVariable(HashFile) is { } file)
            File.WriteAllText(file, hash);
        Assert.Equal(64, hash.Length);
    }

    private static string Hash()
    {
        var start = TwoLayerNetwork.Random(784, 50, 10, seed: 1);
        var images = Digits.Mnist.Train.Take(2_000);
        var (network, history) = Sgd.Train(start, images, null, new SgdOptions { Steps = 50, EvaluateEvery = 10 });
        var odd = Sgd.Train(TwoLayerNetwork.Random(784, 13, 10, seed: 2), images, null, new SgdOptions { Steps = 5, BatchSize = 7 }).Network;
        var numerical = network.NumericalGradient(images.Pixels(..9), images.Take(9).Labels);

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var tensor in new[] { network.W1, network.B1, network.W2, network.B2, odd.W1, odd.W2, numerical.W1, numerical.B1, numerical.W2, numerical.B2 })
            hash.AppendData(MemoryMarshal.AsBytes(tensor.AsSpan()));
        hash.AppendData(MemoryMarshal.AsBytes<double>([.. history.Losses, .. history.Evaluations.Select(evaluation => evaluation.TrainAccuracy)]));
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
