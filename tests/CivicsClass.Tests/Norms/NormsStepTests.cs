using CivicsClass.Debates;
using CivicsClass.Norms;
using CivicsClass.Sessions;
using CivicsClass.Tests.Debates;
using CivicsClass.Tests.Sessions;
using Xunit;
using static CivicsClass.Tests.Sessions.Classroom;

namespace CivicsClass.Tests.Norms;

public sealed class NormsStepTests
{
    private static readonly AcceptNorms Accept = new("norms");

    [Fact]
    public void Norms_are_accepted_once_however_often_the_button_is_pressed()
    {
        var room = With(SampleLesson.Norms);
        room.Ana(new OpenStep("norms"));
        Assert.False(room.MyStep<MyNorms>(BenId, "norms").Accepted);

        room.Ben(Accept);
        room.Ben(Accept);

        Assert.True(room.MyStep<MyNorms>(BenId, "norms").Accepted);
        Assert.False(room.MyStep<MyNorms>(ChiId, "norms").Accepted);
        Assert.Single(room.Log, r => r.Event is NormsAccepted);
        Assert.Equal("accepted", room.ProgressOf(BenId));
        Assert.Equal("", room.ProgressOf(ChiId));
        Assert.Equal(1, room.WallStep<WallNorms>().Accepted);
    }

    [Fact]
    public void Norms_cannot_be_accepted_before_they_are_shown() =>
        Assert.Contains("has not begun yet", With(SampleLesson.Norms).Refuses(BenActor, Accept), StringComparison.Ordinal);

    [Fact]
    public void Who_comes_late_accepts_the_norms_after_the_step_has_closed()
    {
        var room = With(SampleLesson.Norms, SampleLesson.BothSides);
        room.Ana(new OpenStep("norms"));
        room.Ben(Accept);
        room.Ana(new OpenStep("debate"));
        var dee = room.Joins("Dee");
        Assert.Contains("Accept the discussion norms first", room.Refuses(Actor.Student(dee), Debating.Claim("Late but here.")), StringComparison.Ordinal);

        room.Do(Actor.Student(dee), Accept);
        room.Do(Actor.Student(dee), Debating.Claim("Late but here."));

        Assert.Single(room.TeacherStep<TeacherDebate>("debate").Queue);
    }

    [Fact]
    public void A_lesson_that_skips_its_norms_lets_everybody_post()
    {
        var room = With(SampleLesson.Norms, SampleLesson.BothSides);
        room.Ana(new OpenStep("norms"));
        room.Ana(new SkipStep("norms"));
        Assert.Equal("debate", room.Session.Current?.Id);

        room.Ben(Debating.Claim("Nobody asked me to accept."));

        Assert.Single(room.TeacherStep<TeacherDebate>("debate").Queue);
    }

    [Fact]
    public void A_lesson_that_goes_straight_to_the_debate_still_asks_for_the_norms()
    {
        var room = With(SampleLesson.Norms, SampleLesson.BothSides);
        room.Ana(new OpenStep("debate"));
        Assert.Contains("Accept the discussion norms first", room.Refuses(BenActor, Debating.Claim("Straight to it.")), StringComparison.Ordinal);
        Assert.False(room.MyStep<MyNorms>(BenId, "norms").Accepted);

        room.Ben(Accept);
        room.Ben(Debating.Claim("Straight to it."));

        Assert.Single(room.TeacherStep<TeacherDebate>("debate").Queue);
    }

    [Fact]
    public void A_removed_student_is_no_longer_counted()
    {
        var room = With(SampleLesson.Norms);
        room.Ana(new OpenStep("norms"));
        room.Ben(Accept);
        room.Chi(Accept);
        Assert.Equal(2, room.TeacherStep<TeacherNorms>("norms").Accepted);

        room.Ana(new RemoveStudent(BenId));

        Assert.Equal(1, room.TeacherStep<TeacherNorms>("norms").Accepted);
    }
}
