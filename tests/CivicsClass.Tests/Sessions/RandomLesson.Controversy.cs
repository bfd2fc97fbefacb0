using CivicsClass.Controversies;
using CivicsClass.Norms;
using CivicsClass.Sessions;

namespace CivicsClass.Tests.Sessions;

internal sealed partial class RandomLesson
{
    private const string Controversy = "controversy";

    private MyTeam? TeamOf(string participant) => ((MyControversy)Room.Session.Step(Controversy).MyView(participant)).Team;

    /// <summary>A team that has signed off its statement. Nobody signs later: what one says alone is in memory only, so a replay would differ.</summary>
    private void TeamUp()
    {
        foreach (var person in Room.Session.Seated)
            Room.Do(Actor.Student(person.Id), new AcceptNorms("norms"));
        Room.Ana(new OpenStep(Controversy));
        Room.Ana(new OpenPhase(Controversy, ControversyPhase.Prepare, []));
        Room.Ben(Reason("p1"));
        Room.Ben(Reason("p1"));
        Room.Ben(new DropEntry(Controversy, "e1", 1));
        Room.Ana(new OpenPhase(Controversy, ControversyPhase.Present, []));
        var presents = TeamOf("p1")!.Presenting!.Presenter == TeamOf("p1")!.Pair ? "p1" : TeamOf("p1")!.MemberOrder.First(m => TeamOf(m)!.Pair != TeamOf("p1")!.Pair);
        var restates = TeamOf("p1")!.MemberOrder.First(m => TeamOf(m)!.Pair != TeamOf(presents)!.Pair);
        Room.Do(Actor.Student(presents), new Present(Controversy, 0, null));
        Room.Do(Actor.Student(restates), new Restate(Controversy, 0, 0, null));
        Room.Do(Actor.Student(presents), new SendBackRestatement(Controversy, 0, 0, "There was more."));
        Room.Do(Actor.Student(restates), new Restate(Controversy, 0, 1, null));
        Room.Do(Actor.Student(presents), new AcceptRestatement(Controversy, 0, 1));
        Room.Ana(new OpenPhase(Controversy, ControversyPhase.Agree, []));
        Room.Ben(new SaveEntry(Controversy, null, 0, Part.Agreed, null, "Rules must be clear.", []));
        foreach (var member in TeamOf("p1")!.MemberOrder)
            Room.Do(Actor.Student(member), new SignOff(Controversy, Consent.CanSupport));
        Room.Ana(new ShowTeam(Controversy, "t1"));
    }

    private SaveEntry Reason(string author) => new(Controversy, null, 0, Part.Reason, TeamOf(author)?.SideNow, $"REASON-{++_written} because it is so.", []);

    private TeacherControversy Seen => (TeacherControversy)Room.Session.Step(Controversy).TeacherView();

    private string SomeTeam() => Seen.TeamOrder is { Count: > 0 } teams ? teams[_dice.Next(teams.Count)] : "t1";

    private (string Id, int Version) SomeEntry()
    {
        var all = Seen.Teams.Values.SelectMany(t => t.Entries).Select(e => (e.Key, e.Value.Version)).ToArray();
        return all.Length == 0 ? ("e1", 1) : Pick(all);
    }

    private SessionCommand Leads()
    {
        var phase = Pick(Seen.Phases.Select(p => p.Phase).ToArray());
        var (entry, version) = SomeEntry();
        return _dice.Next(16) switch
        {
            0 => new DealTeams(Controversy),
            1 => new KeepApart(Controversy, Person(), Person(), _dice.Next(2) == 0),
            2 => new MarkAbsent(Controversy, [Person()], _dice.Next(3) == 0),
            3 => new MoveMember(Controversy, Person(), _dice.Next(3) == 0 ? null : SomeTeam(), (Pair)_dice.Next(2)),
            4 => new MoveTeam(Controversy, SomeTeam(), phase, phase == ControversyPhase.Present ? _dice.Next(3) : 0),
            5 => new ExtendTeam(Controversy, SomeTeam(), _dice.Next(-60, 90)),
            6 => new PauseTeam(Controversy, SomeTeam(), _dice.Next(3) == 0),
            7 => new StopForToday(Controversy, _dice.Next(3) == 0),
            8 => new RemoveEntry(Controversy, entry, version, Pick(Reasons), null),
            9 => new AnswerCall(Controversy, SomeTeam()),
            10 => new ShowTeam(Controversy, _dice.Next(3) == 0 ? null : SomeTeam()),
            11 or 12 => new OpenStep(Controversy),
            _ => new OpenPhase(Controversy, phase, _dice.Next(3) == 0 ? [SomeTeam()] : []),
        };
    }

    private SessionCommand Teams()
    {
        var (entry, version) = SomeEntry();
        return _dice.Next(10) switch
        {
            0 => new DropEntry(Controversy, entry, version),
            1 => new Present(Controversy, _dice.Next(2), null),
            2 => new Restate(Controversy, _dice.Next(2), 0, null),
            3 => new AcceptRestatement(Controversy, _dice.Next(2), 0),
            4 => new SendBackRestatement(Controversy, _dice.Next(2), 0, "There was more."),
            5 => new CallTeacher(Controversy, _dice.Next(2) == 0),
            6 => new ComeBack(Controversy),
            7 => new SaveEntry(Controversy, null, 0, Pick(Enum.GetValues<Part>()), Pick([SampleLesson.Require, SampleLesson.Choose]), Sometimes($"LINE-{++_written}"), []),
            _ => Reason(Person()),
        };
    }
}
