using System.Globalization;
using System.Text;

namespace CivicsClass.Data;

/// <summary>The ledger of what was deleted for good: ids and times only, in a file beside the database, out of a backup's reach.
/// A database that is put back is told to forget the same again. One erasure is one line: "2026-09-14T08:15:30Z session ID", or
/// "2026-09-14T08:15:30Z text SESSION SEQ,SEQ" for texts of a session that itself stays.</summary>
public sealed class Erasures(IConfiguration settings)
{
    public const string FileName = "erasures";
    private readonly Lock _turn = new();

    public string File { get; } = Path.GetFullPath(Path.Combine(settings["Data:Folder"] ?? "data", FileName));

    /// <summary>The ledger that <c>civics backup</c> keeps in its own folder, beside the data folder.</summary>
    private string BesideBackups => Path.Combine(BackupCommand.FolderFor(Path.GetDirectoryName(File)!), FileName);

    /// <summary>On the disk when it returns.</summary>
    public void Note(Guid session, DateTime at) => Note(string.Create(CultureInfo.InvariantCulture, $"{at:yyyy-MM-ddTHH:mm:ssZ} session {session}"));

    /// <summary>On the disk when it returns.</summary>
    public void Note(Guid session, IEnumerable<long> texts, DateTime at) =>
        Note(string.Create(CultureInfo.InvariantCulture, $"{at:yyyy-MM-ddTHH:mm:ssZ} text {session} {string.Join(',', texts)}"));

    private void Note(string line)
    {
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
    public static IReadOnlyList<Guid> Read(string file) => [.. Lines(file).Select(line => Parse(line, file)).Where(e => e.Texts is null).Select(e => e.Session)];

    /// <summary>The texts that this ledger names, in sessions that stay.</summary>
    /// <exception cref="OperatorException">As <see cref="Read"/>.</exception>
    public static IReadOnlyList<ErasedTexts> ReadTexts(string file) =>
        [.. Lines(file).Select(line => Parse(line, file)).Where(e => e.Texts is not null).Select(e => new ErasedTexts(e.Session, e.Texts!, e.At))];

    /// <summary>Adds to one ledger what another has and it lacks; makes it when it is not there.</summary>
    public static void TakeAlong(string from, string to)
    {
        var known = Lines(to).Select(line => What(line, to)).ToHashSet();
        Append(to, [.. Lines(from).Where(line => known.Add(What(line, from)))]);
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

    /// <summary>The line without its time.</summary>
    private static string What(string line, string file)
    {
        Parse(line, file);
        return line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..];
    }

    private static (Guid Session, long[]? Texts, DateTime At) Parse(string line, string file) => line.Split(' ') switch
    {
        [_, "session", var id] when Guid.TryParse(id, out var session) => (session, null, default),
        [var time, "text", var id, var texts] when Guid.TryParse(id, out var session) && Numbers(texts) is { } seqs
            && DateTime.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var at) => (session, seqs, at),
        _ => throw new OperatorException($"The ledger of erasures {file} has a line that this version does not understand: “{line}”. It may come from a newer version; use that one. Nothing was changed."),
    };

    private static long[]? Numbers(string list)
    {
        var numbers = list.Split(',').Select(n => long.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).ToArray();
        return numbers.Contains(0) ? null : numbers;
    }

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

/// <param name="Texts">Sequence numbers of the events that brought them.</param>
/// <param name="At">UTC, to the second. A session that was put back gives the same numbers again to what is written later.</param>
public sealed record ErasedTexts(Guid Session, IReadOnlyList<long> Texts, DateTime At);
