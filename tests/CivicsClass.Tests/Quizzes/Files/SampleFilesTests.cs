using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using CivicsClass.Library;
using CivicsClass.Quizzes.Files;

namespace CivicsClass.Tests.Quizzes.Files;

/// <summary>Files as the tools write them: what is understood, what is refused and why, and what is lost on the way.</summary>
public sealed class SampleFilesTests
{
    [Fact]
    public void GIFT_as_Moodle_exports_it()
    {
        var read = Read("moodle-export.gift.txt", "GIFT");

        Assert.Equal(["Single", "TrueFalse", "Multiple", "Single", "Single", "Single"], Kinds(read));
        var detainer = read.Questions[0];
        Assert.Equal(("line 7", "q-detainer", "What is an immigration detainer?", "Agencies send it; courts do not."), (detainer.Place, detainer.Id, detainer.Stem, detainer.Explanation));
        Assert.Equal(["+A request to hold someone|Yes.", "-A criminal sentence|No court has spoken.", "-An order signed by a judge & a jury|"], Options(detainer));
        Assert.Contains(detainer.Notes, n => n.Contains("“detainers”, “federalism”", StringComparison.Ordinal));
        Assert.Contains(detainer.Notes, n => n.Contains("Formatting was left out", StringComparison.Ordinal));
        Assert.Equal(["-True|See Printz.", "+False|Right, Printz."], Options(read.Questions[1]));
        Assert.Equal(["+Legislative|", "+Judicial|", "-The press: a fourth estate|"], Options(read.Questions[2]));
        Assert.Contains(read.Questions[3].Notes, n => n.Contains("“The county” brought 50 % of the credit", StringComparison.Ordinal));
        Assert.Equal("The Tenth Amendment _____ powers to the states.", read.Questions[4].Stem);
        Assert.Equal("last", read.Questions[5].Id);
        Assert.Contains(read.Remarks, r => r.Contains("Default for Civics 9", StringComparison.Ordinal));
        Refused(read, ("line 28", "type a number"), ("line 34", "matching"), ("line 42", "essay"), ("line 46", "type the answer"), ("line 53", "text without a question"), ("line 68", "closing }"));
    }

    [Fact]
    public void Moodle_XML_as_Moodle_exports_it()
    {
        var read = Read("moodle-export.xml", "Moodle XML");

        Assert.Equal(["Single", "TrueFalse", "Multiple"], Kinds(read));
        var first = read.Questions[0];
        Assert.Equal(("line 15", "supremacy-1", "Which law wins when a valid federal law and a state law conflict?", Difficulty.Easy), (first.Place, first.Id, first.Stem, first.Difficulty));
        Assert.Equal(["+The federal law|Yes & always, if valid.", "-The state law|", "-The older law, if a < b|"], Options(first));
        foreach (var lost in new[] { "picture", "Its 2 points", "Hints", "“unit 3”", "file in the question", "Formatting" })
            Assert.Contains(first.Notes, n => n.Contains(lost, StringComparison.Ordinal));
        Assert.Equal(("printz-tf", "-True|Printz says no."), (read.Questions[1].Id, Options(read.Questions[1])[0]));
        Assert.Contains(read.Questions[2].Notes, n => n.Contains("Markdown", StringComparison.Ordinal));
        Assert.Equal(["What do you think?", "Match the cases.", "The {1:SHORTANSWER:=Senate} confirms judges.", "How many senators are there?", "Name the court.", "Solve it."], read.Refused.Select(r => r.Words));
        Assert.Contains("“stack” is a kind", read.Refused[^1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void QTI_1_2_as_Canvas_exports_it_packed_or_plain()
    {
        var packed = QuizFiles.Read("canvas.zip", Zip("canvas", "imsmanifest.xml", "g77/g77.xml", "g77/assessment_meta.xml"));
        var plain = Read("canvas/g77/g77.xml", "QTI 1.2 (Canvas)");

        foreach (var (read, file) in new[] { (packed, "g77/g77.xml, "), (plain, "") })
        {
            Assert.Equal(["Single", "Multiple"], Kinds(read));
            Assert.Equal(["+The county|", "-ICE & the FBI|These are federal.", "-Congress|"], Options(read.Questions[0]));
            Assert.Equal(("Who pays a county's deputies?", "Local budgets pay local officers."), (read.Questions[0].Stem, read.Questions[0].Explanation));
            Assert.Contains(read.Questions[0].Notes, n => n.Contains("as a whole", StringComparison.Ordinal));
            Assert.Equal(["+FBI|", "-Sheriff|", "+ICE|"], Options(read.Questions[1]));
            Assert.All(read.Refused, r => Assert.StartsWith(file + "line ", r.Place, StringComparison.Ordinal));
            Refused(read, (read.Refused[0].Place, "essay"), (read.Refused[1].Place, "matching"));
        }
    }

    [Fact]
    public void QTI_2_1_and_3_0_items()
    {
        var tao = Read("qti21-item.xml", "QTI 2.1").Questions.Single();
        Assert.Equal((ItemKind.Multiple, "Look at this list. Which powers belong to states?"), (tao.Kind, tao.Stem));
        Assert.Equal(["+Police power|", "-Coining money|Only Congress coins money.", "+Running schools|"], Options(tao));
        Assert.Contains(tao.Notes, n => n.Contains("picture", StringComparison.Ordinal));

        var item = Read("qti30-item.xml", "QTI 3.0").Questions.Single();
        Assert.Equal(("detainer-30", "Who signs a detainer?"), (item.Id, item.Stem));
        Assert.Equal(["-A judge|", "+An immigration officer|Right.", "-A governor|"], Options(item));
    }

    [Theory]
    [InlineData("textEntryInteraction", "type the answer")]
    [InlineData("extendedTextInteraction", "essay")]
    [InlineData("matchInteraction", "matching")]
    [InlineData("orderInteraction", "in order")]
    [InlineData("hotspotInteraction", "picture")]
    [InlineData("inlineChoiceInteraction", "gaps")]
    [InlineData("uploadInteraction", "uploadInteraction")]
    public void Other_interactions_of_QTI_are_refused_by_name(string interaction, string reason)
    {
        var xml = $"<assessmentItem xmlns='http://www.imsglobal.org/xsd/imsqti_v2p1' identifier='x' title='X'><itemBody><p>Do it.</p><p><{interaction} responseIdentifier='RESPONSE'/></p></itemBody></assessmentItem>";

        Refused(QuizFiles.Read("x.xml", Encoding.UTF8.GetBytes(xml)), ("line 1", reason));
    }

    [Fact]
    public void Aiken_saved_by_an_old_Windows_editor()
    {
        var read = Read("aiken-windows-1252.txt", "Aiken");

        Assert.Equal(["Which court decided Printz?", "May a city set its own police budget? It is a long question."], read.Questions.Select(q => q.Stem));
        Assert.Equal("-Café “Law”|", Options(read.Questions[0])[2]);
        Assert.Contains(read.Remarks, r => r.Contains("Windows-1252", StringComparison.Ordinal));
        Refused(read, ("line 14", "The answer is D"), ("line 19", "no right answer"));
    }

    [Fact]
    public void CSV_as_Excel_saves_it_with_semicolons_and_UTF_16()
    {
        var read = Read("excel-utf16.csv", "CSV");

        Assert.Equal(["Who signs a bill; or vetoes it?", "Is this true?", "=SUM(A1)"], read.Questions.Select(q => q.Stem));
        Assert.Equal(["line 3", "line 5", "line 7"], read.Questions.Select(q => q.Place));
        Assert.Equal(["+The President|Yes.", "-A judge|", "-A mayor|"], Options(read.Questions[0]));
        Assert.Contains(read.Questions[0].Notes, n => n.Contains("“Author”", StringComparison.Ordinal));
        Assert.Equal(ItemKind.TrueFalse, read.Questions[1].Kind);
        Assert.Equal(["-+1|", "+-2|", "-@three|"], Options(read.Questions[2]));
        Refused(read, ("line 6", "“Dee” does not say which option"), ("line 9", "Option b is empty"));
    }

    [Fact]
    public void A_Kahoot_spreadsheet_saved_by_LibreOffice()
    {
        var read = Read("kahoot-libreoffice.xlsx", "Kahoot spreadsheet");

        Assert.Equal(["Single", "Multiple", "TrueFalse", "Single"], Kinds(read));
        Assert.Equal(["row 9", "row 10", "row 11", "row 12"], read.Questions.Select(q => q.Place));
        Assert.Equal(["-The Supreme Court|", "+Congress|", "-A county sheriff|", "-The Cabinet|"], Options(read.Questions[0]));
        Assert.Equal(["+1997|", "-1984|", "-2012|"], Options(read.Questions[3]));
        Assert.Contains(read.Questions[0].Notes, n => n.Contains("time limit", StringComparison.Ordinal));
        Refused(read, ("row 13", "only one option"), ("row 14", "“7” does not say"));
    }

    [Fact]
    public void ClassQuiz_JSON_and_its_archive()
    {
        var json = Read("classquiz.json", "ClassQuiz JSON");
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(File.ReadAllBytes(Sample("classquiz.json")));
        packed.Write([0xC7, 0xC7, 0xC7, 0x00, 0xC6, 0xC6, 0xC6, 0x00, (byte)'0', 0xC5, 0xC5, 0x00, 0x89, (byte)'P', (byte)'N', (byte)'G']);
        var archive = QuizFiles.Read("quiz.cqa", packed.ToArray());

        foreach (var read in new[] { json, archive })
        {
            Assert.Equal(["Who writes statutes?", "Tick the federal ones"], read.Questions.Select(q => q.Stem));
            Assert.Equal(["Single", "Multiple"], Kinds(read));
            Assert.Contains(read.Questions[0].Notes, n => n.Contains("picture", StringComparison.Ordinal));
            Refused(read, ("question 3", "number"), ("question 4", "poll"), ("question 5", "type the answer"), ("question 6", "in order"), ("question 7", "slide"));
        }
    }

    private static QuizReading Read(string file, string format)
    {
        var read = QuizFiles.Read(file, File.ReadAllBytes(Sample(file)));
        Assert.Equal(format, read.Format);
        return read;
    }

    private static IEnumerable<string> Kinds(QuizReading read) => read.Questions.Select(q => q.Kind.ToString());

    private static List<string> Options(FoundQuestion question) => [.. question.Options.Select(o => $"{(o.Correct ? '+' : '-')}{o.Text}|{o.Feedback}")];

    private static void Refused(QuizReading read, params (string Place, string Reason)[] expected)
    {
        Assert.Equal(expected.Select(e => e.Place), read.Refused.Select(r => r.Place));
        foreach (var (refused, (_, reason)) in read.Refused.Zip(expected))
            Assert.Contains(reason, refused.Reason, StringComparison.Ordinal);
    }

    private static byte[] Zip(string folder, params string[] files) => QuizZip.Write(files.Select(f => (f, File.ReadAllBytes(Sample($"{folder}/{f}")))));

    private static string Sample(string file, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "samples", file);
}
