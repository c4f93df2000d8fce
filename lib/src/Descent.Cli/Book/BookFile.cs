namespace Descent.Cli.Book;

/// <summary>A file of the book.</summary>
/// <param name="Name">Its path from the book's folder, with slashes.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record BookFile(string Name, byte[] Content);
