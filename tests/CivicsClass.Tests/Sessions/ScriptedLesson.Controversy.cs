using CivicsClass.Controversies;
using CivicsClass.Sessions;

namespace CivicsClass.Tests.Sessions;

internal sealed partial class ScriptedLesson
{
    private void ArgueInTeams()
    {
        const string step = "controversy";
        Ana(new OpenStep(step));
        Ana(new PausePosting(Classroom.BenId, false));
        Ana(new PausePosting(Classroom.ChiId, false));
        Ana(new KeepApart(step, Classroom.BenId, Classroom.ChiId, true));
        Ana(new KeepApart(step, Classroom.BenId, Classroom.ChiId, false));
        Ana(new MarkAbsent(step, [Classroom.ChiId], true));
        Chi(new ComeBack(step));
        Ana(new MoveMember(step, Classroom.BenId, null, Pair.A));
        Ana(new MoveMember(step, Classroom.ChiId, "t2", Pair.B));
        Ana(new OpenPhase(step, ControversyPhase.Prepare, []));
        Ben(Reason(Classroom.BenId, "One rule is clear to everybody."));
        Ben(Reason(Classroom.BenId, "Another thought."));
        Ben(new DropEntry(step, "e2", 1));
        Chi(Reason(Classroom.ChiId, "Something else."));
        Ana(new RemoveEntry(step, "e3", 1, "unclear", null));
        Ana(new ExtendTeam(step, "t2", 60));
        Ana(new OpenPhase(step, ControversyPhase.Present, []));
        var benFirst = Room.MyStep<MyControversy>(Classroom.BenId, step).Team is { } team && team.Presenting!.Presenter == team.Pair;
        foreach (var turn in (int[])[0, 1])
        {
            var (presents, restates) = benFirst == (turn == 0) ? (Classroom.BenActor, Classroom.ChiActor) : (Classroom.ChiActor, Classroom.BenActor);
            Do(presents, new Present(step, turn, null));
            Do(restates, new Restate(step, turn, 0, null));
            Do(presents, new SendBackRestatement(step, turn, 0, "There was a reason, too."));
            Do(restates, new Restate(step, turn, 1, null));
            Do(presents, new AcceptRestatement(step, turn, 1));
        }
        Ana(new StopForToday(step, true));
        Ana(new StopForToday(step, false));
        Ana(new MoveTeam(step, "t2", ControversyPhase.Reverse, 0));
        Ana(new OpenPhase(step, ControversyPhase.Agree, []));
        Ben(new SaveEntry(step, null, 0, Part.Agreed, null, "Rules must be clear.", []));
        Chi(new CallTeacher(step, true));
        Ben(new SignOff(step, Consent.FullyAgree));
        Chi(new SignOff(step, Consent.CanLiveWithIt));
        Ana(new ShowTeam(step, "t2"));
    }

    private SaveEntry Reason(string author, string text) =>
        new("controversy", null, 0, Part.Reason, Room.MyStep<MyControversy>(author, "controversy").Team!.SideNow, text, []);
}
