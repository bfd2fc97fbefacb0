using CivicsClass.Debates;
using CivicsClass.Readings;
using CivicsClass.Sessions;
using CivicsClass.Tests.Sessions;
using Xunit;
using static CivicsClass.Tests.Debates.Debating;
using static CivicsClass.Tests.Sessions.Classroom;

namespace CivicsClass.Tests.Debates;

public sealed class PostingTests
{
    /// <summary>Ben has one sentence in his tray.</summary>
    private static Classroom Open()
    {
        var room = With(SampleLesson.Reading, SampleLesson.BothSides);
        room.Ana(new OpenStep("reading"));
        room.Ben(new KeepPassage("reading", Passage));
        room.Ana(new OpenStep("debate"));
        return room;
    }

    private static MyArgument Ben(Classroom room, string id = "a1") => room.MyStep<MyDebate>(BenId, "debate").Mine[id];

    [Fact]
    public void An_argument_waits_until_it_is_approved()
    {
        var room = Open();
        room.Ben(Quoting("Cities cannot opt out."));
        Assert.Equal(ArgumentStatus.Pending, Ben(room).Status);
        Assert.Empty(room.ClassStep<DebateView>("debate").Order);
        Assert.Empty(room.WallStep<WallDebate>().Cards);
        Assert.Equal("1 waiting", room.ProgressOf(BenId));
        Assert.Equal(1, room.TeacherStep<TeacherDebate>("debate").NotPosted);

        room.Ana(Approve("a1"));

        var card = room.ClassStep<DebateView>("debate").Cards["a1"];
        Assert.Equal(room.Session.People[BenId].Alias, card.Author);
        Assert.Equal(new QuotationView(Passage, "One nation, one law", 1, Sentence), Assert.Single(card.Quotations));
        Assert.Equal("1 posted", room.ProgressOf(BenId));
    }

    [Fact]
    public void The_teacher_sees_how_many_have_nothing_to_quote()
    {
        var room = Open();
        int NoPassage() => room.TeacherStep<TeacherDebate>("debate").NoPassage;
        Assert.Equal(1, NoPassage());

        room.Chi(new KeepPassage("reading", Passage));
        Assert.Equal(0, NoPassage());

        room.Chi(new DropPassage("reading", Passage));
        Assert.Equal(1, NoPassage());
    }

    [Fact]
    public void Without_texts_nobody_lacks_a_quotation()
    {
        var room = With(SampleLesson.BothSides);
        room.Ana(new OpenStep("debate"));

        Assert.Equal(0, room.TeacherStep<TeacherDebate>("debate").NoPassage);
    }

    [Theory]
    [InlineData(null, "Write your claim")]
    [InlineData("   ", "Write your claim")]
    [InlineData("One line.\nAnother.", "on one line")]
    [InlineData("A bell \u0007 rings.", "cannot be shown")]
    [InlineData("Turned \u202Earound.", "cannot be shown")]
    public void A_claim_is_one_line_that_all_can_read(string? claim, string sentence) =>
        Assert.Contains(sentence, Open().Refuses(BenActor, Quoting("Fine.") with { Claim = claim! }), StringComparison.Ordinal);

    [Fact]
    public void Half_a_surrogate_pair_is_refused() =>
        Assert.Contains("cannot be shown", Open().Refuses(BenActor, Quoting("Half a \uD83D pair.")), StringComparison.Ordinal);

    [Fact]
    public void Each_part_has_its_limit()
    {
        var room = Open();
        var argument = Quoting("Fine.");

        Assert.Contains("Shorten the claim: 300", room.Refuses(BenActor, argument with { Claim = new string('a', 301) }), StringComparison.Ordinal);
        Assert.Contains("Shorten the reason: 1,500", room.Refuses(BenActor, argument with { Reason = new string('a', 1501) }), StringComparison.Ordinal);
        Assert.Contains("Shorten the link to your reason: 600", room.Refuses(BenActor, argument with { Link = new string('a', 601) }), StringComparison.Ordinal);
        Assert.Contains("at most 4", room.Refuses(BenActor, argument with { Quotations = [.. Enumerable.Repeat(argument.Quotations[0], 5)] }), StringComparison.Ordinal);
        room.Ben(argument with { Claim = new string('a', 300), Reason = new string('b', 1500), Link = new string('c', 600) });
    }

    [Fact]
    public void An_argument_needs_a_reason_and_evidence_a_question_only_its_words()
    {
        var room = Open();
        Assert.Contains("Add a reason", room.Refuses(BenActor, Quoting("No reason.") with { Reason = " " }), StringComparison.Ordinal);
        Assert.Contains("at least one quotation", room.Refuses(BenActor, Claim("No evidence.")), StringComparison.Ordinal);
        room.Ben(Quoting("Complete."));
        room.Ana(Approve("a1"));

        Assert.Contains("Add a reason", room.Refuses(ChiActor, Reply("a1", "No.") with { Reason = null }), StringComparison.Ordinal);
        room.Chi(Reply("a1", "Which law?", ArgumentKind.Ask) with { Reason = null });
        room.Chi(Reply("a1", "So it is.", ArgumentKind.Support, SampleLesson.Require) with { Reason = null });
        room.Chi(Reply("a1", "Not so."));
    }

    [Fact]
    public void Where_no_text_was_opened_nobody_must_quote()
    {
        var room = With(SampleLesson.Reading, SampleLesson.BothSides);
        room.Ana(new OpenStep("debate"));

        room.Ben(Claim("We had no time to read."));

        Assert.Equal(ArgumentStatus.Pending, Ben(room).Status);
    }

    [Theory]
    [InlineData(Passage, "Federal law reaches every city.", 0, 31)]
    [InlineData(Passage, "  reaches every city ", 12, 30)]
    public void A_quotation_is_anchored_where_it_stands(string passage, string exact, int start, int end)
    {
        var room = Open();

        room.Ben(Quoting("Cities cannot opt out.", passage: passage, exact: exact));

        var quotation = room.Log.Select(r => r.Event).OfType<ArgumentSubmitted>().Single().Quotations.Single();
        Assert.Equal((start, end), (quotation.Start, quotation.End));
        Assert.Equal(Sentence, quotation.Prefix + quotation.Exact + quotation.Suffix);
        Assert.Equal(Sentence[start..end], quotation.Exact);
    }

    [Theory]
    [InlineData(Passage, "federal law reaches", "letter for letter")]
    [InlineData(Passage, "Federal  law", "letter for letter")]
    [InlineData(Passage, "", "letter for letter")]
    [InlineData(Passage, "Federal", "at least two words")]
    [InlineData("duty.1.2", "It works best", "not in your evidence tray")]
    [InlineData("duty.01.1", "Federal law", "not in your evidence tray")]
    [InlineData("nowhere", "Federal law", "not in your evidence tray")]
    public void A_quotation_stands_in_the_text_and_in_the_tray(string passage, string exact, string sentence) =>
        Assert.Contains(sentence, Open().Refuses(BenActor, Quoting("Fine.", passage: passage, exact: exact)), StringComparison.Ordinal);

    [Fact]
    public void Another_students_tray_is_not_ones_own() =>
        Assert.Contains("not in your evidence tray", Open().Refuses(ChiActor, Quoting("From Ben's tray.")), StringComparison.Ordinal);

    [Fact]
    public void A_reply_answers_what_is_on_the_board()
    {
        var room = Open();
        room.Ben(Quoting("Still waiting."));

        Assert.Contains("not on the board", room.Refuses(ChiActor, Reply("a1", "Too early.")), StringComparison.Ordinal);
        Assert.Contains("Choose the argument", room.Refuses(ChiActor, Reply("a1", "To nothing.") with { On = null }), StringComparison.Ordinal);
        Assert.Contains("Say how you answer", room.Refuses(BenActor, Quoting("Argues at something.") with { On = "a1" }), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_text_is_posted_once()
    {
        var room = Open();
        room.Ben(Quoting("Once is enough."));
        Assert.Contains("already", room.Refuses(BenActor, Quoting("once is ENOUGH.")), StringComparison.Ordinal);

        room.Ben(new WithdrawArgument("debate", "a1"));
        room.Ben(Quoting("Once is enough."));

        Assert.Equal(["a2"], room.TeacherStep<TeacherDebate>("debate").Queue);
    }

    [Fact]
    public void A_student_posts_at_most_twenty_times()
    {
        var room = Open();
        for (var n = 1; n <= 20; n++)
            room.Ben(Quoting($"Claim {n}."));

        Assert.Contains("20 times", room.Refuses(BenActor, Quoting("Claim 21.")), StringComparison.Ordinal);
        room.Ben(Quoting("Claim 20, better.").As("a20"));
        Assert.Equal(2, Ben(room, "a20").Card.Version);
    }

    [Fact]
    public void Nobody_posts_when_paused_frozen_closed_or_not_allowed()
    {
        var room = Open();
        var argument = Quoting("Let me.");
        room.Ana(new PauseLesson(true));
        Assert.Contains("paused", room.Refuses(BenActor, argument), StringComparison.Ordinal);
        room.Ana(new PauseLesson(false));
        room.Ana(new PausePosting(BenId, true));
        Assert.Contains("paused your posting", room.Refuses(BenActor, argument), StringComparison.Ordinal);
        room.Ana(new PausePosting(BenId, false));
        room.Ana(new CloseStep());
        Assert.Contains("closed now", room.Refuses(BenActor, argument), StringComparison.Ordinal);
        room.Ana(new OpenStep("debate"));

        room.Ben(argument);
        Assert.Equal(ArgumentStatus.Pending, Ben(room).Status);
    }
}
