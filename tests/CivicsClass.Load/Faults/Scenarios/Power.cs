using System.Text.RegularExpressions;
using CivicsClass.Load.Host;

namespace CivicsClass.Load.Faults.Scenarios;

/// <summary>Would a power cut lose what was acknowledged? The kernel's own record tells: between the write of the row and the first
/// word about it to anybody, the log must have been synced.</summary>
public static partial class Power
{
    private const int Words = 40;

    public static async Task RunAsync(Stage stage)
    {
        const string Goal = "synced before every acknowledgement", Done = "strace of the server: the row's write, the sync of the write-ahead log, the acknowledgement";
        if (!Strace.IsHere)
        {
            stage.TellNotRun("R8", Done, "strace is not installed", Goal);
            return;
        }
        using var data = new TemporaryFolder();
        await using var site = await Site.OpenAsync(stage, data.Path);
        await using var room = await Classroom.OpenAsync(site, 1);
        var record = Path.Combine(data.Path, "strace.txt");
        using (await Strace.AttachAsync(site.Server.Id, "-yy", "-s", "6000", "-e", "trace=pwrite64,write,writev,sendmsg,sendto,fsync,fdatasync", "-o", record))
        {
            for (var word = 0; word < Words; word++)
                await room.Students.First().WriteAsync(room.Writing);
        }
        await site.Server.StopAsync();
        var lines = await File.ReadAllLinesAsync(record);
        var texts = room.Students.First().Journal.Entries.Values.Where(e => !e.Accepted.IsEmpty).Select(e => e.Text).ToArray();
        var found = texts.Select(t => Order(lines, t)).ToArray();
        stage.Tell("R8", Done, $"{found.Count(f => f)} of {texts.Length} acknowledgements came after the sync of their row", Goal, texts.Length == Words && found.All(f => f));
    }

    /// <returns>Whether row, sync and first word of it to anybody came in this order.</returns>
    public static bool Order(IReadOnlyList<string> lines, string text)
    {
        var syncing = new HashSet<string>();
        bool written = false, synced = false;
        foreach (var line in lines)
        {
            var thread = line.Split(' ', 2)[0];
            if (IsSync().IsMatch(line))
            {
                if (!written || !line.Contains("-wal>", StringComparison.Ordinal))
                    continue;
                if (line.Contains("<unfinished", StringComparison.Ordinal))
                    syncing.Add(thread);
                else
                    synced |= line.EndsWith("= 0", StringComparison.Ordinal);
            }
            else if (IsSynced().IsMatch(line))
            {
                synced |= syncing.Remove(thread) && line.EndsWith("= 0", StringComparison.Ordinal);
            }
            else if (line.Contains(text, StringComparison.Ordinal))
            {
                if (line.Contains("TCP", StringComparison.Ordinal))
                    return written && synced;
                written |= line.Contains("-wal>", StringComparison.Ordinal);
            }
        }
        return false;
    }

    [GeneratedRegex(@"\bf(data)?sync\(")]
    private static partial Regex IsSync();

    [GeneratedRegex(@"<\.\.\. f(data)?sync resumed>")]
    private static partial Regex IsSynced();
}
