using CivicsClass.Library;
using CivicsClass.Library.Drafts;
using CivicsClass.Library.Files;
using CivicsClass.Library.Importing;
using CivicsClass.Tests.Sessions;

namespace CivicsClass.Tests.Library.Importing;

/// <summary>What is written comes back the same through both readers, whatever signs the words hold.</summary>
public sealed class MarkdownWriterTests
{
    private static readonly string[] Pieces =
        ["word", "Words here.", "*", "**", "_", "__", "[", "](", "]", "<", "<b>", ">", "&", "&amp;", "#", "##", "-", "+", "=", "---", "1.", "12)", "|", "\\", "`", "``", "!", "![", "[x]: y", "~", "~~~", "•", "“", "”", ".", "?", ":", "Table:", "a_b", "http://x.y", "3 < 4", "(", ")", "^", "[^", "'", "é", "李", "[9]"];

    [Fact]
    public void Any_words_come_back_the_same_through_both_readers()
    {
        var random = new Random(11);
        for (var round = 0; round < 600; round++)
        {
            var blocks = Some(random);
            var text = MarkdownWriter.Write(blocks);
            var problems = new Problems();

            Classroom.AssertSame(Json(blocks), Json(DraftBlocks.Read(text)));
            Classroom.AssertSame(Json(blocks), Json(MarkdownText.Read("x.md", text, 0, problems, Pictures.In(new PackFiles(new Dictionary<string, byte[]>()), problems))));
            Assert.Empty(problems.List());
        }
    }

    private static string Json(IReadOnlyList<Block> blocks) => Classroom.Write(blocks);

    private static IReadOnlyList<Block> Some(Random random)
    {
        var list = new BlockList();
        list.Heading(2, "Head");
        for (var at = 0; at < random.Next(1, 6); at++)
            switch (random.Next(5))
            {
                case 0: list.Heading(random.Next(2, 5), Words(random)); break;
                case 1: list.Text(BlockKind.Quote, Words(random)); break;
                case 2:
                    list.Text(BlockKind.List, Words(random), 1, "1.");
                    list.Text(BlockKind.List, Words(random), 2);
                    list.Text(BlockKind.List, Words(random), 1, "2.");
                    break;
                case 3: list.Table(new TableText("A caption", [Cell(random), Cell(random)], [[Cell(random), Cell(random)], [Cell(random), Cell(random)]])); break;
                default: list.Text(BlockKind.Paragraph, Words(random)); break;
            }
        list.Text(BlockKind.Paragraph, "It ends.[1]");
        list.Note(1, "A note.");
        return list.Done();
    }

    private static string Cell(Random random) => "x " + Words(random);

    private static string Words(Random random) => string.Join(random.Next(3) == 0 ? "" : " ", Enumerable.Range(0, random.Next(1, 7)).Select(_ => Pieces[random.Next(Pieces.Length)]));
}
