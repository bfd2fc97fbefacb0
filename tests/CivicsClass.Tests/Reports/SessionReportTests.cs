using CivicsClass.Debates;
using CivicsClass.Library;
using CivicsClass.Norms;
using CivicsClass.Quizzes;
using CivicsClass.Readings;
using CivicsClass.Reflections;
using CivicsClass.Reports;
using CivicsClass.Sessions;
using CivicsClass.Tests.Debates;
using CivicsClass.Tests.Sessions;

namespace CivicsClass.Tests.Reports;

public sealed class SessionReportTests
{
    [Fact]
    public void A_session_that_nobody_joined_has_a_report()
    {
        var room = Classroom.Empty(SampleLesson.Norms, SampleLesson.Quiz);
        room.Ana(new OpenStep("quiz"));
        room.Ana(new OpenQuestion("quiz", "clause"));
        room.Wait(90);

        var report = Report(room);

        Assert.Equal((0, 0, 1), (report.Head.Seated, report.Head.Removed, report.Head.Minutes));
        Assert.Empty(report.Students);
        Assert.Empty(report.Debates);
        Assert.Empty(report.Moderation);
        var item = report.Quizzes.Single().Items[0];
        Assert.Equal((0, null, (int?)null), (item.Answers, item.RightPercent, item.Options[0].Percent));
    }

    [Fact]
    public void The_head_names_what_was_taught_and_when()
    {
        var room = Classroom.With(SampleLesson.Norms);
        room.Wait(125);
        Assert.Null(Report(room).Head.EndedAt);
        room.Ana(new EndSession());
        var ended = room.Now;
        room.Wait(3600);

        var head = Report(room).Head;

        Assert.Equal(("A lesson", SampleLesson.Pack.Question, 3, "2026-06"), (head.Title, head.Question, head.PackNumber, head.AsOf));
        Assert.Equal([("require", "diamond"), ("choose", "circle")], head.Positions.Select(p => (p.Id, p.Shape)));
        Assert.Equal((ended, 2, 2, IdentityMode.NameForTeacher), (head.EndedAt, head.Minutes, head.Seated, head.Identity));
    }

    [Fact]
    public void How_long_it_lasted_agrees_with_the_clock_that_the_page_shows()
    {
        var room = Classroom.With(SampleLesson.Norms);
        room.Wait((17 * 60) + 20);
        room.Ana(new EndSession());
        var log = room.Log.Select(r => r with { At = r.At.AddSeconds(50) }).ToArray();

        var head = ReportHead.Of(room.Session, log, 3, room.Now);

        Assert.Equal(("08:00:50", "08:18:10", 18), ($"{head.StartedAt:HH:mm:ss}", $"{head.EndedAt:HH:mm:ss}", head.Minutes));
    }

    [Fact]
    public void A_student_is_reported_with_what_they_took_part_in()
    {
        var room = Whole();

        var ben = Report(room).Students[0];

        Assert.Equal(("Ben Realname", false, true), (ben.Who.Name, ben.Who.Removed, ben.NormsAccepted));
        Assert.Equal(new ReadingPart(2, 4, 1), ben.Reading);
        Assert.Equal(new QuizPart(2, 1, 2), ben.Quiz);
        Assert.Equal(new DebatePart(Arguments: 2, Replies: 0, Approved: 1, Returned: 1, Removed: 0, Waiting: 0, Withdrawn: 0), ben.Debate);
        Assert.Equal(new ReflectionPart(1, 2), ben.Reflection);
    }

    [Fact]
    public void Steps_that_were_never_opened_are_not_held_against_anybody()
    {
        var room = Classroom.With(SampleLesson.Norms, SampleLesson.Reading, SampleLesson.Quiz, SampleLesson.BothSides, SampleLesson.Reflection);

        var ben = Report(room).Students[0];

        Assert.Equal((null, null, null, null, null), (ben.NormsAccepted, ben.Reading, ben.Quiz, ben.Debate, ben.Reflection));
    }

    [Fact]
    public void Names_that_are_left_out_are_nowhere()
    {
        var room = Whole();
        Assert.Contains("Realname", Classroom.Write(Report(room)), StringComparison.Ordinal);

        var report = SessionReport.Of(room.Session, room.Log, new Dictionary<string, string>(), 3, room.Now);

        Assert.DoesNotContain("Realname", Classroom.Write(report), StringComparison.Ordinal);
        Assert.Equal(room.Session.People.Values.Select(p => p.Alias), report.Students.Select(s => s.Who.Alias));
    }

    [Fact]
    public void A_quiz_item_shows_how_many_chose_what_of_how_many()
    {
        var item = Report(Whole()).Quizzes.Single().Items[0];

        Assert.Equal((1, "What about clause?", 2, 1, 50), (item.Number, item.Stem, item.Answers, item.Right, item.RightPercent));
        Assert.Equal([(true, 1, 50), (false, 1, 50), (false, 0, 0)], item.Options.Select(o => (o.IsKey, o.Count, o.Percent ?? -1)));
        Assert.Equal([null, "SECRET-MISCONCEPTION-clause", "SECRET-MISCONCEPTION-clause"], item.Options.Select(o => o.Misconception));
        Assert.Equal([new RestsOnView("powers", "How powers are split", 1)], item.RestsOn);
    }

    [Fact]
    public void A_student_who_was_removed_stays_in_the_report_as_removed()
    {
        var room = Whole();
        Assert.Equal(2, Report(room).Quizzes[0].Items[0].Answers);
        room.Ana(new RemoveStudent(Classroom.BenId));

        var report = Report(room);

        Assert.Equal((1, 1), (report.Head.Seated, report.Head.Removed));
        Assert.Equal([true, false], report.Students.Select(s => s.Who.Removed));
        Assert.Equal(1, report.Quizzes[0].Items[0].Answers);
        Assert.Contains(report.Debates[0].Sides[0].Arguments, a => a.Author.Removed);
        Assert.Contains(report.Timeline.Moments, m => m.Kind == MomentKind.StudentRemoved);
    }

    [Fact]
    public void The_quiz_is_counted_as_on_the_console()
    {
        var room = Whole();
        var console = room.TeacherStep<TeacherQuiz>("quiz");

        Assert.All(Report(room).Quizzes[0].Items, item =>
        {
            var question = console.Questions[item.Id];
            Assert.Equal((question.Answers, question.Right), (item.Answers, item.Right));
            Assert.Equal(question.Options.Select(o => o.Count), item.Options.Select(o => o.Count));
        });
    }

    [Fact]
    public void The_same_events_give_the_same_report()
    {
        var room = Whole();
        Classroom.AssertSame(Classroom.Write(Report(room)), Classroom.Write(Report(room.Replayed())));
    }

    [Fact]
    public void Reflections_stand_with_their_writers()
    {
        var reflection = Report(Whole()).Reflections.Single();

        var answer = Assert.Single(reflection.Prompts[0].Answers);
        Assert.Equal(("Ben Realname", "Their point on trust."), (answer.Who.Name, answer.Text));
        Assert.Empty(reflection.Prompts[1].Answers);
    }

    [Fact]
    public void A_class_of_thirty_is_reported_in_the_order_of_joining()
    {
        var room = Classroom.Empty(SampleLesson.Norms, SampleLesson.SelfPaced);
        var students = Enumerable.Range(1, 30).Select(n => room.Joins($"Student {n}")).ToArray();
        room.Ana(new OpenStep("quiz"));
        foreach (var (student, n) in students.Select((s, at) => (s, at)))
            room.Do(Actor.Student(student), new Answer("quiz", "clause", [n % 3 == 0 ? "b" : "a"]));

        var report = Report(room);

        Assert.Equal(Enumerable.Range(1, 30).Select(n => $"Student {n}"), report.Students.Select(s => s.Who.Name));
        Assert.Equal([(20, 67), (10, 33), (0, 0)], report.Quizzes[0].Items[0].Options.Select(o => (o.Count, o.Percent!.Value)));
    }

    internal static SessionReport Report(Classroom room) => SessionReport.Of(room.Session, room.Log, room.Names, 3, room.Now);

    /// <summary>Two students through every step; everybody writes for both sides.</summary>
    internal static Classroom Whole()
    {
        var room = Classroom.With(SampleLesson.Norms, SampleLesson.Reading, SampleLesson.Quiz, SampleLesson.BothSides, SampleLesson.Reflection);
        room.Ana(new OpenStep("norms"));
        room.Ben(new AcceptNorms("norms"));
        room.Chi(new AcceptNorms("norms"));
        room.Ana(new OpenStep("reading"));
        room.Ben(new KeepPassage("reading", Debating.Passage));
        room.Ben(new FinishReading("reading", "powers"));
        room.Ben(new FinishReading("reading", "duty"));
        room.Chi(new KeepPassage("reading", Debating.Passage));
        room.Ana(new OpenStep("quiz"));
        room.Ana(new OpenQuestion("quiz", "clause"));
        room.Ben(new Answer("quiz", "clause", ["a"]));
        room.Chi(new Answer("quiz", "clause", ["b"]));
        room.Ana(new OpenQuestion("quiz", "cases"));
        room.Ben(new Answer("quiz", "cases", ["a"]));
        room.Ana(new OpenStep("debate"));
        room.Wait(60);
        room.Ben(Debating.Quoting("Help is fair"));
        room.Ben(Debating.Quoting("Choice is fair", SampleLesson.Choose));
        room.Wait(40);
        room.Ana(Debating.Approve("a1"));
        room.Wait(20);
        room.Ana(Debating.Return("a2", reason: "unclear", note: "Whose choice?"));
        room.Ana(new OpenStep("reflection"));
        room.Ben(new WriteReflection("reflection", "q1", "Their point on trust."));
        return room;
    }
}
