using CivicsClass.Moderation;
using CivicsClass.Sessions;

namespace CivicsClass.Controversies;

/// <summary>One pair presents, the other restates until the first says that it was stated fairly; then the mirror. Nothing else can be
/// said in between, so nobody rebuts what was not understood.</summary>
public sealed partial class ControversyStep
{
    public const int MaxSpeech = 2000, MaxRestatementNote = 400;

    private void Present(Turn turn, Present present)
    {
        var team = Presenting(turn, present.Turn, presenters: true);
        var text = Speech(turn, present.Text, "the presentation", "Write what you want the other pair to know first.");
        if (present.Turn < team.Speaking.Turn || team.Speaking.Stage != Stage.Presenting)
        {
            MustBeSaid(text, team.Speaking.Find(Said.Presented, present.Turn, 0), "Your partner has sent your pair's presentation already. Your text is kept on this device.");
            return;
        }
        MustBeMine(turn, team, text);
        Record(turn, new Presented(Id, team.Id, present.Turn, text, Session.LookAt(("text", text))));
        IsBack(turn);
    }

    private void Restate(Turn turn, Restate restate)
    {
        var team = Presenting(turn, restate.Turn, presenters: false);
        var text = Speech(turn, restate.Text, "the restatement", "Write in your own words what you heard.");
        var at = team.Speaking;
        if (restate.Turn < at.Turn || at.Stage is Stage.Judging or Stage.Done || restate.Round < at.Round)
        {
            MustBeSaid(text, at.Find(Said.Restated, restate.Turn, restate.Round), "Your partner has sent your pair's restatement already. Your text is kept on this device.");
            return;
        }
        if (at.Stage == Stage.Presenting || restate.Round != at.Round)
            throw new Refusal("Listen first: restate once the other pair has presented.");
        MustBeMine(turn, team, text);
        Record(turn, new Restated(Id, team.Id, restate.Turn, restate.Round, text, Session.LookAt(("text", text))));
        IsBack(turn);
    }

    private void Accept(Turn turn, AcceptRestatement accept)
    {
        var team = Presenting(turn, accept.Turn, presenters: true);
        if (accept.Turn < team.Speaking.Turn || team.Speaking.Stage == Stage.Done)
            return;
        MustBeJudged(team, accept.Round);
        MustBeMine(turn, team, null);
        Record(turn, new RestatementAccepted(Id, team.Id, accept.Turn));
        IsBack(turn);
    }

    private void SendBack(Turn turn, SendBackRestatement sendBack)
    {
        var team = Presenting(turn, sendBack.Turn, presenters: true);
        Session.MustBeAllowedToPost(turn.By.Id);
        if (sendBack.Turn < team.Speaking.Turn || team.Speaking.Stage == Stage.Done)
            throw new Refusal("Your pair has said already that it was stated fairly.");
        var note = StudentText.Clean(sendBack.Note, "the note", MaxRestatementNote) ?? throw new Refusal("Write what is still missing or different, so that the other pair knows what to change.");
        if (sendBack.Round < team.Speaking.Round && team.Speaking.Find(Said.Note, sendBack.Turn, sendBack.Round)?.Text == note)
            return;
        MustBeJudged(team, sendBack.Round);
        MustBeMine(turn, team, note);
        Record(turn, new RestatementSentBack(Id, team.Id, sendBack.Turn, sendBack.Round, note, Session.LookAt(("note", note))));
        IsBack(turn);
    }

    /// <summary>The team, when it presents and it is this pair's part.</summary>
    private Team Presenting(Turn turn, int at, bool presenters)
    {
        var team = Working(turn);
        if (team.Phase != ControversyPhase.Present)
            throw new Refusal("Your team is in another phase now. Your text is kept on this device.");
        if (at is < 0 or > 1 || at > team.Speaking.Turn)
            throw new Refusal("It is not this pair's turn yet.");
        if ((team.Speaking.PresenterOf(at) == team.PairOf(turn.By.Id)) != presenters)
            throw new Refusal(presenters ? "In this turn the other pair presents and judges. Listen, then restate what you heard." : "In this turn your pair presents. The other pair restates what it heard.");
        return team;
    }

    /// <summary>Absent when it is spoken.</summary>
    private string? Speech(Turn turn, string? text, string what, string missing)
    {
        if (!_plan.Written)
            return null;
        Session.MustBeAllowedToPost(turn.By.Id);
        return StudentText.Clean(text, what, MaxSpeech) ?? throw new Refusal(missing);
    }

    /// <summary>A second press does nothing; a second text is not dropped in silence.</summary>
    private static void MustBeSaid(string? text, Words? said, string otherwise)
    {
        if (text is not null && text != said?.Text)
            throw new Refusal(otherwise);
    }

    private static void MustBeJudged(Team team, int round)
    {
        if (team.Speaking.Stage != Stage.Judging || round != team.Speaking.Round)
            throw new Refusal(round < team.Speaking.Round
                ? "Your partner has sent the restatement back already. Wait for the next one."
                : "The other pair has not restated it yet. Listen first, then say whether it was fair.");
    }

    /// <summary>While a text of the pair waits for the teacher, only its author may change it or do without.</summary>
    private static void MustBeMine(Turn turn, Team team, string? text)
    {
        if (team.Speaking.Current is { IsWaiting: true } waiting && waiting.By != turn.By.Id)
            throw new Refusal("A text of your pair waits for your teacher. Give it a moment, or ask your partner to change it.");
        if (team.Speaking.Current is { IsWaiting: true } same && text is not null && same.Text == text)
            throw new Refusal("This text waits for your teacher already.");
    }
}
