using System.Globalization;

namespace CivicsClass.Load.Host;

/// <summary>How many files and sockets a process may have open. The runtime raises its own limit to the highest that is allowed (Linux).</summary>
public static class OpenFiles
{
    private const string Limits = "/proc/self/limits", Row = "Max open files";
    /// <summary>Libraries, the database, listening.</summary>
    private const int Others = 500;

    /// <exception cref="NotSupportedException">The limit is too low; the message says how to raise it.</exception>
    public static void Need(int sockets)
    {
        if (File.Exists(Limits) && Allowed(File.ReadAllLines(Limits)) is { } allowed && allowed < sockets + Others)
            throw new NotSupportedException($"This needs {sockets + Others:N0} open files in one process, and the limit here is {allowed:N0}. Raise it and run again: ulimit -Hn {sockets + Others} (as root), or LimitNOFILE in systemd.");
    }

    /// <returns>The highest that is allowed; null when there is no limit.</returns>
    public static int? Allowed(IEnumerable<string> limits) =>
        limits.FirstOrDefault(l => l.StartsWith(Row, StringComparison.Ordinal)) is { } row
        && row[Row.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var hard, ..]
        && int.TryParse(hard, NumberStyles.None, CultureInfo.InvariantCulture, out var allowed) ? allowed : null;
}
