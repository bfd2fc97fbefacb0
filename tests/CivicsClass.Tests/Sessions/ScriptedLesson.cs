using CivicsClass.Debates;
using CivicsClass.Library;
using CivicsClass.Norms;
using CivicsClass.Polls;
using CivicsClass.Quizzes;
using CivicsClass.Readings;
using CivicsClass.Reflections;
using CivicsClass.Sessions;
using CivicsClass.SourceChecks;
using CivicsClass.Tests.Debates;

namespace CivicsClass.Tests.Sessions;

/// <summary>One lesson from the lobby to the end, in which every kind of event happens. Its log was kept as a golden file
/// with the release; when a kind of event is added, it comes in here, and the next release writes its own file.</summary>
internal sealed partial class ScriptedLesson
{
    private int _commands;

    public ScriptedLesson()
    {
        Read();
        Answer();
        Argue();
        ArgueInTeams();
        Check();
        AskForHelp();
        End();
    }

    public Classroom Room { get; } = Classroom.With(SampleLesson.Norms, SampleLesson.Reading, SampleLesson.Quiz, SampleLesson.Debate, SampleLesson.Controversy, SampleLesson.SourceCheck, SampleLesson.Before, SampleLesson.Reflection);

    private void Ana(SessionCommand command) => Do(Classroom.AnaActor, command);
    private void Ben(SessionCommand command) => Do(Classroom.BenActor, command);
    private void Chi(SessionCommand command) => Do(Classroom.ChiActor, command);

    private void Do(Actor by, SessionCommand command)
    {
        Room.Wait(1.5);
        Room.Do(by, command, new Guid(++_commands, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]));
    }

    private void Read()
    {
        Ana(new OpenStep("norms"));
        Ben(new AcceptNorms("norms"));
        Chi(new AcceptNorms("norms"));
        Ana(new LockDoor(true));
        Ana(new OpenStep("reading"));
        Ben(new KeepPassage("reading", "duty.1.1"));
        Ben(new KeepPassage("reading", "duty.1.2"));
        Ben(new DropPassage("reading", "duty.1.2"));
        Chi(new KeepPassage("reading", "choice.1.1"));
        Chi(new FinishReading("reading", "choice"));
        Ana(new PauseLesson(true));
        Ana(new PauseLesson(false));
    }

    private void Answer()
    {
        Ana(new OpenStep("quiz"));
        Ana(new OpenQuestion("quiz", "clause"));
        Ben(new Answer("quiz", "clause", ["b"]));
        Ben(new Answer("quiz", "clause", ["a"]));
        Chi(new Answer("quiz", "clause", ["c"]));
        Ana(new RevealQuestion("quiz", "clause"));
        Ana(new OpenQuestion("quiz", "cases"));
        Ben(new Answer("quiz", "cases", ["a", "b"]));
        Ana(new CallEyesUp(true));
        Ana(new CallEyesUp(false));
        Room.Wait(60);
        Ana(new LockDoor(false));
        Room.Joins("Dee Realname");
    }

    private void Argue()
    {
        Ana(new OpenStep("debate"));
        var sides = ((TeacherDebate)Room.Session.Step("debate").TeacherView()).Lots;
        var (bens, chis) = (sides[Classroom.BenId], sides[Classroom.ChiId]);
        Ben(Debating.Quoting("The law is one.", bens) with { Link = "It says every city." });
        Ana(Debating.Return("a1", reason: "unclear", note: "Which law?"));
        Ben(Debating.Quoting("Federal law is one law for all.", bens).As("a1"));
        Ana(Debating.Approve("a1", version: 2));
        Chi(Debating.Reply("a1", "Not every duty is a city's.", side: chis));
        Ana(Debating.Approve("a2"));
        Chi(Debating.Reply("a1", "Which cities?", ArgumentKind.Ask, chis) with { Reason = null });
        Chi(new WithdrawArgument("debate", "a3"));
        Ben(Debating.Reply("a2", "Something rude.", side: bens));
        Ana(Debating.Remove("a4"));
        Ana(new UndoDecision("debate", "a4", 1));
        Ana(Debating.Remove("a4"));
        Ana(new PausePosting(Classroom.BenId, true));
        Chi(new MarkArgument("debate", "a1", 2, Mark.StrongEvidence, true));
        Chi(new MarkArgument("debate", "a1", 2, Mark.CanAnswer, true));
        Chi(new MarkArgument("debate", "a1", 2, Mark.CanAnswer, false));
        Ana(new SpotlightArgument("debate", "a1"));
        JudgeHeld();
        Ana(new RemoveStudent("p3"));
    }

    private void Check()
    {
        Ana(new SkipStep("controversy"));
        Ben(new JudgeClaim("sourceCheck", "chief", Verdict.True, "It quotes him in full.", 2));
        Ben(new JudgeClaim("sourceCheck", "chief", Verdict.False, "The quotation turns his words around.", 2));
        Chi(new JudgeClaim("sourceCheck", "chief", Verdict.Unverifiable, "There is no source.", 1));
        Ana(new RevealClaim("sourceCheck", "chief"));
        Chi(new JudgeClaim("sourceCheck", "no-help", Verdict.Outdated, "That was in January.", 1));
        Ana(new ShowClaim("sourceCheck", null));
    }

    private void End()
    {
        Ana(new OpenStep("poll"));
        Ben(new Vote("poll", SampleLesson.Require));
        Ana(new OpenStep("reflection"));
        Ben(new WriteReflection("reflection", "q1", "They fear that help breaks trust."));
        Ana(new EndSession());
    }
}
