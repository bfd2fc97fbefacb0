using CivicsClass.Polls;
using CivicsClass.Reports;
using CivicsClass.Sessions;
using CivicsClass.Tests.Sessions;
using Xunit;

namespace CivicsClass.Tests.Reports;

public sealed class PollReportTests
{
    private static PollReport Report(int voters, int between)
    {
        var room = Classroom.Empty(SampleLesson.Before);
        for (var n = 1; n <= voters; n++)
            room.Joins($"Student {n}");
        room.Ana(new OpenStep("poll"));
        for (var n = 1; n <= voters; n++)
            room.Do(Actor.Student($"p{n}"), new Vote("poll", n <= between ? PollStep.Between : n % 2 == 0 ? SampleLesson.Require : SampleLesson.Choose));
        Assert.Empty(Of(room).Polls);
        room.Ana(new CloseStep());
        return Of(room).Polls.Single();
    }

    private static SessionReport Of(Classroom room) => SessionReport.Of(room.Session, room.Log, room.Names, 1, room.Now);

    [Fact]
    public void A_poll_is_reported_by_its_totals()
    {
        var report = Report(voters: 12, between: 4);

        Assert.Equal([4, 4, 4], report.Shares.Select(s => s.Votes));
        Assert.Equal([33, 33, 33], report.Shares.Select(s => s.Percent));
    }

    [Fact]
    public void Totals_that_could_give_somebody_away_are_in_no_report()
    {
        Assert.Equal((PollOutcome.TooFew, 0), (Report(9, 3).Outcome, Report(9, 3).Shares.Count));
        Assert.Equal((PollOutcome.TooEasyToGuess, 0), (Report(12, 2).Outcome, Report(12, 2).Shares.Count));
    }
}
