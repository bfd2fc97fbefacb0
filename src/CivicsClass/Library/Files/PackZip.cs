using System.Buffers.Binary;
using System.IO.Compression;

namespace CivicsClass.Library.Files;

/// <summary>Opens a pack's zip in memory. Nothing is believed that the zip says about itself, and nothing is written.</summary>
public static class PackZip
{
    /// <summary>The earliest time that a zip can name.</summary>
    private static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private const int MostNames = 2000;
    /// <summary>Bytes that an entry takes at least, where its content stands and in the directory.</summary>
    private const int SmallestEntry = 30 + 46;

    public static PackFiles? Read(byte[] zip, Problems problems)
    {
        var intake = new PackIntake(problems);
        if (zip.Length > Limits.PackBytes)
            intake.Full($"The zip is larger than {Limits.PackBytes / 1024 / 1024} MB. A pack is text and needs far less; remove what does not belong to it.");
        else if (zip is not [(byte)'P', (byte)'K', ..] || CountEntries(zip, Limits.Entries) is not { } entries)
            intake.Full("This is not a zip file, or it is damaged or of the large kind (zip64). Pack the folder again as a plain zip.");
        else if (entries > Limits.Entries)
            intake.Full($"The zip has more than {Limits.Entries} entries. A pack needs far fewer; remove what does not belong to it.");
        else
            Take(zip, intake);
        return intake.Done();
    }

    /// <summary>The same files give the same zip, byte for byte.</summary>
    public static byte[] Write(PackFiles files)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var path in files.Paths)
            {
                var entry = archive.CreateEntry(path);
                entry.LastWriteTime = Always;
                using var content = entry.Open();
                content.Write(files.Find(path));
            }
        return zip.ToArray();
    }

    private static void Take(byte[] zip, PackIntake intake)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(zip, writable: false), ZipArchiveMode.Read);
            foreach (var entry in archive.Entries)
            {
                var path = NameOf(entry);
                if (IsLink(entry))
                    intake.RefuseLink(path);
                else if (entry.IsEncrypted)
                    intake.Full("The zip is protected by a password. Pack the folder again without one.");
                else if (!path.EndsWith('/') && !intake.Take(path, entry.Open))
                    return;
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or IOException or NotSupportedException or ArgumentException)
        {
            intake.Full("The zip is damaged or packed in an unusual way. Pack the folder again as a plain zip.");
        }
    }

    /// <summary>What stands in a zip, one name for each entry; nothing if it is none, or has far more in it than any that is taken.</summary>
    internal static IReadOnlyList<string> Names(byte[] zip)
    {
        if (CountEntries(zip, MostNames) is not { } count || count > MostNames)
            return [];
        try
        {
            using var archive = new ZipArchive(new MemoryStream(zip, writable: false), ZipArchiveMode.Read);
            return [.. archive.Entries.Select(NameOf)];
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return [];
        }
    }

    internal static string NameOf(ZipArchiveEntry entry) => entry.FullName.Replace('\\', '/');

    /// <summary>The file type in the upper half of the attributes, as Unix writes them.</summary>
    internal static bool IsLink(ZipArchiveEntry entry) => ((entry.ExternalAttributes >> 16) & 0xF000) == 0xA000;

    /// <summary>Counts the entries of the central directory one by one, and stops soon after the limit: the number in
    /// the zip may lie, and a hundred thousand entries should not be built to find that out. Absent: not a zip, or one whose
    /// directory stands where only the large kind of zip (zip64) says, which a pack never needs.</summary>
    internal static int? CountEntries(ReadOnlySpan<byte> zip, int most)
    {
        var end = zip.LastIndexOf("PK\x05\x06"u8);
        if (end < 0 || zip.Length - end < 22)
            return null;
        if (BinaryPrimitives.ReadUInt16LittleEndian(zip[(end + 8)..]) == 0xFFFF || BinaryPrimitives.ReadUInt16LittleEndian(zip[(end + 10)..]) == 0xFFFF)
            return zip.Length >= 0xFFFF * SmallestEntry ? int.MaxValue : null;
        if (zip.Slice(end + 4, 4).ContainsAnyExcept((byte)0) || zip.Slice(end + 12, 4).SequenceEqual(Elsewhere) || zip.Slice(end + 16, 4).SequenceEqual(Elsewhere)
            || (end >= 20 && zip[(end - 20)..].StartsWith("PK\x06\x07"u8)))
            return null;
        var at = (long)BinaryPrimitives.ReadUInt32LittleEndian(zip[(end + 16)..]);
        var count = 0;
        while (at + 46 <= zip.Length && zip[(int)at..].StartsWith("PK\x01\x02"u8) && ++count <= most)
            at += 46 + Length(zip, at + 28) + Length(zip, at + 30) + Length(zip, at + 32);
        return count == 0 ? null : count;
    }

    private static ReadOnlySpan<byte> Elsewhere => [0xFF, 0xFF, 0xFF, 0xFF];

    private static int Length(ReadOnlySpan<byte> zip, long at) => BinaryPrimitives.ReadUInt16LittleEndian(zip[(int)at..]);
}
