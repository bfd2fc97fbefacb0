namespace CivicsClass.Load.Host;

/// <summary>An empty folder that goes when it is no longer needed.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("civics-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
