using CivicsClass.Library;
using CivicsClass.Norms;
using CivicsClass.Polls;
using CivicsClass.Quizzes;
using CivicsClass.Readings;
using CivicsClass.Reflections;
using CivicsClass.Sessions;
using CivicsClass.SourceChecks;
using CivicsClass.Tests.Debates;
using CivicsClass.Tests.Sessions;

namespace CivicsClass.Tests.Guards;

/// <summary>Every command, sent when it is valid: its own sender is heard, and everybody else is refused for who they are.</summary>
public sealed class CommandSenderTests
{
    private const string NotHere = "You cannot do this here.", NoLonger = "You are no longer in this class. Talk to your teacher.";
    private static readonly Actor Removed = Actor.Student("p3"), Stranger = Actor.Student("p99"), Wall = new(Role.Projector, "wall");

    public static TheoryData<string> Kinds => [.. AuthorisationList.Commands.Select(c => c.Kind)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_session_refuses_every_command_from_anyone_else(string kind)
    {
        (Actor Actor, string? Refusal)[] everybody = AuthorisationList.Commands.Single(c => c.Kind == kind).From == AuthorisationList.From.Student
            ? [(Classroom.BenActor, null), (Classroom.AnaActor, NotHere), (Wall, NotHere), (Actor.Server, NotHere), (Removed, NoLonger), (Stranger, NoLonger)]
            : [(Classroom.AnaActor, null), (Classroom.BenActor, NotHere), (Wall, NotHere), (Actor.Server, NotHere), (Removed, NotHere), (Stranger, NotHere)];
        foreach (var (actor, refusal) in everybody)
        {
            var (room, command) = Ready(kind);
            Assert.Equal(kind, Classroom.Catalog.Commands[command.GetType()]);

            var (heard, changed) = Send(room, actor, command);

            Assert.Equal((actor, refusal, refusal is null), (actor, heard, changed));
        }
    }

    [Fact]
    public void What_the_server_does_itself_is_not_on_the_wire_and_nobody_elses()
    {
        (SessionCommand Command, Func<Classroom> Room)[] commands = [(new TakeSeat("Eve Realname", null, []), Room), (new CallTime(), Timed)];
        Assert.Equal(
            typeof(IFromServer).Assembly.GetTypes().Where(t => t.IsClass && t.IsAssignableTo(typeof(IFromServer))).Select(t => t.Name).Order(),
            commands.Select(c => c.Command.GetType().Name).Order());
        foreach (var (command, room) in commands)
        {
            Assert.DoesNotContain(command.GetType(), Classroom.Catalog.Commands.Keys);
            foreach (var actor in new[] { Classroom.AnaActor, Classroom.BenActor, Removed, Stranger, Wall })
                Assert.Equal((actor, (NotHere, false)), (actor, Send(room(), actor, command)));
            Assert.Equal((null, true), Send(room(), Actor.Server, command));
        }
    }

    /// <summary>Changed: there is an event or a row to store, or what is kept in memory alone shows.</summary>
    private static (string? Refusal, bool Changed) Send(Classroom room, Actor actor, SessionCommand command)
    {
        string? refusal = null;
        room.Session.TakeTouched();
        try
        {
            room.Session.Do(actor, Guid.NewGuid(), command, room.Now);
        }
        catch (Refusal refused)
        {
            refusal = refused.Message;
        }
        var (events, rows) = room.Session.TakeNew();
        return (refusal, events.Count + rows.Count > 0 || room.Session.TakeTouched().Audiences != Audiences.None);
    }

    /// <summary>A question's time has run out, and nobody has called it yet.</summary>
    private static Classroom Timed()
    {
        var room = Room();
        Asked(room);
        room.Wait(60, serverIsBusy: true);
        return room;
    }

    private static (Classroom Room, SessionCommand Command) Ready(string kind)
    {
        var (arrange, command) = Case(kind);
        var room = Room();
        arrange(room);
        return (room, command);
    }

    private static Classroom Room()
    {
        var room = Classroom.With(SampleLesson.Norms, SampleLesson.Reading, SampleLesson.Quiz, SampleLesson.BothSides, SampleLesson.Controversy, SampleLesson.SourceCheck, SampleLesson.Before, SampleLesson.Reflection);
        room.Joins("Dee Realname");
        room.Ana(new RemoveStudent(Removed.Id));
        return room;
    }

    private static (Action<Classroom> Arrange, SessionCommand Command) Case(string kind) => kind switch
    {
        "step.open" => (Lobby, new OpenStep("norms")),
        "step.close" => (Open("norms"), new CloseStep()),
        "step.skip" => (Open("norms"), new SkipStep("norms")),
        "lesson.pause" => (Open("norms"), new PauseLesson(true)),
        "lesson.extend" => (Open("norms"), new ExtendTime(60)),
        "lesson.eyesUp" => (Open("norms"), new CallEyesUp(true)),
        "door.lock" => (Lobby, new LockDoor(true)),
        "student.remove" => (Lobby, new RemoveStudent(Classroom.ChiId)),
        "student.pausePosting" => (Lobby, new PausePosting(Classroom.ChiId, true)),
        "session.end" => (Open("norms"), new EndSession()),
        "draft.keep" => (Open("debate"), new KeepDraft("debate/new/claim", "half a thought")),
        "norms.accept" => (Open("norms"), new AcceptNorms("norms")),
        "reading.keep" => (Open("reading"), new KeepPassage("reading", Debating.Passage)),
        "reading.drop" => (Kept, new DropPassage("reading", Debating.Passage)),
        "reading.finish" => (Open("reading"), new FinishReading("reading", "duty")),
        "quiz.answer" => (Asked, new CivicsClass.Quizzes.Answer("quiz", "clause", ["a"])),
        "quiz.open" => (Open("quiz"), new OpenQuestion("quiz", "clause")),
        "quiz.close" => (Asked, new CloseQuestion("quiz", "clause")),
        "quiz.reveal" => (Asked, new RevealQuestion("quiz", "clause")),
        "quiz.revealAll" => (Asked, new RevealQuiz("quiz")),
        "debate.submit" => (InDebate, Debating.Claim("A claim.")),
        "debate.withdraw" => (Posted, new CivicsClass.Debates.WithdrawArgument("debate", "a1")),
        "debate.mark" => (ApprovedOfChi, new CivicsClass.Debates.MarkArgument("debate", "a1", 1, CivicsClass.Debates.Mark.WellReasoned, true)),
        "debate.approve" => (Posted, Debating.Approve("a1")),
        "debate.return" => (Posted, Debating.Return("a1")),
        "debate.remove" => (Posted, Debating.Remove("a1")),
        "debate.spotlight" => (Approved, new CivicsClass.Debates.SpotlightArgument("debate", "a1")),
        "text.release" => (Held, new ReleaseText(HeldSeq)),
        "text.return" => (Held, new ReturnText(HeldSeq, "personal", null)),
        "text.keepIncident" => (Held, new KeepIncident(HeldSeq)),
        "text.erase" => (Held, new EraseText(HeldSeq)),
        "debate.undo" => (Approved, new CivicsClass.Debates.UndoDecision("debate", "a1", 1)),
        "sourceCheck.judge" => (Open("sourceCheck"), new JudgeClaim("sourceCheck", "chief", Verdict.False, "It turns his words around.", 2)),
        "sourceCheck.reveal" => (Open("sourceCheck"), new RevealClaim("sourceCheck", "chief")),
        "sourceCheck.revealAll" => (Open("sourceCheck"), new RevealClaims("sourceCheck")),
        "sourceCheck.show" => (Open("sourceCheck"), new ShowClaim("sourceCheck", "chief")),
        "poll.vote" => (Open("poll"), new Vote("poll", SampleLesson.Choose)),
        "poll.skip" => (Open("poll"), new SkipPoll("poll")),
        "reflection.write" => (Open("reflection"), new WriteReflection("reflection", "q1", "A thought.")),
        _ when HelpCommands.Case(kind) is { } known => known,
        _ when ControversyCommands.Case(kind) is { } known => known,
        _ => throw new InvalidOperationException($"Say how {kind} is valid."),
    };

    private static void Lobby(Classroom room) => Assert.Equal(Phase.Lobby, room.Session.Phase);

    private static Action<Classroom> Open(string step) => room => room.Ana(new OpenStep(step));

    private static void Kept(Classroom room)
    {
        Open("reading")(room);
        room.Ben(new KeepPassage("reading", Debating.Passage));
    }

    private static void Asked(Classroom room)
    {
        Open("quiz")(room);
        room.Ana(new OpenQuestion("quiz", "clause"));
    }

    private static void InDebate(Classroom room)
    {
        Open("norms")(room);
        room.Ben(new AcceptNorms("norms"));
        Open("debate")(room);
    }

    private static void Posted(Classroom room)
    {
        InDebate(room);
        room.Ben(Debating.Claim("A claim."));
    }

    private static long HeldSeq => HeldRoom().Log[^1].Seq;

    private static Classroom HeldRoom()
    {
        var room = Room();
        Held(room);
        return room;
    }

    private static void Held(Classroom room)
    {
        InDebate(room);
        room.Ben(Debating.Claim("HOLD this."));
    }

    private static void Approved(Classroom room)
    {
        Posted(room);
        room.Ana(Debating.Approve("a1"));
    }

    private static void ApprovedOfChi(Classroom room)
    {
        Open("norms")(room);
        room.Chi(new AcceptNorms("norms"));
        Open("debate")(room);
        room.Chi(Debating.Claim("A claim."));
        room.Ana(Debating.Approve("a1"));
    }
}
