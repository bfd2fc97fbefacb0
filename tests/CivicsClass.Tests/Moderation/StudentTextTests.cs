using CivicsClass.Moderation;
using CivicsClass.Sessions;

namespace CivicsClass.Tests.Moderation;

public sealed class StudentTextTests
{
    /// <summary>The same table stands in client/parts/limit.test.ts: what a page lets through, the server takes.</summary>
    [Theory]
    [InlineData("é")]
    [InlineData("e\u0301")]
    [InlineData("👨‍👩‍👧‍👦")]
    [InlineData("🇺🇸")]
    [InlineData("👍🏽")]
    [InlineData("क्षि")]
    [InlineData("กำ")]
    [InlineData("한")]
    [InlineData("بً")]
    [InlineData("שָׁ")]
    [InlineData("x\u0301\u0302")]
    public void A_character_is_what_a_reader_takes_for_one_in_every_script(string one) =>
        Assert.Equal(61, StudentText.Length(new string('a', 60) + one));

    [Theory]
    [InlineData("مرحبا بالعالم", 13)]
    [InlineData("👍🏽 नमस्ते", 5)]
    public void A_sentence_is_as_long_as_it_reads(string sentence, int length) =>
        Assert.Equal(length, StudentText.Length(sentence));

    [Fact]
    public void A_pile_of_accents_counts_so_that_nobody_fills_the_log_with_one_letter() =>
        Assert.Equal(334, StudentText.Length("a" + new string('\u0301', 999)));

    [Theory]
    [InlineData("😀")]
    [InlineData("ب")]
    [InlineData("é")]
    public void A_text_at_its_limit_is_taken_and_one_character_more_is_refused(string character)
    {
        var full = string.Concat(Enumerable.Repeat(character, 300));

        Assert.Equal(full, StudentText.Clean($"  {full}\n", "the claim", 300));
        var refusal = Assert.Throws<Refusal>(() => StudentText.Clean(full + character, "the claim", 300));
        Assert.Equal("Shorten the claim: 300 characters at most, it has 301.", refusal.Message);
    }

    [Fact]
    public void Ten_thousand_characters_are_refused_and_nothing_is_cut() =>
        Assert.Contains("10,000", Assert.Throws<Refusal>(() => StudentText.Clean(new string('x', 10_000), "the reason", 1_500)).Message);
}
