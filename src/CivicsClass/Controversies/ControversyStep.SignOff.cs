using CivicsClass.Sessions;

namespace CivicsClass.Controversies;

/// <summary>How far each can go along with the statement is kept in memory and nowhere else; what is recorded are the team's counts.</summary>
public sealed partial class ControversyStep
{
    private void Sign(Turn turn, Consent consent)
    {
        var (me, team) = (turn.By.Id, Working(turn));
        if (team.Phase is not (ControversyPhase.Agree or ControversyPhase.Debrief))
            throw new Refusal("Your team signs off its statement once it has written one.");
        if (!team.Entries.Exists(e => e.IsStatement && e.IsShown))
            throw new Refusal("Write at least one line of the statement first.");
        if (team.Consents is not null)
            throw new Refusal("Your team's sign-off is counted already. Whoever changes a line of the statement asks everybody anew.");
        if (!Enum.IsDefined(consent))
            throw Unknown();
        IsBack(turn);
        if (_teamOf[me] != team)
            return;
        team.Signed[me] = consent;
        _teamViews.Remove(team.Id);
        Forget(team.Members);
        Session.Stir(Audiences.Teacher | Audiences.My | Audiences.Wall, team.Members);
        CountSignOffs(turn, team);
    }

    /// <summary>From two people up: one person's answer would not be a count.</summary>
    private void CountSignOffs(Turn turn, Team team)
    {
        var here = team.Members.Where(IsHere).ToArray();
        if (team.Consents is null && here.Length > 1 && Array.TrueForAll(here, team.Signed.ContainsKey))
            Record(turn, new TeamSignedOff(Id, team.Id, [.. Enum.GetValues<Consent>().Select(c => here.Count(p => team.Signed[p] == c))]));
    }

    private void Call(Turn turn, bool on)
    {
        var team = Working(turn);
        if (team.Called != on)
            Record(turn, new TeacherCalled(Id, team.Id, on));
        IsBack(turn);
    }
}
