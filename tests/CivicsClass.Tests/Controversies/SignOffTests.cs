using System.Text.Json;
using System.Text.RegularExpressions;
using CivicsClass.Controversies;
using CivicsClass.Sessions;
using CivicsClass.Tests.Sessions;
using Xunit;

namespace CivicsClass.Tests.Controversies;

/// <summary>Counts per team, and nothing of who said what. Assigned sides are never shown as belief.</summary>
public sealed class SignOffTests
{
    private readonly TeamRoom _team = new(4);

    private Actor[] Everybody => [_team.Begins(), _team.Begins(1), _team.Listens(), _team.Listens(1)];

    private void Ready()
    {
        _team.Go(ControversyPhase.Agree);
        _team.Writes(_team.Begins(), "Rules must be clear.", Part.Agreed);
    }

    private void Sign(Actor student, Consent consent) => _team.Room.Do(student, new SignOff(TeamRoom.Id, consent));

    [Fact]
    public void Counts_are_recorded_once_all_who_are_here_have_said_it()
    {
        Ready();
        _team.Room.Session.TakeTouched();
        Sign(Everybody[0], Consent.CanSupport);
        Sign(Everybody[0], Consent.FullyAgree);
        Assert.Equal(4, _team.Room.Session.TakeTouched().People.Length);
        Sign(Everybody[1], Consent.CanSupport);
        Sign(Everybody[2], Consent.CanSupport);
        Assert.Equal((true, 3, null), (_team.Of(Everybody[0]).Signed, _team.Of(Everybody[0]).SignedCount, _team.Of(Everybody[0]).Consents));
        Assert.False(_team.Of(Everybody[3]).Signed);

        Sign(Everybody[3], Consent.CannotLiveWithIt);

        Assert.Equal([1, 2, 0, 1], _team.Of(Everybody[3]).Consents!);
        Assert.Equal([1, 2, 0, 1], _team.First.Consents!);
        Assert.Single(_team.Room.Log, r => r.Event is TeamSignedOff);
        Assert.True(_team.First.Ready);
        Assert.Contains("counted already", _team.Refuses(Everybody[0], new SignOff(TeamRoom.Id, Consent.CanSupport)), StringComparison.Ordinal);
        _team.AssertReplays();
    }

    [Fact]
    public void Who_said_what_stands_nowhere()
    {
        Ready();
        var before = _team.Room.Log.Count;
        foreach (var student in Everybody)
            Sign(student, Consent.CanLiveWithIt);

        var recorded = _team.Room.Log.Skip(before).Select(r => JsonSerializer.Serialize(r.Event, r.Event.GetType(), Classroom.Catalog.Json)).Single();
        Assert.Equal("""{"team":"t1","consents":[0,0,4,0],"step":"controversy"}""", recorded);
        Assert.DoesNotContain("anLiveWithIt", string.Concat(_team.Room.Written().Values) + recorded, StringComparison.Ordinal);
    }

    [Fact]
    public void Those_who_were_not_recorded_are_asked_again_after_a_restart()
    {
        Ready();
        Sign(Everybody[0], Consent.FullyAgree);

        var replayed = _team.Room.Replayed();

        Assert.Equal(0, replayed.MyStep<MyControversy>(Everybody[0].Id, TeamRoom.Id).Team!.SignedCount);
    }

    [Fact]
    public void A_later_change_of_the_statement_asks_everybody_anew()
    {
        Ready();
        foreach (var student in Everybody)
            Sign(student, Consent.FullyAgree);
        _team.Writes(Everybody[2], "What it costs.", Part.Open);

        Assert.All(Everybody, s => Assert.Equal((false, 0, null), (_team.Of(s).Signed, _team.Of(s).SignedCount, _team.Of(s).Consents)));
        _team.AssertReplays();
    }

    [Fact]
    public void Those_who_are_absent_are_not_waited_for()
    {
        Ready();
        foreach (var student in Everybody[..3])
            Sign(student, Consent.FullyAgree);

        _team.Room.Ana(new MarkAbsent(TeamRoom.Id, [Everybody[3].Id], true));

        Assert.Equal([3, 0, 0, 0], _team.First.Consents!);
        Assert.Equal("0", JsonSerializer.Serialize(_team.Room.Log.Count(r => r.Event is TeamSignedOff && r.By != Classroom.AnaActor.Id), Classroom.Catalog.Json));
    }

    [Fact]
    public void One_persons_answer_is_never_recorded_as_a_count()
    {
        var team = new TeamRoom(2);
        team.Go(ControversyPhase.Agree);
        team.Writes(team.Begins(), "Rules must be clear.", Part.Agreed);
        team.Room.Do(team.Begins(), new SignOff(TeamRoom.Id, Consent.CannotLiveWithIt));

        team.Room.Ana(new RemoveStudent(team.Listens().Id));

        Assert.DoesNotContain(team.Room.Log, r => r.Event is TeamSignedOff);
    }

    [Fact]
    public void There_must_be_something_to_sign()
    {
        Assert.Contains("once it has written one", _team.Refuses(Everybody[0], new SignOff(TeamRoom.Id, Consent.FullyAgree)), StringComparison.Ordinal);
        _team.Go(ControversyPhase.Agree);
        Assert.Contains("at least one line", _team.Refuses(Everybody[0], new SignOff(TeamRoom.Id, Consent.FullyAgree)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_assigned_side_is_named_as_one_in_every_view_and_beside_no_name()
    {
        _team.Go(ControversyPhase.Prepare);
        _team.Writes(_team.Begins(), "A reason.");
        foreach (var type in typeof(MyTeam).Assembly.GetTypes().Where(t => t.Namespace == typeof(MyTeam).Namespace && (t.Name.EndsWith("View", StringComparison.Ordinal) || t.Name.EndsWith("Team", StringComparison.Ordinal) || t.Name.EndsWith("Controversy", StringComparison.Ordinal))))
        {
            Assert.All(type.GetProperties().Where(p => p.Name.Contains("Side", StringComparison.Ordinal)), p => Assert.Matches("^(AssignedSide|SideNow|SideA|SideB|Side)$", p.Name));
            Assert.All(type.GetProperties(), p => Assert.DoesNotMatch("(?i)belie|opinion|stance|position", p.Name));
        }
        Assert.DoesNotContain("Side", string.Concat(typeof(MemberView).GetProperties().Select(p => p.Name)), StringComparison.Ordinal);
        Assert.DoesNotContain("Side", string.Concat(typeof(WallTeam).GetProperties().Select(p => p.Name)), StringComparison.Ordinal);
        var sides = new Regex("require|choose|Required|Local choice");
        Assert.All(Everybody, s => Assert.DoesNotMatch(sides, _team.Room.ProgressOf(s.Id)));
        Assert.DoesNotMatch(sides, _team.First.Progress + _team.First.Needs);
        Assert.DoesNotMatch(sides, Classroom.Write(_team.Room.ClassStep<ControversyView>(TeamRoom.Id)) + Classroom.Write(_team.Wall));
        Assert.DoesNotMatch("(?i)belie|opinion|stance", string.Concat(_team.Room.Written().Values) + string.Concat(_team.Room.Log.Select(r => r.Event is SessionStarted ? "" : JsonSerializer.Serialize(r.Event, r.Event.GetType(), Classroom.Catalog.Json))));
    }
}
