using CivicsClass.Library.Files;
using Xunit;

namespace CivicsClass.Tests.Library.Files;

public sealed class PackPathTests : IDisposable
{
    private readonly string _folder = new SamplePack().Folder();
    private readonly Problems _problems = new();

    [Fact]
    public void A_folder_and_its_zip_are_the_same_pack()
    {
        File.WriteAllText(Path.Combine(_folder, ".DS_Store"), "x");
        Assert.Equal(new SamplePack().Files.Paths, PackPath.Read(_folder, _problems)!.Paths);

        var zip = Path.Combine(_folder, "pack.zip");
        File.WriteAllBytes(zip, new SamplePack().Zip());
        Assert.Equal(new SamplePack().Files.Paths, PackPath.Read(zip, _problems)!.Paths);
    }

    [Fact]
    public void Links_in_a_folder_are_refused_and_not_followed()
    {
        File.CreateSymbolicLink(Path.Combine(_folder, "readings", "secret.md"), "/etc/passwd");
        Directory.CreateSymbolicLink(Path.Combine(_folder, "etc"), "/etc");

        Assert.Null(PackPath.Read(_folder, _problems));
        Assert.Equal(["etc", "readings/secret.md"], _problems.List().Select(p => p.File));
    }

    [Fact]
    public void A_path_that_leads_nowhere_is_told_so()
    {
        Assert.Null(PackPath.Read(Path.Combine(_folder, "nothing"), _problems));
        Assert.Contains("no such folder or file", _problems.List().Single().Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_has_more_in_it_than_the_system_says_is_read_to_the_limit_alone()
    {
        if (!File.Exists("/dev/zero"))
            return;
        Assert.Null(PackPath.Read("/dev/zero", _problems));
        Assert.Contains("larger than 8 MB", _problems.List().Single().Sentence, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
