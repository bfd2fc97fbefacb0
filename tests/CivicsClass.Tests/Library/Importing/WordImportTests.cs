using CivicsClass.Library;
using CivicsClass.Library.Drafts;
using CivicsClass.Library.Files;
using CivicsClass.Library.Importing;

namespace CivicsClass.Tests.Library.Importing;

public sealed class WordImportTests
{
    [Fact]
    public void Everything_that_a_reading_knows_survives()
    {
        var report = DraftImport.Read("article.docx", SampleFiles.Read("article.docx"));

        Assert.Equal(ImportOutcome.Changed, report.Outcome);
        Assert.Equal("Buses in our city", report.Text!.Title);
        var blocks = DraftBlocks.Read(report.Text.Text);
        Assert.Equal("Heading Paragraph Quote Heading List List List List List Table Row Row Paragraph Image Paragraph Note Note", string.Join(' ', blocks.Select(b => b.Kind)));
        Assert.Equal(["The buses are late.[1]", "Riders wait in the rain, as the riders’ union says [sic]."], blocks[1].Sentences);
        Assert.Equal(3, blocks[3].Level);
        Assert.Equal([("1.", null), (null, 2), (null, 2), ("2.", null), (null, (int?)null)], blocks.Skip(4).Take(5).Select(b => (b.Mark, b.Level)));
        Assert.Equal(("Riders in May", "Stop|Riders"), (blocks[9].Sentences.Single(), string.Join('|', blocks[9].Cells!)));
        Assert.Equal(["Stop: Main St.; Riders: 1,200", "Stop: Hill | Lake; Riders: 90"], blocks.Skip(10).Take(2).Select(b => b.Sentences.Single()));
        Assert.Equal(["The numbers are old.[2]"], blocks[12].Sentences);
        Assert.Equal(("A bus in the snow", Picture.Of(SampleFiles.Read("bus.png")).Picture!.Name), (blocks[13].Sentences.Single(), blocks[13].Image));
        Assert.Equal("1996. That was the year of the great snow & *ice* <b>.", string.Join(' ', blocks[14].Sentences));
        Assert.Equal(["The city counted in May.", "They are from 2019."], blocks.Skip(15).Select(b => b.Sentences.Single()));
        Assert.Equal(SampleFiles.Read("bus.png"), Assert.Single(report.Text.Pictures).Bytes);
        Assert.Contains("[the riders’ union](<https://example.org/riders>)", report.Text.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_left_out_is_told()
    {
        var remarks = DraftImport.Read("article.docx", SampleFiles.Read("article.docx")).Remarks;

        Assert.Contains(remarks, r => r.Sentence.Contains("no description", StringComparison.Ordinal) && r.Quote == "Decoration");
        Assert.Contains(remarks, r => r.Sentence.Contains("hidden text", StringComparison.Ordinal) && r.Quote == "Nobody should see this.");
        Assert.Equal(2, remarks.Count);
    }

    [Fact]
    public void Tracked_changes_and_comments_are_told_and_wait_for_a_decision()
    {
        var report = DraftImport.Read("tracked.docx", SampleFiles.Read("tracked.docx"));

        Assert.EndsWith("Buses are always on time. The city says so.", report.Text!.Text, StringComparison.Ordinal);
        Assert.EndsWith("Buses are often on time. The city says so.", report.Text.WithChanges, StringComparison.Ordinal);
        Assert.Equal(
            [("Tracked change, not made: taken out by Ana Alvarez on 2024-05-02.", "always"), ("Tracked change, not made: put in by Ana Alvarez on 2024-05-01.", "often")],
            report.Remarks.Take(2).Select(r => (r.Sentence, r.Quote!)));
        Assert.Contains("is the one before these changes", report.Remarks[2].Sentence, StringComparison.Ordinal);
        Assert.Equal(new ImportRemark("A comment by Ben Okafor on 2024-05-03 was left out.", "Is this still true?"), report.Remarks[3]);
    }

    [Fact]
    public void Moved_words_and_rows_put_in_are_changes_too()
    {
        var report = DraftImport.Read("moved.docx", SampleFiles.WordOf("""
            <w:p><w:moveFrom w:id="1" w:author="Ana"><w:r><w:t>First. </w:t></w:r></w:moveFrom><w:r><w:t>Second. </w:t></w:r><w:moveTo w:id="2" w:author="Ana"><w:r><w:t>First.</w:t></w:r></w:moveTo></w:p>
            <w:tbl><w:tr><w:tc><w:p><w:r><w:t>A</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>B</w:t></w:r></w:p></w:tc></w:tr>
            <w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>2</w:t></w:r></w:p></w:tc></w:tr>
            <w:tr><w:trPr><w:ins w:id="3" w:author="Ana"/></w:trPr><w:tc><w:p><w:r><w:t>3</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>4</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
            <w:p><w:pPr><w:pPrChange w:id="4" w:author="Ana"><w:pPr/></w:pPrChange></w:pPr><w:r><w:t>End.</w:t></w:r></w:p>
            """));

        Assert.Equal(["First. Second.", "A: 1; B: 2", "End."], Numbered(report.Text!.Text));
        Assert.Equal(["Second. First.", "A: 1; B: 2", "A: 3; B: 4", "End."], Numbered(report.Text.WithChanges!));
        Assert.Contains(report.Remarks, r => r.Sentence.Contains("moved away by Ana", StringComparison.Ordinal) && r.Quote == "First.");
        Assert.Contains(report.Remarks, r => r.Sentence.Contains("1 table row put in or taken out", StringComparison.Ordinal));
        Assert.Contains(report.Remarks, r => r.Sentence.Contains("1 tracked change of looks alone", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("empty.docx", "no paragraph of text")]
    [InlineData("empty.odt", "an OpenDocument file")]
    public void What_holds_no_text_for_a_class_is_refused(string file, string sentence)
    {
        var report = DraftImport.Read(file, SampleFiles.Read(file));

        Assert.Equal(ImportOutcome.Refused, report.Outcome);
        Assert.Contains(sentence, report.Remarks.Single().Sentence, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Numbered(string text) => DraftBlocks.Read(text).Where(b => b.Number is not null).Select(b => string.Join(' ', b.Sentences));
}
