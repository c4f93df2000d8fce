namespace Descent;

/// <summary>What happened during training, so far. Immutable: a running training hands out ever longer ones.</summary>
/// <param name="Losses">The mean loss of each step's batch, before the step; its index is the step.</param>
/// <param name="Evaluations">The accuracies measured on the way.</param>
/// <example><code>history.Losses.Count // 20: one for each step</code></example>
public sealed record TrainingHistory(IReadOnlyList<double> Losses, IReadOnlyList<Evaluation> Evaluations)
{
    /// <summary>The numbers of steps and evaluations, as in <c>600 steps, 2 evaluations</c>.</summary>
    public override string ToString() => $"{Losses.Count:N0} steps, {Evaluations.Count:N0} evaluations";
}
