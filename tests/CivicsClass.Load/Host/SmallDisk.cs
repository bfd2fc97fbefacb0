using System.Diagnostics;

namespace CivicsClass.Load.Host;

/// <summary>A small disk of its own (tmpfs).</summary>
public sealed class SmallDisk : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private SmallDisk()
    {
    }

    public string Path => _folder.Path;
    private string Ballast => System.IO.Path.Combine(Path, "ballast");

    /// <returns>Null where this may not be done.</returns>
    public static SmallDisk? Mount(int megabytes)
    {
        var disk = new SmallDisk();
        if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", disk.Path))
            return disk;
        disk._folder.Dispose();
        return null;
    }

    /// <summary>Until nothing more fits.</summary>
    public void Fill(int chunk)
    {
        using var file = new FileStream(Ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[chunk];
        for (var size = chunk; size > 0;)
        {
            try
            {
                file.Write(block, 0, size);
            }
            catch (IOException)
            {
                size /= 2;
            }
        }
    }

    public void Free() => File.Delete(Ballast);

    public void Dispose()
    {
        Run("umount", "-l", Path);
        _folder.Dispose();
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true });
        process!.WaitForExit();
        return process.ExitCode == 0;
    }
}
