namespace Descent;

/// <summary>How well the network did at one moment of its training.</summary>
/// <param name="Epoch">How many epochs were complete.</param>
/// <param name="Step">How many steps had been taken.</param>
/// <param name="TrainAccuracy">The share of the training images classified right, from 0 to 1.</param>
/// <param name="TestAccuracy">The share of the test images classified right; null if there were none.</param>
/// <example><code>history.Evaluations[0].Step // 0</code></example>
public sealed record Evaluation(int Epoch, int Step, double TrainAccuracy, double? TestAccuracy);
