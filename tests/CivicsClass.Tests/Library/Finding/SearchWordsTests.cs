using CivicsClass.Library.Finding;
using Xunit;

namespace CivicsClass.Tests.Library.Finding;

public sealed class SearchWordsTests
{
    [Theory]
    [InlineData("José's café", "jose's cafe")]
    [InlineData("STRASSE Straße", "strasse strasse")]
    [InlineData("Ñandú Łódź Ærø", "nandu lodz aero")]
    [InlineData("“Ça va?” İstanbul", "“ca va?” istanbul")]
    [InlineData("ﬁne 😀 e\u0301", "fine 😀 e")]
    public void Case_and_accents_do_not_count(string text, string folded) => Assert.Equal(folded, SearchWords.Fold(text).Replace("\u0001", "", StringComparison.Ordinal));

    [Theory]
    [InlineData("detain", "A detainer asks.", true)]
    [InlineData("tainer", "A detainer asks.", false)]
    [InlineData("law", "A flaw in the law", true)]
    [InlineData("law", "A flaw", false)]
    [InlineData("§ 1373", "Under § 1373", true)]
    [InlineData("jose", "By José", true)]
    public void A_word_is_found_where_a_word_begins(string typed, string text, bool found) =>
        Assert.Equal(found, SearchWords.Of(typed).AreIn(SearchWords.FoldToBytes(text)));

    [Fact]
    public void Every_place_is_marked_in_the_text_as_it_was_written()
    {
        var pieces = SearchWords.Of("strasse JOSE").Mark("Straße of José, “josefina”, Joseé. Mojose");

        Assert.Equal("Straße of José, “josefina”, Joseé. Mojose", string.Concat(pieces.Select(p => p.Text)));
        Assert.Equal(["Straße", "José", "jose", "Jose"], pieces.Where(p => p.Found).Select(p => p.Text));
    }

    [Fact]
    public void Signs_around_words_and_words_that_come_twice_are_left_out()
    {
        Assert.Equal(["who", "decides"], SearchWords.Of("  “Who decides?” who ").Words);
        Assert.Empty(SearchWords.Of(" ?! ").Words);
        Assert.Equal(10, SearchWords.Of(string.Join(' ', Enumerable.Range(1, 30))).Words.Count);
    }
}
