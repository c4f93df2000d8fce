namespace Descent;

/// <summary>
/// A data file is missing, damaged or not what it should be. The message names the file, what was expected, what was found
/// and how to get the file back.
/// </summary>
/// <example>
/// <code>
/// try
/// {
///     var mnist = Mnist.Load("../data/mnist");
/// }
/// catch (DataFileException problem)
/// {
///     Console.WriteLine($"{problem.FileName}: {problem.Message}");
/// }
/// </code>
/// </example>
public sealed class DataFileException : IOException
{
    /// <summary>The lines that every message ends with.</summary>
    internal const string Remedy = "Restore it with: git checkout -- data/mnist (data/README.md lists the files and their hashes).";

    /// <summary>Makes an exception about one file.</summary>
    /// <param name="fileName">The file's name, without its folder.</param>
    /// <param name="message">What was expected, what was found and what to do.</param>
    public DataFileException(string fileName, string message)
        : base(message) => FileName = fileName;

    /// <summary>Makes an exception about one file, with the error that led to it.</summary>
    /// <param name="fileName">The file's name, without its folder.</param>
    /// <param name="message">What was expected, what was found and what to do.</param>
    /// <param name="innerException">The error underneath.</param>
    public DataFileException(string fileName, string message, Exception innerException)
        : base(message, innerException) => FileName = fileName;

    /// <summary>The name of the file, without its folder.</summary>
    public string FileName { get; }
}
