using CivicsClass.Library;
using CivicsClass.Library.Drafts;

namespace CivicsClass.Tests.Library.Drafts;

public sealed class DraftBlocksTests
{
    private const string Long = "The council met on Tuesday to hear from parents, pupils and the bus company about the new timetable, and nobody was short of opinions.";

    [Fact]
    public void A_line_for_each_paragraph_with_short_headings_between()
    {
        var blocks = DraftBlocks.Read($"Buses Arrive Late!\nA Town Argues About Time\n{Long}\n{Long}\nWhat Parents Say\n{Long}\n- First point stands.\n- Second point stands.\nAmong the ideas are:\n• one\n• two\nConclusion\n{Long}\nComments");

        Assert.Equal("HHPPHPLLPLLHPP", Kinds(blocks));
        Assert.Equal(["Buses Arrive Late!", "A Town Argues About Time", "What Parents Say", "Conclusion"], blocks.Where(b => b.Kind == BlockKind.Heading).Select(b => b.Sentences[0]));
        Assert.Equal(Enumerable.Range(1, 10), blocks.Select(b => b.Number).OfType<int>());
    }

    [Fact]
    public void Lines_broken_at_the_margin_are_joined()
    {
        var blocks = DraftBlocks.Read("""
            The council met on Tuesday to hear from parents and pupils
            about the new timetable, and nobody in the crowded hall was
            short of opinions.

            A second paragraph follows here, also broken by the program
            that wrote it.
            """);

        Assert.Equal(["The council met on Tuesday to hear from parents and pupils about the new timetable, and nobody in the crowded hall was short of opinions.",
            "A second paragraph follows here, also broken by the program that wrote it."], blocks.Select(b => Assert.Single(b.Sentences)));
    }

    [Theory]
    [InlineData("| Stop | Riders |\n|---|---|\n| Main St. | 1,200 |\n| Hill | 90 |")]
    [InlineData("Stop\tRiders\nMain St.\t1,200\nHill\t90")]
    public void A_table_stays_one_and_each_row_can_be_quoted_alone(string table)
    {
        var blocks = DraftBlocks.Read($"{Long}\nTable: Riders in May\n{table}\n{Long}");

        Assert.Equal("PTRRP", Kinds(blocks));
        Assert.Equal(["Riders in May"], blocks[1].Sentences);
        Assert.Equal(["Stop", "Riders"], blocks[1].Cells);
        Assert.Equal([null, 2, 3, 4], blocks.Skip(1).Select(b => b.Number));
        Assert.Equal(["Stop: Main St.; Riders: 1,200", "Stop: Hill; Riders: 90"], blocks.Skip(2).Take(2).Select(b => Assert.Single(b.Sentences)));
        Assert.Equal(["Main St.", "1,200"], blocks[2].Cells);
    }

    [Fact]
    public void Footnotes_stand_at_the_end_numbered_as_the_text_refers_to_them()
    {
        var blocks = DraftBlocks.Read("# Buses\n\nThey are late.[^b] Very late.[^a]\n\n[^a]: A survey\n    of riders.\n[^b]: The *city*’s count.\n\nStill late.[^b] And [^none].");

        Assert.Equal("HPPNN", Kinds(blocks));
        Assert.Equal(["They are late.[1]", "Very late.[2]"], blocks[1].Sentences);
        Assert.Equal(["Still late.[1]", "And [^none]."], blocks[2].Sentences);
        Assert.Equal([("1", "The city’s count."), ("2", "A survey of riders.")], blocks.Skip(3).Select(b => (b.Mark!, b.Sentences.Single())));
        Assert.All(blocks.Skip(3), b => Assert.Null(b.Number));
    }

    [Fact]
    public void Items_keep_their_numbers_and_how_deep_they_stand()
    {
        var blocks = DraftBlocks.Read("## A\n\n#### B\n\n1. One\n   - Under one\n   - Beside it\n     - Deeper\n2. Two\n\n## C");

        Assert.Equal("HHLLLLLH", Kinds(blocks));
        Assert.Equal([null, 3, null, 2, 2, 3, null, null], blocks.Select(b => b.Level));
        Assert.Equal(["1.", null, null, null, "2."], blocks.Skip(2).Take(5).Select(b => b.Mark));
    }

    [Fact]
    public void A_stored_image_stays_and_any_other_becomes_its_description()
    {
        var name = new string('a', 32) + ".png";
        var blocks = DraftBlocks.Read($"# Buses\n\n![A bus *at* night](images/{name})\n\n![A bus](images/bus.png)\n\n![A bus](https://example.org/{name})");

        Assert.Equal("HIPP", Kinds(blocks));
        Assert.Equal((name, "A bus at night"), (blocks[1].Image, blocks[1].Sentences.Single()));
    }

    [Fact]
    public void A_tab_alone_makes_no_table() => Assert.Equal("P", Kinds(DraftBlocks.Read("One\ttwo three four.")));

    [Fact]
    public void Markdown_is_understood_and_its_signs_go()
    {
        var blocks = DraftBlocks.Read("# Title\n\nIntro\n=====\n\nSome *words* and a [link](https://example.org).\n\n> A quotation\n> in two lines.\n\n1. One\n   and on\n2. Two\n\n***\n\n![A bus](bus.png)");

        Assert.Equal("HHPQLLP", Kinds(blocks));
        Assert.Equal(["Title", "Intro", "Some words and a link.", "A quotation in two lines.", "One and on", "Two", "A bus"], blocks.Select(b => string.Join(' ', b.Sentences)));
    }

    [Fact]
    public void HTML_stays_as_text()
    {
        var block = Assert.Single(DraftBlocks.Read("<script>alert(1)</script> a < b &amp; c <b>bold</b>"));
        Assert.Equal("<script>alert(1)</script> a < b & c <b>bold</b>", Assert.Single(block.Sentences));
    }

    [Fact]
    public void A_year_at_the_beginning_of_a_line_stays() =>
        Assert.Equal("1996. That was the year.", string.Join(' ', DraftBlocks.Read("1996. That was the year.").Single().Sentences));

    [Theory]
    [InlineData("")]
    [InlineData("\n\n  \n")]
    [InlineData("---\n***")]
    public void Nothing_gives_nothing(string text) => Assert.Empty(DraftBlocks.Read(text));

    [Fact]
    public void No_text_makes_it_throw_or_stall()
    {
        var random = new Random(3);
        var pieces = new[] { "a", " ", "\n", "\n\n", "|", "\t", "-", "*", "[", "](", "<", ">", "#", "1.", "=", "&", "\\", "`", "“", ".", "—", "!", "A long piece of words. " };
        for (var round = 0; round < 300; round++)
            DraftBlocks.Read(string.Concat(Enumerable.Range(0, random.Next(400)).Select(_ => pieces[random.Next(pieces.Length)])));
        foreach (var piece in pieces)
            DraftBlocks.Read(string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length)));
    }

    private static string Kinds(IEnumerable<Block> blocks) => string.Concat(blocks.Select(b => b.Kind.ToString()[0]));
}
