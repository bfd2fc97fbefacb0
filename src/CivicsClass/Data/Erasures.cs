using System.Globalization;
using System.Text;

namespace CivicsClass.Data;

/// <summary>The ledger of what was deleted for good: ids and times only, in a file beside the database, out of a backup's reach.
/// A database that is put back is told to forget the same again. One erasure is one line: "2026-09-14T08:15:30Z session ID".</summary>
public sealed class Erasures(IConfiguration settings)
{
    public const string FileName = "erasures";
    private readonly Lock _turn = new();

    public string File { get; } = Path.GetFullPath(Path.Combine(settings["Data:Folder"] ?? "data", FileName));

    /// <summary>The ledger that <c>civics backup</c> keeps in its own folder, beside the data folder.</summary>
    private string BesideBackups => Path.Combine(BackupCommand.FolderFor(Path.GetDirectoryName(File)!), FileName);

    /// <summary>On the disk when it returns.</summary>
    public void Note(Guid session, DateTime at)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{at:yyyy-MM-ddTHH:mm:ssZ} session {session}");
        lock (_turn)
        {
            Append(File, [line]);
            try
            {
                if (System.IO.File.Exists(BesideBackups))
                    Append(BesideBackups, [line]);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // The next backup takes the whole ledger along.
            }
        }
    }

    /// <summary>The sessions that this ledger names; none when there is no such file.</summary>
    /// <exception cref="OperatorException">A line says what this version does not understand, so it could not be honoured.</exception>
    public static IReadOnlyList<Guid> Read(string file) => [.. Lines(file).Select(line => IdIn(line, file))];

    /// <summary>Adds to one ledger what another has and it lacks; makes it when it is not there.</summary>
    public static void TakeAlong(string from, string to)
    {
        var known = Read(to).ToHashSet();
        Append(to, [.. Lines(from).Where(line => known.Add(IdIn(line, from)))]);
    }

    /// <summary>Without the last line when the power failed while it was written: nobody was told that it holds.</summary>
    private static IEnumerable<string> Lines(string file)
    {
        if (!System.IO.File.Exists(file))
            return [];
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        var text = reader.ReadToEnd();
        return text[..(text.LastIndexOf('\n') + 1)].Split(['\n', '\r', '\0'], StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#');
    }

    private static Guid IdIn(string line, string file) =>
        line.Split(' ') is [_, "session", var id] && Guid.TryParse(id, out var session) ? session
        : throw new OperatorException($"The ledger of erasures {file} has a line that this version does not understand: “{line}”. It may come from a newer version; use that one. Nothing was changed.");

    private static void Append(string file, IReadOnlyList<string> lines)
    {
        using var stream = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        var text = new StringBuilder();
        if (stream.Length == 0)
            text.Append("# Deleted for good. Keep this file with your backups: civics restore reads it, so that what was deleted stays deleted.\n");
        foreach (var line in lines)
            text.Append(line).Append('\n');
        stream.SetLength(EndOfLastLine(stream));
        stream.Seek(0, SeekOrigin.End);
        stream.Write(Encoding.UTF8.GetBytes(text.ToString()));
        stream.Flush(flushToDisk: true);
    }

    private static long EndOfLastLine(FileStream stream)
    {
        for (var end = stream.Length; end > 0; end--)
        {
            stream.Seek(end - 1, SeekOrigin.Begin);
            if (stream.ReadByte() == '\n')
                return end;
        }
        return 0;
    }
}
