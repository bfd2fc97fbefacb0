using CivicsClass.Library.Balance;

namespace CivicsClass.Tests.Library.Balance;

public sealed class ReadabilityTests
{
    /// <summary>The two worked examples that Wikipedia gives under “Flesch–Kincaid readability tests”: a sentence of 13 words and 24 syllables
    /// about the platypus, grade 11.3, and Green Eggs and Ham with 5.7 words a sentence and 1.02 syllables a word, grade −1.3.</summary>
    [Theory]
    [InlineData(13, 1, 24, 11.3)]
    [InlineData(5700, 1000, 5814, -1.3)]
    public void The_formula_gives_the_published_examples(int words, int sentences, int syllables, double grade) =>
        Assert.Equal(grade, Readability.Grade(words, sentences, syllables), 0.05);

    /// <summary>20 sentences of 5 words and 6 syllables each: 0.39 · 5 + 11.8 · 1.2 − 15.59.</summary>
    [Fact]
    public void A_text_is_graded_by_its_sentences_words_and_syllables() =>
        Assert.Equal(0.52, Readability.Grade(Enumerable.Repeat("The mayor went to work.", 20))!.Value, 0.005);

    [Fact]
    public void Under_a_hundred_words_there_is_no_grade()
    {
        Assert.Null(Readability.Grade(Enumerable.Repeat("The mayor went to work.", 19).Append("She came back again.")));
        Assert.NotNull(Readability.Grade(Enumerable.Repeat("The mayor went to work.", 20)));
        Assert.Null(Readability.Grade([]));
    }

    [Theory]
    [InlineData("See 8 U.S.C. § 1373(a).")]
    [InlineData("567 U.S. 387, 392 (2012).")]
    [InlineData("890 F.3d 164 (5th Cir. 2018).")]
    [InlineData("Pub. L. No. 104-208.")]
    [InlineData("8 C.F.R. 287.7.")]
    public void A_sentence_that_only_cites_is_no_sentence(string citation)
    {
        var text = Enumerable.Repeat("The mayor went to work.", 20).ToList();
        Assert.Equal(Readability.Grade(text), Readability.Grade([.. text, citation]));
    }

    [Theory]
    [InlineData("Under 8 U.S.C. § 1373(a) no city may hide it.", "Under   no city may hide it.")]
    [InlineData("Arizona v. United States, 567 U.S. 387 (2012), let officers ask.", "Arizona v. United States,  , let officers ask.")]
    [InlineData("The rule in § 287(g) and the rule in §§ 1325 and 1326 differ.", "The rule in   and the rule in   differ.")]
    [InlineData("In 2025 a jury heard 674 people.", "In 2025 a jury heard 674 people.")]
    [InlineData("They counted 1,500 Texas 287 cases.", "They counted 1,500 Texas 287 cases.")]
    public void Citations_are_taken_out_and_nothing_else(string sentence, string left) => Assert.Equal(Spaced(left), Spaced(Readability.WithoutCitations(sentence)));

    [Fact]
    public void Only_english_is_graded()
    {
        var text = new SamplePack().With("readings/01-what-the-law-says.md", SamplePack.Reading("background", "Law", string.Concat(Enumerable.Repeat("The mayor went to work. ", 20)) + "\n\nThen home."));
        Assert.NotNull(Readability.Grade(Read(text)));
        Assert.Null(Readability.Grade(Read(text.Change("readings/01-what-the-law-says.md", "kind: secondary", "kind: secondary\nlanguage: es"))));
    }

    /// <summary>Counted by hand.</summary>
    [Fact]
    public void Syllables_are_counted_as_they_are_said()
    {
        const string counted = """
            the 1 law 1 state 1 states 1 local 2 police 2 federal 3 government 3 immigration 4 enforcement 3 cooperate 4 cooperation 5 detainer 3 jail 1
            judges 2 warrant 2 judicial 3 administrative 5 county 2 communities 4 required 2 ruled 1 called 1 wanted 2 needed 2 asked 1 release 2 people 2
            noncitizen 4 constitution 4 amendment 3 statutes 2 agreement 3 statement 2 element 3 settlement 3 safety 2 likely 2 careful 2 crimes 1 violate 3
            violation 4 period 3 various 3 opinion 3 million 2 question 2 official 3 social 2 individual 5 actual 3 language 2 guard 1 influence 3 frequent 2
            create 2 creature 2 idea 3 reality 4 society 4 experience 4 patient 2 field 1 friend 1 applying 3 being 2 going 2 federalism 5 doesn't 2 don't 1
            marijuana 5 places 2 articles 3 table 2 settled 2 controlled 2 clothes 1 resources 3 measures 2 argue 2 continue 3 employer 3 area 3 reentry 3
            preempt 2 theory 3 region 2 parties 2 movement 2 before 2 something 2 rules 1 schedule 2 taxes 2 months 1 anti-commandeering 6 U.S 2 DHS 3 O’Connor 3
            """;
        var words = counted.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Chunk(2).ToList();

        Assert.Equal(words.Select(w => $"{w[0]} {w[1]}"), words.Select(w => $"{w[0]} {Syllables.In(w[0])}"));
    }

    private static CivicsClass.Library.Excerpt Read(SamplePack pack) => CivicsClass.Library.Files.PackReader.Read(pack.Files).Pack!.Readings[0];

    private static string Spaced(string text) => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
