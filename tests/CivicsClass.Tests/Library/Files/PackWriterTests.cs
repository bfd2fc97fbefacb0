using System.Text;
using CivicsClass.Library;
using CivicsClass.Library.Files;
using CivicsClass.Library.Importing;
using CivicsClass.Tests.Sessions;
using FsCheck;
using FsCheck.Fluent;

namespace CivicsClass.Tests.Library.Files;

/// <summary>A pack that is written and read again is the same to the letter, so its hash is the same.</summary>
public sealed class PackWriterTests
{
    public static TheoryData<string> Folders => [.. Directory.GetDirectories(Path.Combine(Root(), "seed-content")).Select(f => Path.GetFileName(f)!)];

    [Fact]
    public void Any_pack_comes_back_the_same() => Prop.ForAll(NastyPacks.Seeds, seed =>
    {
        var nasty = new NastyPacks(seed);
        var pack = nasty.Make();
        AssertComesBack(pack, nasty.Pictures);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Any_text_comes_back_the_same_block_for_block() => Prop.ForAll(NastyPacks.Seeds, seed =>
    {
        var nasty = new NastyPacks(seed);
        var blocks = nasty.Blocks();
        var text = MarkdownWriter.Write(blocks);
        var problems = new Problems();
        var read = MarkdownText.Read("x.md", text, 0, problems, Pictures.In(Files(new Dictionary<string, string>(), nasty.Pictures), problems));
        Assert.True(problems.None, $"{text}\n{string.Join('\n', problems.List())}");
        AssertSame(text, Classroom.Write(blocks), Classroom.Write(read));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Theory]
    [MemberData(nameof(Folders))]
    public void The_packs_that_come_with_the_server_come_back_the_same(string folder)
    {
        var reading = PackReader.Read(PackFolder.Read(Path.Combine(Root(), "seed-content", folder), new Problems())!);
        AssertComesBack(reading.Pack!, reading.Pictures);
    }

    [Fact]
    public void What_is_written_reads_like_a_pack_that_a_person_wrote()
    {
        var pack = PackReader.Read(new SamplePack().Files).Pack!;

        var files = PackWriter.Write(pack);

        Assert.Equal(["pack.yaml", "readings/01-what-the-law-says.md", "readings/02-for-uniforms.md", "readings/03-for-choice.md", "quiz.yaml", "source-checks/club-notice.yaml", "glossary.yaml", "lessons/short.yaml"], files.Keys);
        Assert.Contains("    restsOn: [what-the-law-says#1, for-uniforms#4]\n", files["quiz.yaml"], StringComparison.Ordinal);
        Assert.Contains("      - text: \"True\"\n        correct: true\n", files["quiz.yaml"], StringComparison.Ordinal);
        Assert.EndsWith("---\nUniforms save time.\n\n> A principal said so.\n\n- They cost less.\n- They last.\n", files["readings/02-for-uniforms.md"], StringComparison.Ordinal);
    }

    [Fact]
    public void Lessons_in_another_order_than_their_names_are_numbered()
    {
        var pack = PackReader.Read(new SamplePack().Files).Pack!;
        pack = pack with { Lessons = [pack.Lessons[0], pack.Lessons[0] with { Id = "another" }] };

        Assert.Contains("lessons/01-short.yaml", PackWriter.Write(pack).Keys);
        Assert.Contains("lessons/02-another.yaml", PackWriter.Write(pack).Keys);
        AssertComesBack(pack, []);
    }

    [Fact]
    public void Two_lessons_of_one_name_are_refused()
    {
        var files = new SamplePack();
        var lesson = PackWriter.Lesson(PackReader.Read(files.Files).Pack!.Lessons[0]);

        var problems = PackReader.Read(files.With("lessons/02-short.yaml", lesson).Files).Problems;

        Assert.Contains("Two lessons have the id “short”", problems.Single().Sentence, StringComparison.Ordinal);
    }

    private static void AssertComesBack(Pack pack, IEnumerable<Picture> pictures)
    {
        var files = PackWriter.Write(pack);
        var shown = PackWriter.Images(pack);
        var back = PackReader.Read(Files(files, pictures.Where(p => shown.Contains(p.Name))));
        var written = string.Join('\n', files.Select(f => $"=== {f.Key}\n{f.Value}"));
        Assert.True(back.Pack is not null, $"{string.Join('\n', back.Problems)}\n{written}");
        AssertSame(written, Classroom.Write(pack), Classroom.Write(back.Pack));
    }

    private static void AssertSame(string written, string expected, string actual)
    {
        if (expected == actual)
            return;
        var at = expected.Zip(actual).TakeWhile(p => p.First == p.Second).Count();
        Assert.Fail($"from {at}:\nexpected …{Near(expected, at)}\nbut was  …{Near(actual, at)}\n{written}");
    }

    private static string Near(string text, int at) => text[Math.Max(0, at - 200)..Math.Min(text.Length, at + 80)];

    private static PackFiles Files(IReadOnlyDictionary<string, string> texts, IEnumerable<Picture> pictures)
    {
        var files = texts.ToDictionary(f => f.Key, f => Encoding.UTF8.GetBytes(f.Value));
        foreach (var picture in pictures)
            files[Picture.Folder + picture.Name] = picture.Bytes;
        return new PackFiles(files);
    }

    private static string Root()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(root.FullName, "seed-content")))
            root = root.Parent!;
        return root.FullName;
    }
}
