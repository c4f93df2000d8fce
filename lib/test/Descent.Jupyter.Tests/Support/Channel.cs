namespace Descent.Jupyter.Tests.Support;

/// <summary>The channels that carry messages.</summary>
internal enum Channel
{
    Shell,
    Control,
    Stdin,
    IOPub,
}
