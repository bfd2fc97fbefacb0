using System.Diagnostics;

namespace CivicsClass.Load.Host;

/// <summary>strace on a running process and all its threads; it lets go when disposed.</summary>
public sealed class Strace : IDisposable
{
    private const int Interrupt = 2;
    private readonly Process _process;

    private Strace(Process process) => _process = process;

    public static bool IsHere => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "strace")));

    public static async Task<Strace> AttachAsync(int process, params string[] options)
    {
        var strace = Process.Start(new ProcessStartInfo("strace", ["-f", "-p", $"{process}", .. options]) { RedirectStandardError = true })!;
        while (await strace.StandardError.ReadLineAsync() is { } line)
            if (line.Contains("attached", StringComparison.Ordinal))
            {
                _ = strace.StandardError.ReadToEndAsync();
                return new Strace(strace);
            }
        throw new InvalidOperationException("strace could not attach to the server.");
    }

    public void Dispose()
    {
        ServerProcess.Signal(_process.Id, Interrupt);
        _process.WaitForExit();
        _process.Dispose();
    }
}
