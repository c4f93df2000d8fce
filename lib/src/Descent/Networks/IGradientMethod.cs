namespace Descent;

/// <summary>A way to find the gradient of the mean loss of a batch, with buffers that serve again and again.</summary>
internal interface IGradientMethod : IDisposable
{
    /// <summary>Where the batch goes in; its parameters are those that the gradient is taken at.</summary>
    ForwardPass Forward { get; }

    /// <summary>The last gradient found.</summary>
    Parameters Gradient { get; }

    /// <summary>Finds the gradient for the batch in <see cref="Forward"/> and returns its mean loss.</summary>
    double Run(in Targets targets, CancellationToken cancellationToken);
}
