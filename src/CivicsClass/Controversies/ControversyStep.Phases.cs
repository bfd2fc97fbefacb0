using CivicsClass.Sessions;

namespace CivicsClass.Controversies;

/// <summary>Phases and time, for all teams or for one.</summary>
public sealed partial class ControversyStep
{
    private void StartPhase(Turn turn) =>
        Session.StartTimer(_stopped || _phase == ControversyPhase.Teams ? null : TimeSpan.FromMinutes(MinutesOf(_phase)), turn);

    private void OpenPhase(Turn turn, OpenPhase open)
    {
        MustGoOn();
        MustBeOurs(open.Phase);
        var behind = open.Except.Distinct().Select(TheTeam).ToArray();
        if (open.Phase == _phase && _order.TrueForAll(t => t.Phase == open.Phase || behind.Contains(t)))
            return;
        var left = Array.ConvertAll(behind, t => (Team: t, Ms: LeftMs(turn) + t.Clock.OffsetMs));
        Record(turn, new PhaseOpened(Id, open.Phase, [.. behind.Select(t => t.Id)]));
        StartPhase(turn);
        foreach (var (team, ms) in left.Where(l => l.Team.Phase != ControversyPhase.Teams && l.Team.Clock.StoppedMs is null))
            SetClock(turn, team, new TeamClock(ms - LeftMs(turn), null));
    }

    private void MoveTeam(Turn turn, MoveTeam move)
    {
        MustGoOn();
        MustBeOurs(move.Phase);
        var team = TheTeam(move.Team);
        if (move.Turn is < 0 or > 2 || (move.Turn > 0 && move.Phase != ControversyPhase.Present))
            throw Unknown();
        if (team.Phase == move.Phase && (move.Phase != ControversyPhase.Present || IsAt(team.Speaking, move.Turn)))
            return;
        var anew = team.Phase != move.Phase;
        Record(turn, new TeamMoved(Id, team.Id, move.Phase, move.Turn));
        if (anew)
            SetClock(turn, team, move.Phase == _phase || move.Phase == ControversyPhase.Teams ? new TeamClock(0, null)
                : new TeamClock((MinutesOf(move.Phase) * 60_000L) - LeftMs(turn), null));
    }

    private static bool IsAt(Speaking speaking, int turn) =>
        turn == 2 ? speaking.Stage == Stage.Done : speaking.Turn == turn && speaking.Stage == Stage.Presenting;

    private void Extend(Turn turn, ExtendTeam extend)
    {
        MustGoOn();
        var team = TheTeam(extend.Team);
        if (extend.Seconds is < -3600 or > 3600)
            throw new Refusal("Change the time by at most an hour.");
        MustHaveTime(team);
        var left = Math.Max(0, Math.Max(0, TimeOf(turn, team)) + (extend.Seconds * 1000L));
        SetClock(turn, team, team.Clock.StoppedMs is null ? new TeamClock(left - LeftMs(turn), null) : team.Clock with { StoppedMs = left });
    }

    private void Pause(Turn turn, PauseTeam pause)
    {
        MustGoOn();
        var team = TheTeam(pause.Team);
        if (team.Clock.StoppedMs is not null == pause.On)
            return;
        var left = Math.Max(0, TimeOf(turn, team));
        SetClock(turn, team, pause.On ? team.Clock with { StoppedMs = left } : new TeamClock(left - LeftMs(turn), null));
    }

    private void Stop(Turn turn, bool on)
    {
        if (Status != StepStatus.Open)
            throw new Refusal($"Open “{Plan.Title}” first.");
        if (on == _stopped)
            return;
        Record(turn, new StoppedForToday(Id, on));
        StartPhase(turn);
        if (on)
            return;
        foreach (var team in _order.Where(t => t.Phase != _phase && t.Phase != ControversyPhase.Teams))
            SetClock(turn, team, new TeamClock((MinutesOf(team.Phase) * 60_000L) - LeftMs(turn), null));
        Settle(turn);
    }

    private void SetClock(Turn turn, Team team, TeamClock clock)
    {
        if (team.Clock != clock)
            Record(turn, new TeamClockSet(Id, team.Id, clock.OffsetMs, clock.StoppedMs));
    }

    /// <summary>Of the class; below zero once it is up, so that a team's own time goes on beyond it.</summary>
    private long LeftMs(Turn turn) => (long)((Session.Time.Remaining ?? (Session.Time.EndsAt - turn.Now))?.TotalMilliseconds ?? 0);

    private long TimeOf(Turn turn, Team team) => team.Clock.StoppedMs ?? (LeftMs(turn) + team.Clock.OffsetMs);

    private void MustHaveTime(Team team)
    {
        if (team.Phase == ControversyPhase.Teams || Session.Time == Sessions.Timer.None)
            throw new Refusal("No time runs yet. Open a phase first.");
    }

    private void MustBeOurs(ControversyPhase phase)
    {
        if (!_phases.Contains(phase))
            throw new Refusal("This lesson has no such phase.");
    }
}
