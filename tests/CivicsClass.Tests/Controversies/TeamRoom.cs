using CivicsClass.Controversies;
using CivicsClass.Reports;
using CivicsClass.Sessions;
using CivicsClass.Tests.Sessions;

namespace CivicsClass.Tests.Controversies;

/// <summary>A class in the controversy, with teams dealt. What holds "HOLD" is held.</summary>
internal sealed class TeamRoom
{
    public const string Id = "controversy";

    public TeamRoom(int students, ControversyPlan? plan = null, int seed = 7)
    {
        Room = Classroom.EmptyWith(seed, SampleLesson.Reading, plan ?? SampleLesson.Controversy);
        Room.Session.NameOf = id => Room.Names.GetValueOrDefault(id);
        for (var n = 1; n <= students; n++)
            Room.Joins($"Name{n} Realname");
        Room.Ana(new OpenStep("reading"));
        Room.Ana(new OpenStep(Id));
    }

    public Classroom Room { get; }
    public TeacherControversy Teacher => Room.TeacherStep<TeacherControversy>(Id);
    public TeacherTeam First => Teacher.Teams["t1"];
    public WallControversy Wall => Room.WallStep<WallControversy>();

    /// <summary>A member of the first team: of the pair that begins, or of the other.</summary>
    public Actor Begins(int at = 0, string team = "t1") => Member(Presenter(team), at, team);
    public Actor Listens(int at = 0, string team = "t1") => Member(Presenter(team) == Pair.A ? Pair.B : Pair.A, at, team);

    public Actor Member(Pair pair, int at = 0, string team = "t1") => Actor.Student((pair == Pair.A ? Teacher.Teams[team].A : Teacher.Teams[team].B)[at]);

    public MyTeam Of(Actor student) => Room.MyStep<MyControversy>(student.Id, Id).Team!;

    public SessionReport Report(bool named = true) => SessionReport.Of(Room.Replayed().Session, Room.Log, named ? Room.Names : new Dictionary<string, string>(), 1, Room.Now);

    public void Go(ControversyPhase phase, params string[] except) => Room.Ana(new OpenPhase(Id, phase, except));

    /// <returns>The id of the new entry.</returns>
    public string Writes(Actor student, string text, Part part = Part.Reason, string? side = null)
    {
        Room.Do(student, Save(student, text, part, side));
        return Room.Log.Select(r => r.Event).OfType<EntrySaved>().Last().Entry;
    }

    public SaveEntry Save(Actor student, string text, Part part = Part.Reason, string? side = null) =>
        new(Id, null, 0, part, part is Part.Reason ? side ?? Of(student)?.SideNow ?? Of(student)?.AssignedSide : side, text, []);

    public void Changes(Actor student, string entry, int version, string text) => Room.Do(student, Change(student, entry, version, text));

    public SaveEntry Change(Actor student, string entry, int version, string text)
    {
        var seen = Of(student).Entries[entry];
        return new SaveEntry(Id, entry, version, seen.Part, seen.Side, text, []);
    }

    public string Refuses(Actor by, SessionCommand command) => Room.Refuses(by, command);

    public void Passes(int turn, string? text = null)
    {
        var (presents, restates) = turn == 0 ? (Begins(), Listens()) : (Listens(), Begins());
        Room.Do(presents, new Present(Id, turn, text));
        Room.Do(restates, new Restate(Id, turn, 0, text));
        Room.Do(presents, new AcceptRestatement(Id, turn, 0));
    }

    public long LastSeq => Room.Log[^1].Seq;

    /// <summary>The same views after a replay, names and all.</summary>
    public void AssertReplays()
    {
        var replayed = Room.Replayed();
        replayed.Session.NameOf = Room.Session.NameOf;
        var (expected, actual) = (Room.Written(), replayed.Written());
        foreach (var (audience, view) in expected)
            Classroom.AssertSame(view, actual[audience]);
    }

    private Pair Presenter(string team) => Room.Log.Select(r => r.Event).OfType<TeamsDealt>().Last().Teams.First(t => t.Id == team).Begins;
}
