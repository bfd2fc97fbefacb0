namespace CivicsClass.Data;

/// <summary>For SQLite. One process at a time writes in a data folder: the server, or a command while no server runs.
/// The lock is the operating system's and ends with the process, however it ends.</summary>
public sealed class InstanceLock(IConfiguration settings) : IDisposable
{
    private FileStream? _held;

    public string Folder { get; } = Path.GetFullPath(settings["Data:Folder"] ?? "data");

    public bool IsHeld => _held is not null;

    /// <exception cref="OperatorException">Another process holds the folder.</exception>
    public void Take()
    {
        if (!TryTake())
            throw new OperatorException($"Another CivicsClass server is running on the data folder {Folder}. Stop it first, or set Data:Folder to another folder.");
    }

    public bool TryTake()
    {
        if (_held is not null)
            return true;
        Directory.CreateDirectory(Folder);
        try
        {
            _held = new FileStream(Path.Combine(Folder, "civics.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        _held?.Dispose();
        _held = null;
    }
}
