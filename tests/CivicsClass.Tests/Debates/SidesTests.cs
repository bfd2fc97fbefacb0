using CivicsClass.Debates;
using CivicsClass.Sessions;
using CivicsClass.Tests.Sessions;
using Xunit;
using static CivicsClass.Tests.Debates.Debating;
using static CivicsClass.Tests.Sessions.Classroom;

namespace CivicsClass.Tests.Debates;

public sealed class SidesTests
{
    private static string? SideOf(Classroom room, string participant) => room.MyStep<MyDebate>(participant, "debate").Side;

    [Fact]
    public void Sides_are_drawn_when_the_debate_opens_and_for_the_late_when_they_sit_down()
    {
        var room = With(SampleLesson.Debate);
        Assert.DoesNotContain(room.Log, r => r.Event is SideDrawn);

        room.Ana(new OpenStep("debate"));
        Assert.NotEqual(SideOf(room, BenId), SideOf(room, ChiId));

        var late = room.Joins("Dee");
        Assert.NotNull(SideOf(room, late));
        room.Ana(new CloseStep());
        room.Ana(new OpenStep("debate"));
        Assert.Equal(3, room.Log.Count(r => r.Event is SideDrawn));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(42)]
    [InlineData(-7)]
    public void Sides_are_balanced_whoever_comes_and_goes(int seed)
    {
        var room = EmptyWith(seed, SampleLesson.Debate);
        for (var n = 0; n < 10; n++)
            room.Joins($"Early {n}");
        room.Ana(new OpenStep("debate"));
        Assert.Equal(5, room.TeacherStep<TeacherDebate>("debate").Lots.Values.Count(s => s == SampleLesson.Require));
        var leaving = room.TeacherStep<TeacherDebate>("debate").Lots.Where(l => l.Value == SampleLesson.Choose).Select(l => l.Key).Take(3).ToArray();
        foreach (var participant in leaving)
            room.Ana(new RemoveStudent(participant));

        var late = Enumerable.Range(0, 3).Select(n => room.Joins($"Late {n}")).ToArray();

        Assert.All(late, participant => Assert.Equal(SampleLesson.Choose, SideOf(room, participant)));
    }

    [Fact]
    public void The_lot_does_not_follow_the_order_of_joining()
    {
        var draws = Enumerable.Range(1, 20).Select(seed =>
        {
            var room = EmptyWith(seed, SampleLesson.Debate);
            for (var n = 0; n < 8; n++)
                room.Joins($"Student {n}");
            room.Ana(new OpenStep("debate"));
            return string.Join(',', room.Session.People.Keys.Select(p => SideOf(room, p)));
        });

        Assert.True(draws.Distinct().Count() > 10);
    }

    [Fact]
    public void By_lot_each_writes_for_the_drawn_side_but_may_ask_either()
    {
        var room = With(SampleLesson.Debate);
        room.Ana(new OpenStep("debate"));
        var (mine, others) = SideOf(room, BenId) == SampleLesson.Require ? (SampleLesson.Require, SampleLesson.Choose) : (SampleLesson.Choose, SampleLesson.Require);

        Assert.Contains("the side you drew by lot", room.Refuses(BenActor, Claim("Not mine.", others)), StringComparison.Ordinal);
        room.Ben(Claim("Mine.", mine));
        room.Ana(Approve("a1"));
        Assert.Contains("the side you drew by lot", room.Refuses(ChiActor, Reply("a1", "Yours.", ArgumentKind.Rebut, mine)), StringComparison.Ordinal);
        room.Chi(Reply("a1", "Is it?", ArgumentKind.Ask, mine));
        room.Chi(Reply("a1", "It is not.", ArgumentKind.Rebut, others));

        Assert.Equal(["a2", "a3"], room.TeacherStep<TeacherDebate>("debate").Queue);
    }

    [Fact]
    public void Without_lots_each_writes_for_both_sides_and_nobody_has_one()
    {
        var room = With(SampleLesson.BothSides);
        room.Ana(new OpenStep("debate"));

        room.Ben(Claim("For.", SampleLesson.Require));
        room.Ben(Claim("Against.", SampleLesson.Choose));

        Assert.Null(SideOf(room, BenId));
        Assert.Contains("Choose one of the two sides", room.Refuses(BenActor, Claim("Elsewhere.", "background")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ArgumentKind.Support, SampleLesson.Require, null)]
    [InlineData(ArgumentKind.Support, SampleLesson.Choose, "stands on the same side")]
    [InlineData(ArgumentKind.Rebut, SampleLesson.Choose, null)]
    [InlineData(ArgumentKind.Rebut, SampleLesson.Require, "stands on the other side")]
    [InlineData(ArgumentKind.Ask, SampleLesson.Require, null)]
    [InlineData(ArgumentKind.Ask, SampleLesson.Choose, null)]
    public void Support_stands_beside_its_argument_a_rebuttal_across_and_a_question_on_either_side(ArgumentKind kind, string side, string? refused)
    {
        var room = With(SampleLesson.BothSides);
        room.Ana(new OpenStep("debate"));
        room.Ben(Claim("For."));
        room.Ana(Approve("a1"));
        var reply = Reply("a1", "An answer.", kind, side);

        if (refused is null)
            room.Chi(reply);
        else
            Assert.Contains(refused, room.Refuses(ChiActor, reply), StringComparison.Ordinal);

        Assert.Equal(refused is null ? ["a2"] : [], room.TeacherStep<TeacherDebate>("debate").Queue);
    }

    [Fact]
    public void A_side_drawn_by_lot_neither_supports_the_other_nor_rebuts_itself()
    {
        var room = With(SampleLesson.Debate);
        room.Ana(new OpenStep("debate"));
        var late = Actor.Student(room.Joins("Dee"));
        var (bens, chis) = (SideOf(room, BenId)!, SideOf(room, ChiId)!);
        room.Ben(Claim("Ben's.", bens));
        room.Ana(Approve("a1"));
        room.Chi(Claim("Chi's.", chis));
        room.Ana(Approve("a2"));
        var (own, other) = SideOf(room, late.Id) == bens ? ("a1", "a2") : ("a2", "a1");
        var dees = SideOf(room, late.Id)!;

        Assert.Contains("same side", room.Refuses(late, Reply(other, "With them.", ArgumentKind.Support, dees)), StringComparison.Ordinal);
        Assert.Contains("other side", room.Refuses(late, Reply(own, "Against us.", ArgumentKind.Rebut, dees)), StringComparison.Ordinal);
        room.Do(late, Reply(own, "With us.", ArgumentKind.Support, dees));
        room.Do(late, Reply(other, "Against them.", ArgumentKind.Rebut, dees));
    }

    [Fact]
    public void A_revision_stays_on_its_side()
    {
        var room = With(SampleLesson.BothSides);
        room.Ana(new OpenStep("debate"));
        room.Ben(Claim("For.", SampleLesson.Require));

        Assert.Contains("stays on its side", room.Refuses(BenActor, Claim("Against.", SampleLesson.Choose).As("a1")), StringComparison.Ordinal);
        room.Ben(Claim("For, better said.", SampleLesson.Require).As("a1"));
    }
}
