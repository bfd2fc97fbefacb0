using CivicsClass.Library;
using CivicsClass.Library.Files;
using CivicsClass.Quizzes;
using CivicsClass.Readings;
using Xunit;

namespace CivicsClass.Tests.Library.Files;

public sealed class PackReaderTests
{
    [Fact]
    public void A_right_pack_is_read_whole()
    {
        var reading = PackReader.Read(new SamplePack().Files);

        Assert.Empty(reading.Problems);
        var pack = reading.Pack!;
        Assert.Equal(("school-uniforms", "2024-05", 3), (pack.Id, pack.AsOf, pack.Norms.Count));
        Assert.Equal(["require", "choose"], pack.Positions.Select(p => p.Id));
        Assert.Equal(["what-the-law-says", "for-uniforms", "for-choice"], pack.Readings.Select(r => r.Id));
        Assert.Equal("en", pack.Readings[0].Language);
        Assert.Equal(new Source("A book", "https://example.org/book", null), pack.Readings[0].Sources.Single());
        Assert.Equal(["who-decides", "courts-ask"], pack.Quiz.Select(i => i.Id));
        Assert.Equal(["a", "b", "c"], pack.Quiz[0].Options.Select(o => o.Id));
        Assert.Equal(["a"], pack.Quiz[0].Key);
        Assert.Equal(new ParagraphRef("for-uniforms", 4), pack.Quiz[0].RestsOn[1]);
        Assert.Equal("Rules about clothes.", pack.Glossary.Single().Definition);
    }

    [Fact]
    public void Steps_get_ids_by_kind_and_titles_where_none_is_given()
    {
        var steps = PackReader.Read(new SamplePack().Files).Pack!.Lessons.Single().Steps;

        Assert.Equal(["norms", "reading", "quiz", "quiz-2", "debate", "reflection", "sourceCheck"], steps.Select(s => s.Id));
        Assert.Equal(["Norms", "Reading", "Quiz on the law", "Once more", "Debate", "Reflection", "Source check"], steps.Select(s => s.Title));
        Assert.Equal(60, ((QuizPlan)steps[2]).Seconds);
        Assert.Equal(QuizPace.Self, ((QuizPlan)steps[3]).Pace);
        Assert.Equal(3, ((ReadingPlan)steps[1]).Readings.Count);
    }

    [Fact]
    public void Paragraphs_quotations_and_list_entries_are_numbered_and_headings_are_not()
    {
        var pack = PackReader.Read(new SamplePack().Files).Pack!;

        Assert.Equal([(BlockKind.Paragraph, 1), (BlockKind.Quote, 2), (BlockKind.List, 3), (BlockKind.List, 4)],
            pack.Readings[1].Blocks.Select(b => (b.Kind, b.Number ?? 0)));
        Assert.Equal([(BlockKind.Heading, 0), (BlockKind.Paragraph, 1)], pack.Readings[2].Blocks.Select(b => (b.Kind, b.Number ?? 0)));
        Assert.Equal(["Clothes speak.", "Students know it."], pack.Readings[2].Blocks[1].Sentences);
    }

    [Theory]
    [InlineData("pack.yaml", "format: 1", "format: 2", 1, "`format` must be a whole number from 1 to 1.")]
    [InlineData("pack.yaml", "id: school-uniforms", "id: School", 2, "cannot be an id")]
    [InlineData("pack.yaml", "title: Uniforms at school", "titel: Uniforms at school", 3, "Did you mean `title`?")]
    [InlineData("pack.yaml", "title: Uniforms at school", "titel: Uniforms at school", 1, "`title` is missing")]
    [InlineData("pack.yaml", "title: Uniforms at school", "title: One\ntitle: Two", 4, "`title` stands here twice")]
    [InlineData("pack.yaml", "title: Uniforms at school", "title: [One, Two]", 3, "must be a text")]
    [InlineData("pack.yaml", "asOf: 2024-05", "asOf: May 2024", 7, "Write YYYY-MM or YYYY-MM-DD.")]
    [InlineData("pack.yaml", "asOf: 2024-05", "asOf: 2024-13", 7, "is not a date")]
    [InlineData("pack.yaml", "language: en", "language: English (US)", 6, "is not a language tag")]
    [InlineData("pack.yaml", "  - id: choose", "  - id: require", 9, "same id or name")]
    [InlineData("pack.yaml", "  - id: choose", "  - id: background", 9, "cannot be called background")]
    [InlineData("pack.yaml", "  - Quote exactly.", "", 16, "needs 3 to 10 entries, and there are 2")]
    [InlineData("readings/02-for-uniforms.md", "side: require", "side: requires", 2, "Write “require”, “choose” or “background”.")]
    [InlineData("readings/02-for-uniforms.md", "kind: secondary", "kind: tertiary", 7, "Choose one of: primary, secondary, opinion.")]
    [InlineData("readings/02-for-uniforms.md", "url: https://example.org/book", "url: javascript:alert(1)", 10, "is not a web address")]
    [InlineData("readings/02-for-uniforms.md", "They last.", "They last <b>long</b>.", 17, "HTML is not shown")]
    [InlineData("readings/02-for-uniforms.md", "They last.", "![A hat](hat.png)", 17, "Images come from the pack's own folder")]
    [InlineData("readings/02-for-uniforms.md", "Uniforms save time.", "Since May 2025 uniforms save time.", 3, "Add `lawAsOf: YYYY-MM`")]
    [InlineData("readings/02-for-uniforms.md", "Uniforms save time.", "    Uniforms save time.", 12, "read as computer code")]
    [InlineData("readings/02-for-uniforms.md", "---\nside", "side", 1, "must begin with its description")]
    [InlineData("quiz.yaml", "  - id: courts-ask", "  - id: who-decides", 19, "Two questions have the id")]
    [InlineData("quiz.yaml", "what-the-law-says#1", "what-the-law-says#3", 15, "has no paragraph 3; it has 2 paragraphs")]
    [InlineData("quiz.yaml", "what-the-law-says#1", "what-the-law#1", 15, "There is no reading “what-the-law”")]
    [InlineData("quiz.yaml", "what-the-law-says#1", "what-the-law-says", 15, "does not name a paragraph")]
    [InlineData("quiz.yaml", "kind: single", "kind: multiple\n    answer: 5", 4, "`answer` is not a field here")]
    [InlineData("quiz.yaml", "        feedback: Somebody may.", "        correct: true\n        feedback: Somebody may.", 6, "Exactly one option must be right, and two are")]
    [InlineData("quiz.yaml", "        correct: true\n        feedback: Yes.\n      - text: A tailor", "        feedback: Yes.\n      - text: A tailor", 6, "Exactly one option must be right, and none is")]
    [InlineData("quiz.yaml", "        feedback: Somebody may.", "", 12, "`feedback` is missing")]
    [InlineData("quiz.yaml", "text: \"False\"", "text: Wrong", 23, "exactly two options, “True” and “False”")]
    [InlineData("quiz.yaml", "helps: neither", "helps: both", 18, "`helps` cannot be “both”")]
    [InlineData("quiz.yaml", "Who may set a dress code?", "Who may set a dress code in 2026?", 4, "Add `asOf: YYYY-MM`")]
    [InlineData("quiz.yaml", "difficulty: easy", "difficulty: simple", 16, "Choose one of: easy, medium, hard.")]
    [InlineData("glossary.yaml", "also: [dress codes]", "also: [dress code, Code]\n    definition: Rules.\n  - term: code", 5, "already explained under “Dress code”")]
    [InlineData("lessons/short.yaml", "kind: debate", "kind: dabate", 29, "Did you mean `debate`?")]
    [InlineData("lessons/short.yaml", ", for-choice]", "]", 14, "“Required” has 1 reading here and “A choice” has 0")]
    [InlineData("lessons/short.yaml", ", for-choice]", ", for-chioce]", 14, "There is no reading “for-chioce”")]
    [InlineData("lessons/short.yaml", "items: [courts-ask]", "items: [courts-ask, courts-ask]", 28, "stands here twice")]
    [InlineData("lessons/short.yaml", "items: [courts-ask]", "items: [courts]", 28, "There is no question “courts”")]
    [InlineData("lessons/short.yaml", "minutes: 40", "minutes: 20", 3, "The steps take 40 minutes together")]
    [InlineData("lessons/short.yaml", "minutes: 10\n    script: Argue.", "minutes: 181\n    script: Argue.", 30, "from 1 to 180")]
    public void Each_rule_names_file_line_and_what_to_do(string file, string from, string to, int line, string sentence)
    {
        var reading = PackReader.Read(new SamplePack().Change(file, from, to).Files);

        Assert.Null(reading.Pack);
        Assert.Contains(reading.Problems, p => p.File == file && p.Line == line && p.Sentence.Contains(sentence, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("title: Uniforms at school", Limits.Title)]
    [InlineData("question: Should a school require uniforms?", Limits.Question)]
    public void A_text_that_is_too_long_is_told_by_how_much(string field, int most)
    {
        var key = field.Split(':')[0];
        var fits = PackReader.Read(new SamplePack().Change("pack.yaml", field, $"{key}: {new string('x', most)}").Files);
        var tooLong = PackReader.Read(new SamplePack().Change("pack.yaml", field, $"{key}: {new string('x', most + 1)}").Files);

        Assert.Empty(fits.Problems);
        Assert.Contains($"`{key}` has {most + 1} characters; at most {most} fit.", tooLong.Problems.Single().Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void All_problems_come_together()
    {
        var pack = new SamplePack()
            .Change("pack.yaml", "language: en", "language: 1")
            .Change("readings/03-for-choice.md", "kind: secondary", "kind: gossip")
            .Change("quiz.yaml", "difficulty: easy", "difficulty: x")
            .Change("glossary.yaml", "definition", "meaning")
            .Change("lessons/short.yaml", "sides: lot", "sides: dice")
            .With("notes.txt", "hello");

        var files = PackReader.Read(pack.Files).Problems.Select(p => p.File).Distinct();

        Assert.Equal(["glossary.yaml", "lessons/short.yaml", "notes.txt", "pack.yaml", "quiz.yaml", "readings/03-for-choice.md"], files);
    }

    [Fact]
    public void What_refers_to_an_unreadable_file_is_not_reported_as_well()
    {
        var pack = new SamplePack().Change("quiz.yaml", "items:", "items: [").Change("readings/03-for-choice.md", "kind: secondary", "kind: [");

        Assert.Equal(["quiz.yaml", "readings/03-for-choice.md"], PackReader.Read(pack.Files).Problems.Select(p => p.File));
    }

    [Theory]
    [InlineData("pack.yaml")]
    [InlineData("lessons/short.yaml")]
    public void A_missing_file_is_named(string file) =>
        Assert.Contains(PackReader.Read(new SamplePack().Without(file).Files).Problems, p => file.StartsWith(p.File, StringComparison.Ordinal));

    [Fact]
    public void A_pack_may_do_without_quiz_and_glossary()
    {
        var pack = new SamplePack().Without("quiz.yaml").Without("glossary.yaml").Change("lessons/short.yaml", "kind: quiz", "kind: reflection");
        pack.Change("lessons/short.yaml", "pace: teacher\n    items: [who-decides]\n    seconds: 60", "prompts: [Why?]")
            .Change("lessons/short.yaml", "pace: self\n    items: [courts-ask]", "prompts: [Why?]");

        var reading = PackReader.Read(pack.Files);

        Assert.Empty(reading.Problems);
        Assert.Equal(["reflection", "reflection-2", "reflection-3"], reading.Pack!.Lessons[0].Steps.Select(s => s.Id).Where(i => i.StartsWith('r')).Skip(1));
    }
}
