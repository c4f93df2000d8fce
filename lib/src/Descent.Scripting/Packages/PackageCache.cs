using System.Text.Json;

namespace Descent.Scripting.Packages;

/// <summary>Remembers on disk what sets of packages resolved to. Several processes may use it at once.</summary>
internal sealed class PackageCache(string folder)
{
    private static readonly TimeSpan NewestVersionLasts = TimeSpan.FromDays(1);
    private static readonly TimeSpan RetryEvery = TimeSpan.FromMilliseconds(50);

    /// <returns>The answer, or null when there is none, it is too old, or its files are gone.</returns>
    public PackageClosure? Find(string key, bool mayAge)
    {
        var file = FileOf(key);
        try
        {
            if (!File.Exists(file) || (!mayAge && File.GetLastWriteTimeUtc(file) + NewestVersionLasts < DateTime.UtcNow))
                return null;
            var closure = JsonSerializer.Deserialize<PackageClosure>(File.ReadAllBytes(file));
            return closure is not null && closure.IsPresent() ? closure : null;
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Writes the answer. A cache that cannot be written costs time later, nothing else.</summary>
    public void Store(string key, PackageClosure closure)
    {
        var temporary = $"{FileOf(key)}.{Guid.NewGuid():N}";
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(temporary, JsonSerializer.SerializeToUtf8Bytes(closure));
            File.Move(temporary, FileOf(key), overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(temporary))
                File.Delete(temporary);
        }
    }

    /// <summary>Waits until no other process restores the same set. Dispose the answer to let the next one in.</summary>
    public async Task<IAsyncDisposable> LockAsync(string key, CancellationToken cancellation)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Stream.Null;
        }

        while (true)
        {
            try
            {
                return new FileStream(FileOf(key) + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (UnauthorizedAccessException)
            {
                return Stream.Null;
            }
            catch (IOException)
            {
                await Task.Delay(RetryEvery, cancellation).ConfigureAwait(false);
            }
        }
    }

    private string FileOf(string key) => Path.Combine(folder, $"{key}.json");
}
