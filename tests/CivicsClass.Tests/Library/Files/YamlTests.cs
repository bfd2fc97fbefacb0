using System.Diagnostics;
using System.Text;
using CivicsClass.Library.Files;
using Xunit;

namespace CivicsClass.Tests.Library.Files;

public sealed class YamlTests
{
    [Theory]
    [InlineData("[", "]")]
    [InlineData("{a: ", "}")]
    [InlineData("[{a: ", "}]")]
    [InlineData("- ", "")]
    [InlineData("? ", "")]
    [InlineData("[? ", "")]
    [InlineData("a: [", "")]
    [InlineData("\"\": {", "")]
    public void Ten_thousand_levels_are_refused_at_once_and_on_a_small_stack(string open, string close)
    {
        var text = string.Concat(Enumerable.Repeat(open, 10_000)) + string.Concat(Enumerable.Repeat(close, 10_000));
        var problems = new Problems();
        var watch = Stopwatch.StartNew();

        var reading = new Thread(() => Yaml.Read("pack.yaml", "title:\n  " + text, 0, problems), maxStackSize: 256 * 1024);
        reading.Start();

        Assert.True(reading.Join(TimeSpan.FromSeconds(10)));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.Equal(2, problems.List().Single().Line);
    }

    [Fact]
    public void Ten_thousand_indented_levels_are_refused()
    {
        var text = string.Concat(Enumerable.Range(0, 700).Select(depth => new string(' ', depth) + "a:\n"));
        Assert.True(text.Length < Limits.FileBytes);

        Assert.Contains("more than 32 deep", Problems(text).Single().Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title: &x One", "`&x` is an anchor")]
    [InlineData("title: *x", "`*x` refers to another place")]
    [InlineData("title: !!binary aGk=", "is a tag")]
    [InlineData("title: !x One", "is a tag")]
    [InlineData("norms: [ok, &x two]", "is an anchor")]
    [InlineData("<<: *x", "refers to another place")]
    [InlineData("&x title: One", "is an anchor")]
    public void Anchors_aliases_and_tags_are_refused(string text, string sentence) =>
        Assert.Contains(sentence, Problems("id: a\n" + text).Single(p => p.Line == 2).Sentence, StringComparison.Ordinal);

    [Theory]
    [InlineData("title: Law & order")]
    [InlineData("title: Stop! Think *hard* &c.")]
    [InlineData("title: \"&x *y !z\"")]
    [InlineData("title: '&x'")]
    [InlineData("title: >\n  &x is no anchor here\n  *nor* here")]
    [InlineData("norms: [R&D, one*two, three!]")]
    public void The_same_signs_in_a_text_are_text(string text) => Assert.Empty(Problems(text));

    [Theory]
    [InlineData("", "The file is empty.")]
    [InlineData("# only a remark", "The file is empty.")]
    [InlineData("- a\n- b", "must begin with a field")]
    [InlineData("just words", "must begin with a field")]
    [InlineData("a: 1\n---\nb: 2", "A second document begins here.")]
    [InlineData("a: b: c", "cannot be read")]
    [InlineData("a: [1, 2", "cannot be read")]
    [InlineData("a: \"open", "cannot be read")]
    [InlineData("a:\n\t- b", "cannot be read")]
    [InlineData("{a: 1}: b", "A field's name must be a word")]
    public void What_is_no_proper_YAML_gets_a_sentence(string text, string sentence) =>
        Assert.Contains(sentence, Problems(text).Single().Sentence, StringComparison.Ordinal);

    [Fact]
    public void A_quarter_megabyte_of_anything_is_read_or_refused_quickly()
    {
        foreach (var piece in new[] { "[", "a: ", "- a\n", "? a\n", "\"", "'", "#", "a,", "{a,", "|\n", "%", "&a ", "*", "!", "a:\n", "[a, ", "\\", ": ", "-\n", "\t", "`" })
        {
            var text = new StringBuilder("title: ");
            while (text.Length < Limits.FileBytes)
                text.Append(piece);
            var watch = Stopwatch.StartNew();
            Problems(text.ToString());
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{piece} took {watch.Elapsed}");
        }
    }

    [Fact]
    public void Spoiled_packs_give_problems_and_never_an_exception()
    {
        var random = new Random(20240501);
        var signs = "[]{}:-?&*!|>'\"%@`#,\n\t \\§\0é…".ToCharArray();
        for (var round = 0; round < 600; round++)
        {
            var pack = new SamplePack();
            var path = pack.Files.Paths.ElementAt(random.Next(pack.Files.Paths.Count()));
            var text = new StringBuilder(Encoding.UTF8.GetString(pack.Files.Find(path)!));
            for (var spoiled = random.Next(1, 6); spoiled > 0; spoiled--)
                switch (random.Next(3))
                {
                    case 0: text[random.Next(text.Length)] = signs[random.Next(signs.Length)]; break;
                    case 1: text.Insert(random.Next(text.Length), signs[random.Next(signs.Length)]); break;
                    default: text.Remove(random.Next(text.Length - 1), 1); break;
                }
            var reading = PackReader.Read(pack.With(path, text.ToString()).Files);
            Assert.True(reading.Pack is not null ^ reading.Problems.Count > 0);
        }
    }

    private static IReadOnlyList<Problem> Problems(string text)
    {
        var problems = new Problems();
        Yaml.Read("pack.yaml", text, 0, problems);
        return problems.List();
    }
}
