using System.Text.RegularExpressions;
using CivicsClass.Controversies;
using CivicsClass.Reports;
using CivicsClass.Sessions;
using CivicsClass.Tests.Controversies;
using CivicsClass.Tests.Sessions;
using Xunit;

namespace CivicsClass.Tests.Reports;

public sealed class ControversyReportTests
{
    private readonly TeamRoom _team = new(4, SampleLesson.Controversy with { Written = true });
    private readonly Actor _begins, _listens;

    public ControversyReportTests()
    {
        (_begins, _listens) = (_team.Begins(), _team.Listens());
        _team.Go(ControversyPhase.Prepare);
        var first = _team.Writes(_begins, "One rule.");
        _team.Changes(_team.Begins(1), first, 1, "One rule for all.");
        _team.Writes(_listens, "He is HOLD.");
        var dropped = _team.Writes(_listens, "A thought.");
        _team.Room.Do(_listens, new DropEntry(TeamRoom.Id, dropped, 1));
        var secret = _team.Writes(_begins, "Secret HOLD words.");
        _team.Room.Ana(new EraseText(_team.LastSeq));
        Assert.Equal("e4", secret);
        _team.Go(ControversyPhase.Present);
        _team.Room.Do(_begins, new Present(TeamRoom.Id, 0, "We say: one rule."));
        _team.Room.Do(_listens, new Restate(TeamRoom.Id, 0, 0, "A rule."));
        _team.Room.Do(_begins, new SendBackRestatement(TeamRoom.Id, 0, 0, "One for all."));
        _team.Room.Do(_listens, new Restate(TeamRoom.Id, 0, 1, "One rule for all."));
        _team.Room.Do(_begins, new AcceptRestatement(TeamRoom.Id, 0, 1));
        _team.Go(ControversyPhase.Agree);
        _team.Writes(_begins, "Rules must be clear.", Part.Agreed);
        _team.Writes(_listens, "Who pays?", Part.Open);
        _team.Writes(_listens, "It is clear.", Part.Strongest, SampleLesson.Require);
        foreach (var (student, consent) in new[] { (_begins, Consent.FullyAgree), (_team.Begins(1), Consent.FullyAgree), (_listens, Consent.CanSupport), (_team.Listens(1), Consent.CannotLiveWithIt) })
            _team.Room.Do(student, new SignOff(TeamRoom.Id, consent));
    }

    [Fact]
    public void A_team_is_reported_with_its_statement_its_cards_and_its_restatements()
    {
        var team = _team.Report().Controversies.Single().Teams.Single();

        Assert.Equal(["Rules must be clear."], team.Statement.Agreed);
        Assert.Equal(["Who pays?"], team.Statement.Open);
        Assert.Equal((SampleLesson.Require, "It is clear."), (team.Statement.Strongest.Single().About.Id, team.Statement.Strongest.Single().Text));
        Assert.Equal([2, 1, 0, 1], team.Statement.Consents!.Select(c => c.Count));
        Assert.Equal([EntryStatus.Shown, EntryStatus.Held, EntryStatus.Dropped], team.Entries.Where(e => e.Part == Part.Reason).Select(e => e.Status));
        Assert.Equal(["One rule.", "One rule for all."], team.Entries[0].Versions.Select(v => v.Text));
        Assert.False(team.Entries[1].Versions.Single().WasShown);
        var turn = team.Turns.Single();
        Assert.Equal(("We say: one rule.", 2), (turn.Presented, turn.AcceptedAfter));
        Assert.Equal([("A rule.", "One for all."), ("One rule for all.", null)], turn.Restatements.Select(r => (r.Text, r.Note)));
    }

    [Fact]
    public void What_was_erased_and_who_said_what_stand_in_no_report_and_no_table()
    {
        var report = _team.Report();
        var everything = Classroom.Write(report) + string.Concat(Enum.GetValues<ReportPart>().SelectMany(p => report.Table(p)).SelectMany(row => row));

        Assert.DoesNotContain("Secret", everything, StringComparison.Ordinal);
        Assert.DoesNotContain("[erased]", everything, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)belie|opinion|stance", everything);
        Assert.DoesNotMatch("(?i)consent", string.Concat(typeof(StudentReport).GetProperties().Select(p => p.Name)));
    }

    [Fact]
    public void Sides_are_called_assigned_in_the_report_and_its_tables()
    {
        foreach (var type in new[] { typeof(TeamReport), typeof(PairReport), typeof(TurnReport), typeof(EntryReport), typeof(EntryVersionReport) })
            Assert.All(type.GetProperties().Where(p => p.PropertyType == typeof(Side)), p => Assert.Equal("AssignedSide", p.Name));
        foreach (var part in (ReportPart[])[ReportPart.Teams, ReportPart.Entries])
            Assert.All(_team.Report().Table(part).First().Where(c => c.Contains("side", StringComparison.Ordinal)), c => Assert.StartsWith("assigned side", c, StringComparison.Ordinal));
        var sides = new Regex("Required|Local choice");
        Assert.DoesNotMatch(sides, string.Concat(_team.Report().Table(ReportPart.Participation).SelectMany(row => row)));
    }

    [Fact]
    public void Tables_have_a_row_for_each_team_and_for_each_version()
    {
        var report = _team.Report(named: false);
        var teams = report.Table(ReportPart.Teams).ToArray();
        var entries = report.Table(ReportPart.Entries).ToArray();

        Assert.Equal(2, teams.Length);
        Assert.All(teams, row => Assert.Equal(teams[0].Count, row.Count));
        Assert.Equal(["2", "1", "0", "1", "2", ""], teams[1].TakeLast(6));
        Assert.Equal(1 + 4 + 3, entries.Length);
        Assert.All(entries, row => Assert.Equal(entries[0].Count, row.Count));
        Assert.DoesNotContain("Realname", string.Concat(teams.Concat(entries).SelectMany(row => row)), StringComparison.Ordinal);
    }
}
