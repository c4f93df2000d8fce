using Descent.Cli.CommandLine;

namespace Descent.Cli.Notebooks;

/// <summary>Gets a notebook's bytes, with an error of its own for each way in which that can fail.</summary>
internal static class NotebookFile
{
    public static byte[] ReadBytes(string path, string label)
    {
        if (Directory.Exists(path))
            throw new UserError($"{label}: expected a notebook file (.ipynb), found a folder. Name the notebooks in it one by one.");
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UserError(
                $"{label}: the notebook was not found. Expected a file at {path}. " +
                "Check the name, or leave it out to run every lesson.");
        }
        catch (UnauthorizedAccessException)
        {
            throw new UserError($"{label}: the notebook cannot be read: access is denied. Check the permissions of {path}.");
        }
        catch (IOException exception)
        {
            throw new UserError($"{label}: the notebook cannot be read: {exception.Message} Check {path} and try again.");
        }
    }
}
