using CivicsClass.Debates;
using CivicsClass.Readings;
using CivicsClass.Sessions;
using CivicsClass.Tests.Sessions;
using Xunit;
using static CivicsClass.Tests.Debates.Debating;
using static CivicsClass.Tests.Sessions.Classroom;

namespace CivicsClass.Tests.Debates;

public sealed class CounterclaimTests
{
    private const string Other = "Cities know their streets best.", Answer = "They may, and a state can still ask them to share what they know.";

    private readonly Classroom _room = With(SampleLesson.BothSides);

    public CounterclaimTests() => _room.Ana(new OpenStep("debate"));

    [Fact]
    public void A_counterclaim_and_its_answer_stand_on_the_card()
    {
        _room.Ben(Claim("Help is fair.") with { Counterclaim = $" {Other} ", Answer = Answer });
        _room.Ana(Approve("a1"));

        var card = _room.ClassStep<DebateView>("debate").Cards["a1"];

        Assert.Equal((Other, Answer), (card.Counterclaim, card.Answer));
    }

    [Fact]
    public void A_counterclaim_may_still_wait_for_its_answer_but_an_answer_needs_a_counterclaim()
    {
        Assert.Contains("Write the counterclaim that you answer", _room.Refuses(BenActor, Claim("Help is fair.") with { Answer = Answer }), StringComparison.Ordinal);

        _room.Ben(Claim("Help is fair.") with { Counterclaim = Other });

        Assert.Null(_room.MyStep<MyDebate>(BenId, "debate").Mine["a1"].Card.Answer);
    }

    [Fact]
    public void Adding_a_counterclaim_is_a_revision_and_not_a_second_post()
    {
        _room.Ben(Claim("Help is fair."));
        Assert.Contains("posted this already", _room.Refuses(BenActor, Claim("Help is fair.") with { Counterclaim = Other }), StringComparison.Ordinal);

        _room.Ben((Claim("Help is fair.") with { Counterclaim = Other }).As("a1"));

        Assert.Contains("same as before", _room.Refuses(BenActor, (Claim("Help is fair.") with { Counterclaim = Other }).As("a1")), StringComparison.Ordinal);
        _room.Ben((Claim("Help is fair.") with { Counterclaim = Other, Answer = Answer }).As("a1"));
        Assert.Equal(3, _room.MyStep<MyDebate>(BenId, "debate").Mine["a1"].Card.Version);
    }

    [Theory]
    [InlineData(10_000, "Shorten the counterclaim: 600 characters at most, it has 10,000.", "Shorten the answer to the counterclaim: 1,000 characters at most, it has 10,000.")]
    [InlineData(1_001, "Shorten the counterclaim: 600 characters at most, it has 1,001.", "Shorten the answer to the counterclaim: 1,000 characters at most, it has 1,001.")]
    public void What_is_too_long_is_refused_with_its_number(int length, string counterclaim, string answer)
    {
        var text = new string('x', length);
        Assert.Equal(counterclaim, _room.Refuses(BenActor, Claim("Fine.") with { Counterclaim = text }));
        Assert.Equal(answer, _room.Refuses(BenActor, Claim("Fine.") with { Counterclaim = Other, Answer = text }));
    }

    [Fact]
    public void A_lesson_can_leave_the_starters_out()
    {
        Assert.Null(_room.ClassStep<DebateView>("debate").NoStarters);

        var room = With(SampleLesson.BothSides with { Starters = false });
        room.Ana(new OpenStep("debate"));

        Assert.True(room.ClassStep<DebateView>("debate").NoStarters);
    }
}
