namespace Descent;

/// <summary>A trained network and how it came about.</summary>
/// <param name="Network">The network after the last step.</param>
/// <param name="History">The losses and accuracies on the way.</param>
/// <example><code>var (network, history) = Sgd.Train(start, mnist.Train, mnist.Test, new SgdOptions { Steps = 600 });</code></example>
public sealed record TrainingResult(TwoLayerNetwork Network, TrainingHistory History);
