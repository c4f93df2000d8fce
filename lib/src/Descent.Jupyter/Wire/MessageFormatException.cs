namespace Descent.Jupyter.Wire;

/// <summary>What has arrived is not a message to be acted on, or lacks what its kind of message must have.</summary>
internal sealed class MessageFormatException(string message) : Exception(message);
