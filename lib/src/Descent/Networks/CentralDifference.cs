using System.Numerics.Tensors;
using Descent.Kernels;

namespace Descent;

/// <summary>
/// The central difference of the mean loss by each parameter, from what a change of that parameter moves. With h added to
/// W1[i,j], hidden unit j of a sample moves by a known amount Δ and logit k by Δ·W2[j,k], so the sample's loss moves by
/// ln Σₖ yₖ exp(Δ·W2[j,k]) − Δ·Σₖ tₖ W2[j,k]. A sample whose input i is 0 does not move at all. A bias is a weight whose
/// input is 1. Differences are taken sample by sample, where they do not drown in the loss of the rest. Where no h is given, a
/// parameter beyond 10 has a step of its own (<see cref="StepSize"/>).
/// </summary>
internal sealed class CentralDifference : IGradientMethod
{
    private readonly Parameters parameters;
    private readonly double h;
    private readonly bool hIsGiven;
    private readonly IProgress<double>? progress;
    private readonly SoftmaxLoss loss = new();
    private readonly SparseElements elements = new();
    private readonly AlignedBuffer raised = new();
    private readonly AlignedBuffer lowered = new();
    private double largestMove;
    private bool hiddenStepsDiffer;

    public CentralDifference(Parameters parameters, double? h, IProgress<double>? progress)
    {
        (this.parameters, this.progress) = (parameters, progress);
        (this.h, hIsGiven) = (h ?? StepSize.Ordinary, h is not null);
        Forward = new ForwardPass(parameters);
        Gradient = new Parameters(parameters.Inputs, parameters.Hidden, parameters.Outputs);
    }

    public ForwardPass Forward { get; }

    public Parameters Gradient { get; }

    public double Run(in Targets targets, CancellationToken cancellationToken)
    {
        Forward.Run();
        var value = loss.Run(Forward.Outputs, targets, Forward.Samples, parameters.Outputs);
        PrepareInputs();

        // One work item per hidden unit, and one more for the output biases: whose work it is never changes a sum's order.
        var chosen = targets;
        var done = 0;
        InterruptibleLoop.Run(
            stop => Parallel.For(
                0,
                parameters.Hidden + 1,
                new ParallelOptions { CancellationToken = stop },
                () => new DifferenceScratch(),
                (unit, _, scratch) =>
                {
                    if (unit < parameters.Hidden)
                        DifferentiateHiddenUnit(unit, chosen, scratch);
                    DifferentiateOutputs(unit, chosen, scratch);
                    progress?.Report((double)Interlocked.Increment(ref done) / (parameters.Hidden + 1));
                    return scratch;
                },
                scratch => scratch.Dispose()),
            cancellationToken);
        return value;
    }

    public void Dispose()
    {
        Forward.Dispose();
        Gradient.Dispose();
        loss.Dispose();
        elements.Dispose();
        raised.Dispose();
        lowered.Dispose();
    }

    // exp(±h·x) − 1 for every input that is not 0, and for the bias's input of 1 behind them.
    private void PrepareInputs()
    {
        elements.Fill(Forward.Inputs);
        var values = elements.Values;
        raised.Reserve(values.Length + 1);
        lowered.Reserve(values.Length + 1);
        var up = raised.Span[..(values.Length + 1)];
        var down = lowered.Span[..(values.Length + 1)];
        TensorPrimitives.Multiply(values, h, up);
        up[^1] = h;
        TensorPrimitives.Negate(up, down);
        TensorPrimitives.ExpM1(up, up);
        TensorPrimitives.ExpM1(down, down);
        hiddenStepsDiffer = !hIsGiven
            && !(StepSize.IsOrdinary(TensorPrimitives.MaxMagnitude(parameters.W1)) && StepSize.IsOrdinary(TensorPrimitives.MaxMagnitude(parameters.B1)));
        largestMove = Math.Max(Math.Abs(TensorPrimitives.MaxMagnitude(up)), Math.Abs(TensorPrimitives.MaxMagnitude(down)));
    }

    /// <summary>Column <paramref name="unit"/> of W1 and its bias.</summary>
    private void DifferentiateHiddenUnit(int unit, in Targets targets, DifferenceScratch scratch)
    {
        var (width, outputs, inputs) = (parameters.Width, parameters.Outputs, Forward.Inputs);
        var starts = elements.Starts;
        var positions = elements.Columns;
        var weights = parameters.W2.Slice(unit * outputs, outputs);
        var sums = scratch.Sums(parameters.Inputs + 1);
        sums.Clear();
        var steps = scratch.Steps(parameters.Inputs + 1);
        if (hiddenStepsDiffer)
        {
            for (var input = 0; input < parameters.Inputs; input++)
                steps[input] = Step(parameters.W1[(input * width) + unit]);
            steps[^1] = Step(parameters.B1[unit]);
        }

        var stepsDiffer = hiddenStepsDiffer && steps.ContainsAnyExcept(h);
        for (var sample = 0; sample < inputs.Rows; sample++)
        {
            var (first, count) = (starts[sample], starts[sample + 1] - starts[sample]);
            var moves = scratch.Moves(2 * (count + 1));
            var up = moves[..(count + 1)];
            var down = moves[(count + 1)..];
            raised.Span.Slice(first, count).CopyTo(up);
            lowered.Span.Slice(first, count).CopyTo(down);
            (up[count], down[count]) = (raised.Span[positions.Length], lowered.Span[positions.Length]);
            if (stepsDiffer)
                Adjust(up, down, elements.Values.Slice(first, count), positions.Slice(first, count), steps);
            MoveSigmoid(moves, Forward.Hidden[(sample * width) + unit], scratch);

            var total = targets.Total(sample, outputs);
            var pull = 0.0;
            for (var output = 0; output < outputs; output++)
                pull += targets[sample, output, outputs] * weights[output];
            var largest = stepsDiffer ? Math.Max(largestMove, Math.Abs(TensorPrimitives.MaxMagnitude(moves))) : largestMove;
            var ratios = LogRatios(moves, largest, weights, Forward.Outputs.Slice(sample * outputs, outputs), scratch);
            for (var element = 0; element < count; element++)
                sums[positions[first + element]] += (total * ratios[element]) - ((up[element] - down[element]) * pull);
            sums[^1] += (total * ratios[count]) - ((up[count] - down[count]) * pull);
        }

        var scale = 1 / (2 * h * inputs.Rows);
        for (var input = 0; input < parameters.Inputs; input++)
            Gradient.W1[(input * width) + unit] = sums[input] * (stepsDiffer ? 1 / (2 * steps[input] * inputs.Rows) : scale);
        Gradient.B1[unit] = sums[^1] * (stepsDiffer ? 1 / (2 * steps[^1] * inputs.Rows) : scale);
    }

    private double Step(double parameter) => hIsGiven ? h : StepSize.At(parameter);

    // Puts exp(±h·x) − 1 with a weight's own h where that is another.
    private void Adjust(Span<double> up, Span<double> down, ReadOnlySpan<double> values, ReadOnlySpan<int> columns, ReadOnlySpan<double> steps)
    {
        for (var element = 0; element < up.Length; element++)
        {
            var step = element < columns.Length ? steps[columns[element]] : steps[^1];
            if (step == h)
                continue;
            var move = step * (element < columns.Length ? values[element] : 1);
            up[element] = Elementwise.Apply(TensorPrimitives.ExpM1, move);
            down[element] = Elementwise.Apply(TensorPrimitives.ExpM1, -move);
        }
    }

    // σ(a + d) − σ(a) = s(1 − s)·e / (1 + s·e) with s = σ(a) and e = exp(d) − 1: no small difference of large numbers.
    private static void MoveSigmoid(Span<double> moves, double s, DifferenceScratch scratch)
    {
        var divisors = scratch.Divisors(moves.Length);
        TensorPrimitives.Multiply(moves, s, divisors);
        TensorPrimitives.Add(divisors, 1, divisors);
        TensorPrimitives.Multiply(moves, s * (1 - s), moves);
        TensorPrimitives.Divide(moves, divisors, moves);
    }

    // ln (Σₖ yₖ exp(Δ₊·wₖ) / Σₖ yₖ exp(Δ₋·wₖ)) for each pair of moves: what the softmax's logarithm moves by.
    private static ReadOnlySpan<double> LogRatios(
        ReadOnlySpan<double> moves, double largestOfMoves, ReadOnlySpan<double> weights, ReadOnlySpan<double> probabilities, DifferenceScratch scratch)
    {
        // No move of a hidden unit is larger than the exp(±h·x) − 1 that it comes from.
        var largest = largestOfMoves * Math.Abs(TensorPrimitives.MaxMagnitude(weights));
        var sums = largest <= ExponentialSums.LargestForSeries
            ? ExponentialSums.BySeries(moves, weights, probabilities, scratch.Powers(moves.Length))
            : ExponentialSums.Of(moves, weights, probabilities, scratch.Powers(moves.Length * weights.Length));
        var ratios = sums[..(moves.Length / 2)];
        TensorPrimitives.Divide(ratios, sums[(moves.Length / 2)..], ratios);
        TensorPrimitives.Log(ratios, ratios);
        return ratios;
    }

    /// <summary>Row <paramref name="unit"/> of W2; behind the last hidden unit, the output biases.</summary>
    private void DifferentiateOutputs(int unit, in Targets targets, DifferenceScratch scratch)
    {
        var (width, outputs, samples) = (parameters.Width, parameters.Outputs, Forward.Samples);
        var ratios = scratch.Powers(samples * outputs);
        var row = unit < parameters.Hidden ? parameters.W2.Slice(unit * outputs, outputs) : parameters.B2;
        var target = unit < parameters.Hidden ? Gradient.W2.Slice(unit * outputs, outputs) : Gradient.B2;
        var steps = scratch.Steps(outputs);
        for (var output = 0; output < outputs; output++)
            steps[output] = Step(row[output]);
        var stepsDiffer = steps.ContainsAnyExcept(steps[0]);

        for (var sample = 0; sample < samples; sample++)
        {
            var activation = unit < parameters.Hidden ? Forward.Hidden[(sample * width) + unit] : 1;
            var move = steps[0] * activation;
            var (up, down) = (Math.Exp(move) - 1, Math.Exp(-move) - 1);
            for (var output = 0; output < outputs; output++)
            {
                if (stepsDiffer)
                {
                    move = steps[output] * activation;
                    (up, down) = (Math.Exp(move) - 1, Math.Exp(-move) - 1);
                }

                var probability = Forward.Outputs[(sample * outputs) + output];
                ratios[(sample * outputs) + output] = (1 + (probability * up)) / (1 + (probability * down));
            }
        }

        TensorPrimitives.Log(ratios, ratios);
        target.Clear();
        for (var sample = 0; sample < samples; sample++)
        {
            var total = targets.Total(sample, outputs);
            var activation = unit < parameters.Hidden ? Forward.Hidden[(sample * width) + unit] : 1;
            for (var output = 0; output < outputs; output++)
            {
                target[output] +=
                    (total * ratios[(sample * outputs) + output]) - (2 * (steps[output] * activation) * targets[sample, output, outputs]);
            }
        }

        for (var output = 0; output < outputs; output++)
            target[output] *= 1 / (2 * steps[output] * samples);
    }
}
