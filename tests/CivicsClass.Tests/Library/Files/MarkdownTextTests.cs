using System.Diagnostics;
using System.Text;
using CivicsClass.Library;
using CivicsClass.Library.Files;
using Xunit;

namespace CivicsClass.Tests.Library.Files;

public sealed class MarkdownTextTests
{
    private readonly Problems _problems = new();

    [Fact]
    public void Emphasis_links_and_entities_become_plain_text()
    {
        var blocks = Read("A *very* **strong** `word`, [a link](https://example.org/x), <https://example.org> &amp; AT&T\nover two lines; 5 * 3 \\* 2 [sic] and 1 < 2.");

        Assert.Empty(_problems.List());
        Assert.Equal("A very strong word, a link, https://example.org & AT&T over two lines; 5 * 3 * 2 [sic] and 1 < 2.", blocks.Single().Sentences.Single());
    }

    [Fact]
    public void Nested_lists_and_quotations_are_laid_flat_and_numbered_in_order()
    {
        var blocks = Read("## Head\n\nOne.\n\n> Two.\n>\n> Three.\n\n1. Four\n   - Five\n2. Six");

        Assert.Empty(_problems.List());
        Assert.Equal([null, 1, 2, 3, 4, 5, 6], blocks.Select(b => b.Number));
        Assert.Equal([BlockKind.Heading, BlockKind.Paragraph, BlockKind.Quote, BlockKind.Quote, BlockKind.List, BlockKind.List, BlockKind.List], blocks.Select(b => b.Kind));
        Assert.Equal("Head One. Two. Three. Four Five Six", string.Join(' ', blocks.SelectMany(b => b.Sentences)));
    }

    [Theory]
    [InlineData("> ")]
    [InlineData(">")]
    [InlineData("- ")]
    [InlineData("1. ")]
    public void Dozens_of_markers_before_a_text_are_refused(string marker)
    {
        Assert.Empty(Read(string.Concat(Enumerable.Repeat(marker, 40)) + "Text."));

        Assert.Contains("too many markers", Assert.Single(_problems.List()).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_at_the_beginning_of_an_entry_are_no_markers()
    {
        var block = Assert.Single(Read("- - 35. 2024-05-01 2024-05-02 2024-05-03, 12.5 + 3.5"));

        Assert.Empty(_problems.List());
        Assert.Equal("2024-05-01 2024-05-02 2024-05-03, 12.5 + 3.5", block.Sentences.Single());
    }

    [Fact]
    public void A_table_has_a_caption_heads_and_rows_that_can_be_quoted()
    {
        var blocks = Read("One.\n\nTable: Riders in *May*\n\n| Stop | Riders |\n|:--|--:|\n| Main \\| Hill | 1,200 |\n| | 90 |\n\nTwo.");

        Assert.Empty(_problems.List());
        Assert.Equal([BlockKind.Paragraph, BlockKind.Table, BlockKind.Row, BlockKind.Row, BlockKind.Paragraph], blocks.Select(b => b.Kind));
        Assert.Equal([1, null, 2, 3, 4], blocks.Select(b => b.Number));
        Assert.Equal(("Riders in May", "Stop|Riders"), (blocks[1].Sentences.Single(), string.Join('|', blocks[1].Cells!)));
        Assert.Equal(["Stop: Main | Hill; Riders: 1,200", "Riders: 90"], blocks.Skip(2).Take(2).Select(b => b.Sentences.Single()));
    }

    [Fact]
    public void Footnotes_stand_at_the_end_and_their_numbers_in_the_text()
    {
        var blocks = Read("## Head[^b]\n\nOne.[^a] Two.\n\n[^a]: A *note*.\n[^b]: Another.\n\nThree.[^a]");

        Assert.Empty(_problems.List());
        Assert.Equal(["Head[1]", "One.[2]", "Two.", "Three.[2]", "Another.", "A note."], blocks.SelectMany(b => b.Sentences));
        Assert.Equal([null, 1, 2, null, null], blocks.Select(b => b.Number));
        Assert.Equal(["1", "2"], blocks.Skip(3).Select(b => b.Mark));
    }

    [Fact]
    public void Numbers_of_items_and_levels_survive_and_an_ordinary_text_says_nothing_of_them()
    {
        var blocks = Read("## A\n\n### B\n\n3. Three\n   - Under\n4. Four\n\n- Plain");

        Assert.Equal([null, 3, null, 2, null, null], blocks.Select(b => b.Level));
        Assert.Equal([null, null, "3.", null, "4.", null], blocks.Select(b => b.Mark));
    }

    [Theory]
    [InlineData("One.\n\n<div>\nx\n</div>", 3, "HTML")]
    [InlineData("One <script>alert(1)</script>.", 1, "HTML")]
    [InlineData("One.\n\n![alt](x.png)", 3, "from the pack's own folder")]
    [InlineData("One.\n\n![alt](images/x.png)", 3, "There is no image “images/x.png”")]
    [InlineData("One.\n\n![](images/x.png)", 3, "no description")]
    [InlineData("One ![alt](images/x.png).", 1, "must stand alone")]
    [InlineData("One.[^a]\n\nTwo.", 1, "There is no footnote [^a]")]
    [InlineData("One.\n\n[^a]: Lost.", 3, "Nothing in the text refers to the footnote [^a]")]
    [InlineData("One.\n\n```\ncode\n```", 3, "computer code")]
    [InlineData("One.\n\n---\n\nTwo.", 3, "line of dashes")]
    [InlineData("One.\n\n1996. A year.", 3, "read as the number of a list entry")]
    public void What_cannot_be_shown_is_told_with_its_line(string text, int line, string sentence)
    {
        Read(text);
        Assert.Contains(_problems.List(), p => p.Line == line + 10 && p.Sentence.Contains(sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void A_paragraph_beyond_the_limit_is_refused()
    {
        Read(new string('x', Limits.Paragraph + 1));
        Assert.Contains("at most 5,000 fit", _problems.List().Single().Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quarter_megabyte_of_anything_is_read_or_refused_quickly_on_a_small_stack()
    {
        foreach (var piece in new[] { "\n\n", "" }.SelectMany(end => new[] { ">", "> ", "- ", "* ", "[", "![", "*", "_a", "`", "a*", "<", "<a ", "&", "[a](", "[a]: ", "1. ", "\\", "a\n\n", "(", "](", "**a", "&#x", "> - ", "- > ", "#", "\n>", "[a\n", "*a\n", "[]()", "a_", "<!--", "```", " ", "|", "| ", "|-", "a|b\n-|-\n", "| a | b |\n|---|---|\n", "[^a]", "[^a]: b\n", "[^a]\n\n[^a]: [^a]\n\n" }.Select(piece => end.Length == 0 ? piece : string.Concat(Enumerable.Repeat(piece, 2 * Limits.Paragraph / piece.Length)).Replace("\n\n", "\n", StringComparison.Ordinal) + "\n\n")))
        {
            var text = new StringBuilder();
            while (text.Length < Limits.FileBytes - piece.Length)
                text.Append(piece);
            var watch = Stopwatch.StartNew();
            var reading = new Thread(() => MarkdownText.Read("x.md", text.ToString(), 0, new Problems()), maxStackSize: 512 * 1024);
            reading.Start();
            Assert.True(reading.Join(TimeSpan.FromSeconds(20)), piece);
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{piece[..Math.Min(6, piece.Length)]} took {watch.Elapsed}");
        }
    }

    [Theory]
    [InlineData(20, 100)]
    [InlineData(2, 1000)]
    public void A_long_table_is_read_whole_and_quickly(int columns, int rows)
    {
        var row = string.Concat(Enumerable.Repeat("| a *cell* ", columns)) + "|\n";
        var watch = Stopwatch.StartNew();

        var blocks = Read(row + string.Concat(Enumerable.Repeat("|---", columns)) + "|\n" + string.Concat(Enumerable.Repeat(row, rows)));

        Assert.Empty(_problems.List());
        Assert.Equal(rows, blocks.Count(b => b.Kind == BlockKind.Row));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
    }

    [Fact]
    public void Footnotes_side_by_side_and_after_an_exclamation_mark_are_all_kept()
    {
        var blocks = Read("So many![^a][^b] More.[^b][^a]\n\n[^a]: A note.\n\n[^b]: Another.");

        Assert.Empty(_problems.List());
        Assert.Equal(["So many![1][2]", "More.[2][1]", "A note.", "Another."], blocks.SelectMany(b => b.Sentences));
    }

    [Fact]
    public void An_author_can_say_where_a_sentence_ends()
    {
        var blocks = Read("He met Mr.&NoBreak; Lee in Art.\\\nHe left. Why?&NoBreak; So.\n\n## What?&NoBreak; Now");

        Assert.Empty(_problems.List());
        Assert.Equal(["He met Mr. Lee in Art.", "He left.", "Why? So.", "What? Now"], blocks.SelectMany(b => b.Sentences));
    }

    private IReadOnlyList<Block> Read(string text) => MarkdownText.Read("x.md", text, 10, _problems);
}
