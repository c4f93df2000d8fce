using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using Descent.Tests.Data;

namespace Descent.Tests.Training;

/// <summary>
/// Computes in a second process with other settings of the runtime and compares the results. The second process is this test
/// program too, told by a variable where to write its numbers.
/// </summary>
public class SameBitsTests
{
    private const string NumbersFile = "DESCENT_TEST_NUMBERS_FILE";

    private static readonly Lazy<Computation> Here = new(Compute);

    [Theory]
    [InlineData("1", "1")]
    [InlineData("2", "1")]
    [InlineData("4", "1")]
    [InlineData("1", "0")]
    [InlineData("4", "0")]
    public async Task Results_have_the_same_bits_for_any_number_of_threads_and_with_AVX512_on_or_off(string threads, string avx512)
    {
        var there = await ComputeElsewhere(("DOTNET_PROCESSOR_COUNT", threads), ("DOTNET_EnableAVX512", avx512));

        Assert.Equal(threads, $"{there.Threads}");
        Assert.Equal(avx512 == "1" ? Here.Value.VectorBits : Math.Min(256, Here.Value.VectorBits), there.VectorBits);
        Assert.Equal(Here.Value.HashOfWeights, there.HashOfWeights);
        Assert.Equal(Here.Value.HashOfAll, there.HashOfAll);
    }

    [Fact]
    public async Task Results_without_AVX2_and_fused_multiply_add_are_within_a_billionth()
    {
        var there = await ComputeElsewhere(("DOTNET_EnableAVX2", "0"));

        Assert.Equal(128, there.VectorBits);
        Assert.Equal(Here.Value.Numbers.Length, there.Numbers.Length);
        Assert.InRange(Here.Value.Numbers.Zip(there.Numbers, (here, elsewhere) => Math.Abs(here - elsewhere)).Max(), 0, 1e-9);
    }

    [Fact]
    public void Hash_tells_the_last_bit_of_any_number()
    {
        var numbers = Here.Value.Numbers.ToArray();
        numbers[^1] = Math.BitIncrement(numbers[^1]);
        Assert.NotEqual(Here.Value.HashOfAll, (Here.Value with { Numbers = numbers }).HashOfAll);

        numbers[0] = Math.BitIncrement(numbers[0]);
        Assert.NotEqual(Here.Value.HashOfWeights, (Here.Value with { Numbers = numbers }).HashOfWeights);
    }

    [Fact]
    public void Numbers_can_be_written_down()
    {
        var file = Environment.GetEnvironmentVariable(NumbersFile) ?? Path.GetTempFileName();
        Here.Value.Write(file);
        Assert.Equal(Here.Value.HashOfAll, Computation.Read(file).HashOfAll);
        if (Environment.GetEnvironmentVariable(NumbersFile) is null)
            File.Delete(file);
    }

    private static Computation Compute()
    {
        var (train, test) = (Digits.Mnist.Train, Digits.Mnist.Test);
        var start = TwoLayerNetwork.Random(784, 50, 10, seed: 1);
        var (network, history) = Sgd.Train(start, train, test, new SgdOptions { Steps = 1_000 });

        // A width that fills no vector, and batches that fill no tile.
        var odd = Sgd.Train(TwoLayerNetwork.Random(784, 13, 10, seed: 2), train.Take(2_000), null, new SgdOptions { Steps = 5, BatchSize = 7 }).Network;
        var (x, t) = (train.Pixels(..9), train.Take(9).OneHot());
        var structured = network.NumericalGradient(x, t);
        Tensor[] results =
        [
            network.W1, network.B1, network.W2, network.B2,
            odd.W1, odd.B1, odd.W2, odd.B2,
            structured.W1, structured.B1, structured.W2, structured.B2,
            Gradients.Numerical(w => (network with { W2 = w }).Loss(x, t), network.W2),
            x.MatMul(network.W1), network.Predict(x),
            Tensor.Of([.. history.Losses]),
            Tensor.Of([.. history.Evaluations.SelectMany(evaluation => new[] { evaluation.TrainAccuracy, evaluation.TestAccuracy!.Value })]),
            Tensor.Of(network.Accuracy(train), network.Accuracy(test)),
        ];
        var bits = Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;
        return new Computation(Environment.ProcessorCount, bits, network.ParameterCount, [.. results.SelectMany(result => result.ToArray())]);
    }

    private static async Task<Computation> ComputeElsewhere(params (string Name, string Value)[] settings)
    {
        var file = Path.GetTempFileName();
        var program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Descent.Tests.exe" : "Descent.Tests");
        var start = new ProcessStartInfo(program, ["-method", $"{typeof(SameBitsTests).FullName}.{nameof(Numbers_can_be_written_down)}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("TESTINGPLATFORM", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment[NumbersFile] = file;
        foreach (var (name, value) in settings)
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"The second process failed.\n{await output}\n{await errors}");
        var found = Computation.Read(file);
        File.Delete(file);
        return found;
    }

    /// <summary>What a process computed, the parameters of the trained network first, and with what.</summary>
    private sealed record Computation(int Threads, int VectorBits, int Weights, double[] Numbers)
    {
        public string HashOfWeights => Hash(Numbers.AsSpan(0, Weights));

        public string HashOfAll => Hash(Numbers);

        public static Computation Read(string file)
        {
            using var reader = new BinaryReader(File.OpenRead(file));
            var (threads, bits, weights, count) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
            return new Computation(threads, bits, weights, [.. Enumerable.Range(0, count).Select(_ => reader.ReadDouble())]);
        }

        public void Write(string file)
        {
            using var writer = new BinaryWriter(File.Create(file));
            foreach (var number in new[] { Threads, VectorBits, Weights, Numbers.Length })
                writer.Write(number);
            foreach (var number in Numbers)
                writer.Write(number);
        }

        private static string Hash(ReadOnlySpan<double> numbers) => Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(numbers)));
    }
}
