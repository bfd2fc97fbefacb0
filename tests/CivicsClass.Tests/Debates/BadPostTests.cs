using CivicsClass.Debates;
using CivicsClass.Library;
using CivicsClass.Readings;
using CivicsClass.Sessions;
using CivicsClass.Tests.Sessions;
using Xunit;
using static CivicsClass.Tests.Debates.Debating;
using static CivicsClass.Tests.Sessions.Classroom;

namespace CivicsClass.Tests.Debates;

/// <summary>What should not be posted, and what looks odd and must be kept as it is.</summary>
public sealed class BadPostTests
{
    private readonly Classroom _room = Open(SampleLesson.Pack);

    private static Classroom Open(Pack pack)
    {
        var room = WithPack(pack, SampleLesson.Reading, SampleLesson.BothSides);
        room.Ana(new OpenStep("reading"));
        room.Ben(new KeepPassage("reading", Debating.Passage));
        room.Ana(new OpenStep("debate"));
        return room;
    }

    [Fact]
    public void A_quotation_altered_by_one_letter_anywhere_is_refused()
    {
        for (var at = 0; at < Sentence.Length; at++)
        {
            var altered = Sentence[..at] + (Sentence[at] == 'x' ? 'y' : 'x') + Sentence[(at + 1)..];
            Assert.Contains("letter for letter", _room.Refuses(BenActor, Quoting("Fine.", exact: altered)), StringComparison.Ordinal);
        }
        Assert.Contains("letter for letter", _room.Refuses(BenActor, Quoting("Fine.", exact: Sentence.ToUpperInvariant())), StringComparison.Ordinal);
        Assert.Contains("letter for letter", _room.Refuses(BenActor, Quoting("Fine.", exact: Sentence.Replace("e", "\u0435", StringComparison.Ordinal))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_quotation_of_another_version_of_the_text_is_refused()
    {
        const string before = "Federal law reaches each city.";
        var earlier = SampleLesson.Pack with
        {
            Readings = [.. SampleLesson.Pack.Readings.Select(r => r.Id != "duty" ? r : r with
            {
                Blocks = [.. r.Blocks.Select(b => b with { Sentences = [.. b.Sentences.Select(s => s == Sentence ? before : s)] })],
            })],
        };
        Open(earlier).Ben(Quoting("As it was.", exact: before));

        Assert.Contains("letter for letter", _room.Refuses(BenActor, Quoting("As it was.", exact: before)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("another-topic.1.1")]
    [InlineData("duty.9.9")]
    [InlineData("duty")]
    [InlineData("duty.1.1.1")]
    [InlineData("../duty.1.1")]
    public void A_quotation_of_another_topic_is_refused(string passage) =>
        Assert.Contains("not in your evidence tray", _room.Refuses(BenActor, Quoting("Fine.", passage: passage)), StringComparison.Ordinal);

    [Fact]
    public void Ten_thousand_characters_are_refused_with_their_number_in_every_field()
    {
        var text = new string('a', 10_000);
        (SubmitArgument Post, string Field, string Most)[] posts =
        [
            (Quoting(text), "the claim", "300"),
            (Quoting("Fine.") with { Reason = text }, "the reason", "1,500"),
            (Quoting("Fine.") with { Link = text }, "the link to your reason", "600"),
            (Quoting("Fine.") with { Counterclaim = text }, "the counterclaim", "600"),
            (Quoting("Fine.") with { Counterclaim = "No.", Answer = text }, "the answer to the counterclaim", "1,000"),
        ];
        Assert.All(posts, p => Assert.Equal($"Shorten {p.Field}: {p.Most} characters at most, it has 10,000.", _room.Refuses(BenActor, p.Post)));
        Assert.Contains("letter for letter", _room.Refuses(BenActor, Quoting("Fine.", exact: text)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script> & <b>bold</b> \"quoted\" 'so'")]
    [InlineData("Emoji stay whole: 👩🏽‍⚖️ 🏛️ 🇺🇸")]
    [InlineData("מי מחליט, העיר או המדינה?")]
    [InlineData("من يقرر: المدينة أم الولاية؟ (1798)")]
    [InlineData("Z\u0335\u0321a\u0300\u0301l\u0338g\u0334o stays")]
    [InlineData("cafe\u0301 is not café")]
    public void What_looks_odd_is_kept_as_it_was_typed(string text)
    {
        _room.Ben(Quoting(text) with { Reason = text, Link = text, Counterclaim = text, Answer = text });
        _room.Ana(Approve("a1"));

        var card = _room.Replayed().ClassStep<DebateView>("debate").Cards["a1"];

        Assert.Equal([text, text, text, text, text], [card.Claim, card.Reason!, card.Link!, card.Counterclaim!, card.Answer!]);
        Assert.DoesNotContain("<script>", _room.Written()["class"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_claim_of_three_hundred_letters_is_taken_and_one_more_is_not()
    {
        var claim = string.Concat(Enumerable.Repeat("\u05D0", 300));
        _room.Ben(Quoting(claim));

        Assert.Equal(claim, _room.MyStep<MyDebate>(BenId, "debate").Mine["a1"].Card.Claim);
        Assert.Contains("it has 301", _room.Refuses(BenActor, Quoting(claim + "\u05D0")), StringComparison.Ordinal);
    }

    [Fact]
    public void Letters_of_several_parts_count_as_a_reader_counts_them_and_the_refusal_says_how_many()
    {
        Assert.Equal("Shorten the claim: 300 characters at most, it has 301.", _room.Refuses(BenActor, Quoting(string.Concat(Enumerable.Repeat("e\u0301", 301)))));
        Assert.Equal("Shorten the claim: 300 characters at most, it has 700.", _room.Refuses(BenActor, Quoting(string.Concat(Enumerable.Repeat("👩🏽‍⚖️", 300)))));

        _room.Ben(Quoting(string.Concat(Enumerable.Repeat("e\u0301", 300))));
        Assert.Equal(600, _room.MyStep<MyDebate>(BenId, "debate").Mine["a1"].Card.Claim.Length);
    }
}
