using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using CivicsClass.Library.Files;
using Xunit;

namespace CivicsClass.Tests.Library.Files;

public sealed class PackZipTests
{
    private readonly Problems _problems = new();

    [Theory]
    [InlineData("")]
    [InlineData("school-uniforms/")]
    [InlineData("school-uniforms\\")]
    public void A_zip_of_the_contents_or_of_the_folder_is_the_same_pack(string folder)
    {
        var pack = new SamplePack().With("__MACOSX/._pack.yaml", "x").With("readings/.DS_Store", "x");

        var files = PackZip.Read(pack.Zip(folder).ToArray(), _problems);

        Assert.Empty(_problems.List());
        Assert.Equal(new SamplePack().Files.Paths, files!.Paths.Where(p => !p.Contains("__MACOSX", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_is_written_can_be_read_again() =>
        Assert.NotNull(PackReader.Read(PackZip.Read(PackZip.Write(new SamplePack().Files), _problems)!).Pack);

    [Theory]
    [InlineData("../pack.yaml")]
    [InlineData("readings/../../x.md")]
    [InlineData("/etc/passwd")]
    [InlineData("C:/x.md")]
    [InlineData("..\\x.md")]
    [InlineData("readings//x.md")]
    [InlineData("readings/a\nb.md")]
    public void A_path_that_leads_elsewhere_is_refused(string path) =>
        Refused("leads out of the pack", new SamplePack().With(path, "x").Zip());

    [Fact]
    public void Two_files_of_one_name_are_refused() =>
        Refused("two files with this name", new SamplePack().With("PACK.yaml", "x").Zip());

    [Fact]
    public void A_link_is_refused()
    {
        var zip = Zip(archive =>
        {
            var link = archive.CreateEntry("pack.yaml");
            link.ExternalAttributes = unchecked((int)0xA1FF0000);
            using var target = link.Open();
            target.Write("/etc/passwd"u8);
        });
        Refused("is a link", zip);
    }

    [Fact]
    public void A_bomb_is_refused_without_being_unpacked()
    {
        var zip = Zip(archive =>
        {
            for (var i = 0; i < 400; i++)
                Add(archive, $"readings/{i}.md", new byte[Limits.FileBytes]);
        });
        Assert.InRange(zip.Length, 0, 2_000_000);
        Refused("larger than 8 MB together", zip);

        var one = Zip(archive => Add(archive, "pack.yaml", new byte[512 * 1024 * 1024]));
        Refused("larger than 256 KB", one);
    }

    [Fact]
    public void A_hundred_thousand_entries_are_refused_also_when_the_zip_denies_them()
    {
        var zip = Zip(archive =>
        {
            for (var i = 0; i < 100_000; i++)
                archive.CreateEntry($"{i:x}");
        });
        var end = zip.AsSpan().LastIndexOf("PK\x05\x06"u8);
        Refused(zip.Length > Limits.PackBytes ? "larger than 8 MB" : "more than 500 entries", zip);

        // Only the directory, without the large kind's end, as small as it can be, and a count that lies.
        var start = zip.AsSpan().IndexOf("PK\x01\x02"u8);
        var small = zip[start..];
        "PK\x03\x04"u8.CopyTo(small);
        small = [.. "PK\x03\x04"u8, .. zip[start..]];
        small = [.. small[..small.AsSpan().LastIndexOf("PK\x06\x06"u8)], .. small[small.AsSpan().LastIndexOf("PK\x05\x06"u8)..]];
        end = small.AsSpan().LastIndexOf("PK\x05\x06"u8);
        BinaryPrimitives.WriteUInt16LittleEndian(small.AsSpan(end + 8), 3);
        BinaryPrimitives.WriteUInt16LittleEndian(small.AsSpan(end + 10), 3);
        BinaryPrimitives.WriteUInt32LittleEndian(small.AsSpan(end + 16), 4);
        Assert.InRange(small.Length, 1, Limits.PackBytes);
        Refused("more than 500 entries", small);
    }

    [Fact]
    public void A_hundred_thousand_entries_are_refused_also_when_only_one_is_shown()
    {
        var zip = Zip(archive =>
        {
            for (var i = 0; i < 100_000; i++)
                archive.CreateEntry($"{i:x}");
        });
        // Only the directory; the large kind's end says where it is, and the small kind's leads to its last entry alone.
        zip = [.. "PK\x03\x04"u8, .. zip[zip.AsSpan().IndexOf("PK\x01\x02"u8)..]];
        var large = zip.AsSpan().LastIndexOf("PK\x06\x06"u8);
        BinaryPrimitives.WriteUInt64LittleEndian(zip.AsSpan(large + 48), 4);
        BinaryPrimitives.WriteUInt64LittleEndian(zip.AsSpan(zip.AsSpan().LastIndexOf("PK\x06\x07"u8) + 8), (ulong)large);
        BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(zip.AsSpan().LastIndexOf("PK\x05\x06"u8) + 16), (uint)zip.AsSpan().LastIndexOf("PK\x01\x02"u8));
        using (var archive = new ZipArchive(new MemoryStream(zip)))
            Assert.Equal(100_000, archive.Entries.Count);

        Refused("more than 500 entries", zip);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(8)]
    [InlineData(10)]
    [InlineData(14)]
    [InlineData(18)]
    public void A_directory_that_stands_elsewhere_is_not_looked_for(int at)
    {
        var zip = new SamplePack().Zip();
        var end = zip.AsSpan().LastIndexOf("PK\x05\x06"u8);
        if (at > 12)
            BinaryPrimitives.WriteUInt16LittleEndian(zip.AsSpan(end + at - 2), 0xFFFF);
        BinaryPrimitives.WriteUInt16LittleEndian(zip.AsSpan(end + at), 0xFFFF);
        Refused("of the large kind (zip64)", zip);
    }

    [Fact]
    public void A_zip_of_the_large_kind_is_not_needed_for_a_pack()
    {
        var zip = new SamplePack().Zip();
        var end = zip.AsSpan().LastIndexOf("PK\x05\x06"u8);
        Refused("not a zip file", [.. zip[..end], .. "PK\x06\x07"u8, .. new byte[16], .. zip[end..]]);
    }

    [Fact]
    public void Sizes_that_lie_do_not_help()
    {
        var zip = Zip(archive => Add(archive, "pack.yaml", new byte[40 * 1024 * 1024]));
        var entry = zip.AsSpan().IndexOf("PK\x01\x02"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(entry + 24), 10);

        var watch = Stopwatch.StartNew();
        var files = PackZip.Read(zip, _problems);

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.True(files is null ? _problems.List().Count == 1 : files.Find("pack.yaml")!.Length <= Limits.FileBytes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("PK")]
    [InlineData("hello, this is no zip")]
    [InlineData("PK\x03\x04 and then nothing")]
    public void What_is_no_zip_is_told_so(string text) => Refused("not a zip file", Encoding.Latin1.GetBytes(text));

    [Fact]
    public void Damaged_zips_are_refused_and_never_throw()
    {
        var whole = new SamplePack().Zip();
        var random = new Random(7);
        for (var round = 0; round < 500; round++)
        {
            var zip = whole[..random.Next(whole.Length / 2, whole.Length + 1)];
            for (var spoiled = random.Next(1, 8); spoiled > 0; spoiled--)
                zip[random.Next(zip.Length)] = (byte)random.Next(256);
            var problems = new Problems();
            Assert.True(PackZip.Read(zip, problems) is not null ^ !problems.None);
        }
    }

    private void Refused(string sentence, byte[] zip)
    {
        GC.Collect();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();

        Assert.Null(PackZip.Read(zip, _problems));

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 64 * 1024 * 1024);
        Assert.Contains(_problems.List(), p => p.Sentence.Contains(sentence, StringComparison.Ordinal));
    }

    private static byte[] Zip(Action<ZipArchive> fill)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
            fill(archive);
        return zip.ToArray();
    }

    private static void Add(ZipArchive archive, string path, byte[] content)
    {
        using var entry = archive.CreateEntry(path, CompressionLevel.Fastest).Open();
        entry.Write(content);
    }
}
