using CivicsClass.Reports;
using CivicsClass.Sessions;
using CivicsClass.Tests.Sessions;

namespace CivicsClass.Tests.Reports;

public sealed class TimelineTests
{
    [Fact]
    public void Those_who_join_are_counted_per_minute()
    {
        var room = Classroom.Empty(SampleLesson.Norms);
        room.Joins("Ben");
        room.Joins("Chi");
        room.Wait(70);
        room.Joins("Dee");

        var joined = Line(room).Moments.Where(m => m.Kind == MomentKind.Joined);

        Assert.Equal([(0, 2, "2 students joined"), (1, 1, "1 student joined")], joined.Select(m => (m.Minute, m.Count, m.Text)));
    }

    [Fact]
    public void What_happened_at_the_same_moment_stands_in_the_order_it_was_done()
    {
        var room = Classroom.With(SampleLesson.Norms, SampleLesson.Reading);
        room.Ana(new OpenStep("norms"));
        room.Ana(new CallEyesUp(true));
        room.Ana(new CallEyesUp(false));
        room.Ana(new OpenStep("reading"));

        Assert.Equal(
            [MomentKind.Started, MomentKind.Joined, MomentKind.StepOpened, MomentKind.EyesUp, MomentKind.EyesDown, MomentKind.StepClosed, MomentKind.StepOpened],
            Line(room).Moments.Select(m => m.Kind));
    }

    [Fact]
    public void Steps_pauses_and_eyes_up_are_stretches_of_time()
    {
        var room = Classroom.With(SampleLesson.Norms, SampleLesson.Reading);
        var start = room.Now;
        room.Wait(60);
        room.Ana(new OpenStep("norms"));
        room.Wait(60);
        room.Ana(new CallEyesUp(true));
        room.Wait(30);
        room.Ana(new CallEyesUp(false));
        room.Ana(new OpenStep("reading"));
        room.Wait(60);
        room.Ana(new PauseLesson(true));
        room.Wait(60);

        Assert.Equal(
            [("Our norms", 60, 150), ("Eyes up", 120, 150), ("Read both sides", 150, 270), ("Paused", 210, 270)],
            Line(room).Stretches.Select(s => (s.Title, Seconds(s.From), Seconds(s.To))));

        int Seconds(DateTime at) => (int)(at - start).TotalSeconds;
    }

    [Fact]
    public void A_step_whose_time_ran_out_says_so_and_goes_on_until_it_is_closed()
    {
        var room = Classroom.With(SampleLesson.Norms);
        room.Ana(new OpenStep("norms"));
        room.Wait(600);

        var line = Line(room);

        Assert.Equal(3, Assert.Single(line.Moments, m => m.Kind == MomentKind.TimeRanOut).Minute);
        Assert.Equal(600, (Assert.Single(line.Stretches).To - line.From).TotalSeconds);
        Assert.Single(new TimelineChart(line).TimesUp);
    }

    [Fact]
    public void The_end_closes_what_is_open()
    {
        var room = Classroom.With(SampleLesson.Norms);
        room.Ana(new OpenStep("norms"));
        room.Ana(new PauseLesson(true));
        room.Wait(120);
        room.Ana(new EndSession());
        room.Wait(3600);

        var line = Line(room);

        Assert.All(line.Stretches, s => Assert.Equal(120, (s.To - s.From).TotalSeconds));
        Assert.Equal(MomentKind.Ended, line.Moments[^1].Kind);
        Assert.Equal(line.To, line.Moments[^1].At);
    }

    [Fact]
    public void A_session_that_was_forgotten_overnight_is_drawn_as_far_as_anything_happened()
    {
        var room = Classroom.With(SampleLesson.Norms);
        room.Ana(new OpenStep("norms"));
        room.Wait(120);
        room.Ana(new CloseStep());
        room.Wait(16 * 3600);
        Assert.Equal(17, (Line(room).To - Line(room).From).TotalMinutes);

        room.Ana(new EndSession());

        var line = Line(room);
        Assert.Equal(17, (line.To - line.From).TotalMinutes);
        Assert.Equal((MomentKind.Ended, 962), (line.Moments[^1].Kind, line.Moments[^1].Minute));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(60 * 24 * 3)]
    public void The_drawing_stays_in_its_frame_however_long_a_session_lasts(int minutes)
    {
        var room = Classroom.With(SampleLesson.Norms);
        room.Ana(new OpenStep("norms"));
        room.Wait(60.0 * minutes);
        room.Ana(new LockDoor(true));

        var chart = new TimelineChart(Line(room));

        Assert.InRange(chart.Ticks.Count(), 1, 10);
        Assert.All(chart.Rows.SelectMany(r => r.Bars), bar => Assert.InRange(Number(bar.X) + Number(bar.Width), 285, 1000));
    }

    private static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static Timeline Line(Classroom room) => SessionReportTests.Report(room).Timeline;
}
