using CivicsClass.Controversies;
using CivicsClass.Norms;
using CivicsClass.Sessions;
using CivicsClass.Tests.Sessions;

namespace CivicsClass.Tests.Guards;

/// <summary>Each command of the controversy at a moment when it is valid: Ben's or Ana's.</summary>
internal static class ControversyCommands
{
    private const string Id = "controversy";

    public static (Action<Classroom> Arrange, SessionCommand Command)? Case(string kind) => kind switch
    {
        "controversy.saveEntry" => (Prepare, new SaveEntry(Id, null, 0, Part.Reason, BenSide, "A reason.", [])),
        "controversy.dropEntry" => (Written, new DropEntry(Id, "e1", 1)),
        "controversy.present" => (BenPresents, new Present(Id, BenTurn, null)),
        "controversy.restate" => (ChiHasPresented, new Restate(Id, 1 - BenTurn, 0, null)),
        "controversy.accept" => (ChiHasRestated, new AcceptRestatement(Id, BenTurn, 0)),
        "controversy.sendBack" => (ChiHasRestated, new SendBackRestatement(Id, BenTurn, 0, "There was more.")),
        "controversy.signOff" => (ChiHasSigned, new SignOff(Id, Consent.CanSupport)),
        "controversy.callTeacher" => (Open, new CallTeacher(Id, true)),
        "controversy.comeBack" => (BenIsAbsent, new ComeBack(Id)),
        "controversy.deal" => (Open, new DealTeams(Id)),
        "controversy.moveMember" => (Open, new MoveMember(Id, Classroom.BenId, null, Pair.A)),
        "controversy.keepApart" => (Open, new KeepApart(Id, Classroom.BenId, Classroom.ChiId, true)),
        "controversy.markAbsent" => (Open, new MarkAbsent(Id, [Classroom.ChiId], true)),
        "controversy.openPhase" => (Open, new OpenPhase(Id, ControversyPhase.Prepare, [])),
        "controversy.moveTeam" => (Prepare, new MoveTeam(Id, "t1", ControversyPhase.Agree, 0)),
        "controversy.extendTeam" => (Prepare, new ExtendTeam(Id, "t1", 60)),
        "controversy.pauseTeam" => (Prepare, new PauseTeam(Id, "t1", true)),
        "controversy.stopForToday" => (Prepare, new StopForToday(Id, true)),
        "controversy.removeEntry" => (Written, new RemoveEntry(Id, "e1", 1, "unclear", null)),
        "controversy.answerCall" => (Called, new AnswerCall(Id, "t1")),
        "controversy.showTeam" => (Agreed, new ShowTeam(Id, "t1")),
        _ => null,
    };

    /// <summary>The same in every room, because the lot is.</summary>
    private static MyTeam Ben
    {
        get
        {
            var room = Classroom.With(SampleLesson.Controversy);
            room.Joins("Dee Realname");
            room.Ana(new RemoveStudent("p3"));
            room.Ana(new OpenStep(Id));
            room.Ana(new OpenPhase(Id, ControversyPhase.Present, []));
            return room.MyStep<MyControversy>(Classroom.BenId, Id).Team!;
        }
    }

    private static string BenSide => Ben.AssignedSide;
    private static int BenTurn => Ben.Presenting!.Presenter == Ben.Pair ? 0 : 1;

    private static void Open(Classroom room)
    {
        room.Ana(new OpenStep("norms"));
        room.Ben(new AcceptNorms("norms"));
        room.Chi(new AcceptNorms("norms"));
        room.Ana(new OpenStep(Id));
    }

    private static void In(Classroom room, ControversyPhase phase)
    {
        Open(room);
        room.Ana(new OpenPhase(Id, phase, []));
    }

    private static void Prepare(Classroom room) => In(room, ControversyPhase.Prepare);

    private static void Written(Classroom room)
    {
        Prepare(room);
        room.Ben(new SaveEntry(Id, null, 0, Part.Reason, BenSide, "A reason.", []));
    }

    private static void At(Classroom room, int turn)
    {
        In(room, ControversyPhase.Present);
        room.Ana(new MoveTeam(Id, "t1", ControversyPhase.Present, turn));
    }

    private static void BenPresents(Classroom room) => At(room, BenTurn);

    private static void ChiHasPresented(Classroom room)
    {
        At(room, 1 - BenTurn);
        room.Chi(new Present(Id, 1 - BenTurn, null));
    }

    private static void ChiHasRestated(Classroom room)
    {
        BenPresents(room);
        room.Ben(new Present(Id, BenTurn, null));
        room.Chi(new Restate(Id, BenTurn, 0, null));
    }

    private static void Agreed(Classroom room)
    {
        In(room, ControversyPhase.Agree);
        room.Ben(new SaveEntry(Id, null, 0, Part.Agreed, null, "Rules must be clear.", []));
    }

    private static void ChiHasSigned(Classroom room)
    {
        Agreed(room);
        room.Chi(new SignOff(Id, Consent.FullyAgree));
    }

    private static void BenIsAbsent(Classroom room)
    {
        Open(room);
        room.Ana(new MarkAbsent(Id, [Classroom.BenId], true));
    }

    private static void Called(Classroom room)
    {
        Open(room);
        room.Chi(new CallTeacher(Id, true));
    }
}
