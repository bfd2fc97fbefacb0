using CivicsClass.Library;
using CivicsClass.Library.Balance;
using CivicsClass.Library.Files;

namespace CivicsClass.Tests.Library.Balance;

/// <summary>Every figure of the report, counted by hand on a small pack.</summary>
public sealed class BalanceTests
{
    private const string Law = "readings/01-what-the-law-says.md", For = "readings/02-for-uniforms.md", Choice = "readings/03-for-choice.md", More = "readings/04-more.md";

    [Fact]
    public void Texts_and_words_are_counted_for_each_position_and_for_background()
    {
        var report = Of(new SamplePack());

        Assert.Equal(["require", "choose", "background"], report.Sides.Select(s => s.Side));
        Assert.Equal(["Uniforms should be required", "Clothing should be a choice", "Background"], report.Sides.Select(s => s.Name));
        Assert.Equal([1, 1, 1], report.Sides.Select(s => s.Readings.Count));
        // "Uniforms save time." "A principal said so." "They cost less." "They last."; "Speech" "Clothes speak." "Students know it."; "Schools may set rules." "Courts look at speech." "They ask for a reason."
        Assert.Equal([12, 6, 13], report.Sides.Select(s => s.Words));
        Assert.All(report.Sides, s => Assert.Null(s.Grades));
        Assert.Equal(["background", "require", "choose"], report.Order);
    }

    [Fact]
    public void A_source_is_counted_once_for_each_text_and_told_apart_by_its_title()
    {
        var pack = new SamplePack()
            .Change(For, "  - title: A book\n    url: https://example.org/book", "  - title: A book\n    institution: press\n  - title: A ruling\n    institution: court\n  - title: a BOOK")
            .With(More, SamplePack.Reading("require", "More", "Uniforms last."));

        var side = Of(pack).Side("require");
        Assert.Equal([("A book", 2), ("A ruling", 1)], side.Sources.Select(s => (s.Title, s.Readings)));
        Assert.Equal((3, "A book", 2.0 / 3), (side.Namings, side.Largest!.Title, side.LargestShare));
        Assert.Equal([(Institution.Court, 1), (Institution.Press, 1)], side.Institutions.Select(i => (i.Institution!.Value, i.Sources)));
    }

    [Fact]
    public void Where_nobody_said_the_kind_of_institution_it_is_unknown()
    {
        var side = Of(new SamplePack()).Side("choose");
        Assert.Equal([(null, 1)], side.Institutions);
        Assert.Equal(1, side.LargestShare);
    }

    [Fact]
    public void An_institution_must_be_one_of_those_that_are_known()
    {
        var reading = PackReader.Read(new SamplePack().Change(Law, "url: https://example.org/book", "institution: palace").Files);

        var problem = Assert.Single(reading.Problems);
        Assert.Equal((Law, 10), (problem.File, problem.Line));
        Assert.Contains("Choose one of: court, legislature, executive, research, policyInstitute, press, advocacy, profession, business, other.", problem.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Kinds_dates_and_levels_are_told_as_they_range()
    {
        var pack = new SamplePack().Change("quiz.yaml", "for-uniforms#4", "for-uniforms#1")
            .With(For, SamplePack.Reading("require", "Easy", Many("The mayor went to work.")))
            .With(More, SamplePack.Reading("require", "Hard", Many("The administrative authorities deliberated.")).Replace("2024-05", "2019", StringComparison.Ordinal).Replace("secondary", "opinion", StringComparison.Ordinal));

        var side = Of(pack).Side("require");
        Assert.Equal([0, 1, 1], Enum.GetValues<SourceKind>().Select(side.Of));
        Assert.Equal(("2019", "2024-05"), side.Dates);
        // 5 words and 6 syllables a sentence; 4 words and 15 syllables a sentence.
        Assert.Equal(0.39 * 5 + 11.8 * 6 / 5 - 15.59, side.Grades!.Value.Lowest, 0.01);
        Assert.Equal(0.39 * 4 + 11.8 * 15 / 4 - 15.59, side.Grades.Value.Highest, 0.01);
    }

    [Fact]
    public void Each_questions_key_tells_whom_it_helps()
    {
        var report = Of(new SamplePack().Change("quiz.yaml", "standards: [D2.Civ.4.9-12]\n    helps: neither", "standards: [D2.Civ.4.9-12]\n    helps: require"));

        Assert.Equal((1, 1, 0), (report.KeysThatHelp("require"), report.KeysThatHelp("choose"), report.KeysThatHelp("neither")));
        Assert.Equal(("who-decides", 1, "Who may set a dress code?", "require"), (report.Keys[0].Item, report.Keys[0].Number, report.Keys[0].Stem, report.Keys[0].Helps));
    }

    [Theory]
    [InlineData(For, "Uniforms save time.", "Uniforms save sheeple.", PlaceKind.Reading, "for-uniforms", "paragraph 1", "require", 1)]
    [InlineData(For, "A principal said so.", "A sheeple said so.", PlaceKind.Reading, "for-uniforms", "quotation, paragraph 2", "require", 2)]
    [InlineData(Choice, "## Speech", "## Sheeple", PlaceKind.Reading, "for-choice", "heading", "choose", null)]
    [InlineData(Choice, "title: For choice", "title: Sheeple", PlaceKind.Reading, "for-choice", "title", "choose", null)]
    [InlineData("pack.yaml", "Listen first.", "Listen, sheeple.", PlaceKind.Topic, "school-uniforms", "norm 2", null, null)]
    [InlineData("quiz.yaml", "stem: Who may set a dress code?", "stem: Which sheeple decide?", PlaceKind.Quiz, "who-decides", "question", null, null)]
    [InlineData("quiz.yaml", "text: A tailor", "text: A sheeple", PlaceKind.Quiz, "who-decides", "option b", null, null)]
    [InlineData("quiz.yaml", "feedback: Somebody may.", "feedback: Sheeple may.", PlaceKind.Quiz, "who-decides", "feedback on option c", null, null)]
    [InlineData("glossary.yaml", "definition: Rules about clothes.", "definition: Rules for sheeple.", PlaceKind.Glossary, "Dress code", "explanation", null, null)]
    [InlineData("source-checks/club-notice.yaml", "claim: Clothes should speak.", "claim: Sheeple should speak.", PlaceKind.SourceCheck, "club-notice", "claim “speak”", null, null)]
    [InlineData("pack.yaml", "short: Required", "short: Sheeple", PlaceKind.Topic, "school-uniforms", "short name of a position", null, null)]
    [InlineData(For, "url: https://example.org/book", "note: For sheeple", PlaceKind.Reading, "for-uniforms", "note on a source", "require", null)]
    [InlineData("source-checks/club-notice.yaml", "note: Chapter 2", "note: Chapter of sheeple", PlaceKind.SourceCheck, "club-notice", "note on evidence for “banned”", null, null)]
    [InlineData("lessons/short.yaml", "title: A short lesson", "title: A lesson for sheeple", PlaceKind.Lesson, "short", "title", null, null)]
    [InlineData("lessons/short.yaml", "summary: Read,", "summary: Sheeple,", PlaceKind.Lesson, "short", "summary", null, null)]
    [InlineData("lessons/short.yaml", "Tell law from opinion.", "Tell sheeple apart.", PlaceKind.Lesson, "short", "objective", null, null)]
    [InlineData("lessons/short.yaml", "title: Once more", "title: Sheeple again", PlaceKind.Lesson, "short", "step 4, title", null, null)]
    [InlineData("lessons/short.yaml", "script: Read.", "script: Read, sheeple.", PlaceKind.Lesson, "short", "step 2, what the teacher may say", null, null)]
    [InlineData("lessons/short.yaml", "early: Read again.", "early: Find the sheeple.", PlaceKind.Lesson, "short", "step 2, for those who finish early", null, null)]
    [InlineData("lessons/short.yaml", "sides: lot", "sides: lot\n    prompt: Who are the sheeple?", PlaceKind.Lesson, "short", "step 5, prompt", null, null)]
    [InlineData("lessons/short.yaml", "What changed?", "Who are the sheeple?", PlaceKind.Lesson, "short", "step 6, prompt", null, null)]
    public void A_loaded_word_is_shown_where_it_stands(string file, string from, string to, PlaceKind kind, string id, string part, string? side, int? paragraph)
    {
        var report = Of(new SamplePack().Change(file, from, to));

        var hit = Assert.Single(report.Hits);
        Assert.Equal("sheeple", hit.Marked, ignoreCase: true);
        Assert.Equal((kind, id, part, side, paragraph), (hit.Place.Kind, hit.Place.Id, hit.Place.Part, hit.Place.Side, hit.Place.Paragraph));
        Assert.Null(hit.Reason);
    }

    [Fact]
    public void Titles_of_sources_are_others_words() => Assert.Empty(Of(new SamplePack().Change(For, "title: A book", "title: The sheeple")).Hits);

    private static BalanceReport Of(SamplePack files)
    {
        var reading = PackReader.Read(files.Files);
        Assert.Empty(reading.Problems);
        return CivicsClass.Library.Balance.Balance.Of(reading.Pack!, LoadedWords.Read("word: sheeple\ninstead: people").List);
    }

    private static string Many(string sentence) => string.Concat(Enumerable.Repeat(sentence + " ", 25));
}
