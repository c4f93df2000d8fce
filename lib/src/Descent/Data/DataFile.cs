using System.Security.Cryptography;

namespace Descent;

/// <summary>One of the published files: its name and the SHA-256 of its bytes.</summary>
internal sealed record DataFile(string Name, string Sha256)
{
    /// <summary>Reads the whole file and checks its hash.</summary>
    public byte[] ReadVerified(string folder)
    {
        var path = Path.Combine(folder, Name);
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DataFileException(
                Name,
                $"The data file '{Name}' is missing: expected it at '{Path.GetFullPath(path)}'. {DataFileException.Remedy}",
                problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException(
                Name,
                $"The data file '{Name}' cannot be read at '{Path.GetFullPath(path)}': {problem.Message} Check its permissions. {DataFileException.Remedy}",
                problem);
        }

        var found = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (found != Sha256)
        {
            throw new DataFileException(
                Name,
                $"The data file '{Name}' in '{Path.GetFullPath(folder)}' is not the published one: expected SHA-256 {Sha256}, "
                + $"found {found} ({bytes.Length:N0} bytes). {DataFileException.Remedy}");
        }

        return bytes;
    }
}
