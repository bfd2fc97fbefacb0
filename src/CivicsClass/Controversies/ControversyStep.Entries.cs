using System.Globalization;
using CivicsClass.Debates;
using CivicsClass.Moderation;
using CivicsClass.Sessions;

namespace CivicsClass.Controversies;

/// <summary>What pairs and teams write: reasons on a card, lines of a statement. Nothing is ever overwritten unread.</summary>
public sealed partial class ControversyStep
{
    public const int MaxReason = 600, MaxLine = 400, MaxLines = 10, MaxVersions = 50;
    private const int MaxNote = 500;

    private void Save(Turn turn, SaveEntry save)
    {
        var (me, team) = (turn.By.Id, Working(turn));
        Session.MustBeAllowedToPost(me);
        var pair = team.PairOf(me);
        MustBeTheTimeFor(team, save.Part);
        var entry = save.Entry is null ? null : Own(team, pair, save.Entry);
        var side = SideOf(team, pair, save);
        if (entry is not null && (entry.Part != save.Part || entry.Side != side))
            throw new Refusal("This stays what it is and on its side. Write a new one instead.");
        MustBeLatest(entry, save.Version, me);
        var text = save.Part == Part.Reason
            ? StudentText.Clean(save.Text, "the reason", MaxReason) ?? throw new Refusal("Write the reason first.")
            : StudentText.Clean(save.Text, "this line", MaxLine)?.Replace('\n', ' ') ?? throw new Refusal("Write the line first.");
        var quotations = Quotations(save, me, entry);
        if (IsSaid(team, pair, entry, save.Part, side, text, quotations, me))
            return;
        MustHaveRoom(team, pair, entry, save.Part, side);
        if (entry?.Latest.Number >= MaxVersions)
            throw new Refusal($"This was changed {MaxVersions} times. Talk to your teacher about it.");
        Record(turn, new EntrySaved(
            Id, team.Id, entry?.Id ?? string.Create(CultureInfo.InvariantCulture, $"e{_entries.Count + 1}"), (entry?.Latest.Number ?? 0) + 1,
            save.Part, pair, team.Phase, side, text, quotations, Session.LookAt(("text", text)), LooksLike(team, pair, save.Part, side, text)));
        IsBack(turn);
    }

    private static void MustBeTheTimeFor(Team team, Part part)
    {
        if (part == Part.Reason && team.Phase is not (ControversyPhase.Prepare or ControversyPhase.Reverse or ControversyPhase.Return))
            throw new Refusal("Your pair's card rests in this phase. What it holds is kept.");
        if (part != Part.Reason && team.Phase != ControversyPhase.Agree)
            throw new Refusal(team.Phase == ControversyPhase.Debrief
                ? "The statement is finished: your class talks about it now."
                : "Your team writes its statement later, once both sides were heard.");
    }

    private string? SideOf(Team team, Pair pair, SaveEntry save)
    {
        if (save.Part is Part.Agreed or Part.Open)
            return null;
        if (save.Side is null || (save.Side != _one && save.Side != _other))
            throw new Refusal("Choose one of the two sides.");
        if (save.Part == Part.Reason && save.Side != team.SideNow(pair))
            throw new Refusal($"In this phase “{Short(team.SideNow(pair)!)}” is assigned to your pair. Write a reason for it, whatever you think yourself.");
        return save.Side;
    }

    private IReadOnlyList<Quotation> Quotations(SaveEntry save, string author, Entry? entry)
    {
        if (save.Part != Part.Reason && save.Quotations.Count > 0)
            throw new Refusal("Quotations stand with the reasons. Write this line in your team's own words.");
        return ArgumentDraft.Anchored(save.Quotations, Session.Pack, passage =>
            Trays.Any(t => t.HasKept(author, passage)) || entry?.For(author)?.Quotations.Any(q => q.Passage == passage) == true);
    }

    /// <summary>The entry of the own pair or team, where it may be changed now.</summary>
    private Entry Own(Team team, Pair pair, string id)
    {
        if (!_entries.TryGetValue(id, out var entry) || entry.IsGone)
            throw new Refusal("This is not here any more. Your text is kept on this device; save it as a new one.");
        if (entry.Team != team)
            throw new Refusal("This belongs to another team. You can change only what your own team writes.");
        if (!entry.IsStatement && entry.Pair != pair)
            throw new Refusal("This stands on the other pair's card. You can change only your own pair's.");
        if (!entry.IsStatement && entry.Phase != team.Phase)
            throw new Refusal("This reason belongs to an earlier phase and stays as it is. Write a new one.");
        if (entry.IsRemoved)
            throw new Refusal("Your teacher has removed this, so it cannot be changed. You can write a new one.");
        return entry;
    }

    private static void MustBeLatest(Entry? entry, int version, string me)
    {
        if (entry is null)
            return;
        if (entry.IsWaiting && entry.Latest.By != me)
            throw new Refusal("A change to this waits for your teacher. Your text is kept on this device; save it once the teacher has looked.");
        if (entry.For(me) is not { } seen || seen.Number != version)
            throw new Refusal("Your partner has changed this since you opened it. Nothing is lost: your text is kept on this device. Read the new version, then save yours again.");
    }

    /// <summary>The same once more, such as a second press.</summary>
    private static bool IsSaid(Team team, Pair pair, Entry? entry, Part part, string? side, string text, IReadOnlyList<Quotation> quotations, string me)
    {
        if (entry is not null)
            return entry.Feedback is null && entry.For(me) is { } seen && seen.Text == text && seen.Quotations.SequenceEqual(quotations);
        return team.Entries.Exists(e => e.Counts && e.Part == part && e.Side == side && (e.IsStatement || (e.Pair == pair && e.Phase == team.Phase))
            && e.For(me) is { } seen && seen.Text == text && seen.Quotations.SequenceEqual(quotations));
    }

    private void MustHaveRoom(Team team, Pair pair, Entry? entry, Part part, string? side)
    {
        if (entry?.Counts == true)
            return;
        switch (part)
        {
            case Part.Reason when team.Reasons(pair, team.Phase).Count() >= _plan.Reasons:
                throw new Refusal($"Your card is full: at most {_plan.Reasons} here, as many as on the other pair's. Improve one of them.");
            case Part.Strongest when team.Entries.Exists(e => e.Part == part && e.Side == side && e.Counts):
                throw new Refusal("Your team has named this side's strongest point already. Change that line; your text is kept on this device.");
            case Part.Agreed or Part.Open when team.Entries.Count(e => e.Part == part && e.Counts) >= MaxLines:
                throw new Refusal($"The statement has room for {MaxLines} such lines. Put two of them together.");
        }
    }

    /// <summary>Once sides were changed: a reason that the other pair has for this side already.</summary>
    private static string? LooksLike(Team team, Pair pair, Part part, string? side, string text) =>
        part == Part.Reason && team.Phase is ControversyPhase.Reverse or ControversyPhase.Return
            ? NearDuplicate.Find(text, team.Entries.Where(e => e.Part == Part.Reason && e.Pair != pair && e.Side == side && e.IsShown && team.IsShared(e)).Select(e => (e.Id, e.Visible!.Text)))
            : null;

    private void Drop(Turn turn, DropEntry drop)
    {
        var (me, team) = (turn.By.Id, Working(turn));
        if (_entries.TryGetValue(drop.Entry, out var gone) && gone.IsGone && gone.Team == team)
            return;
        var entry = Own(team, team.PairOf(me), drop.Entry);
        MustBeTheTimeFor(team, entry.Part);
        MustBeLatest(entry, drop.Version, me);
        Record(turn, new EntryDropped(Id, entry.Id));
        IsBack(turn);
    }

    private void Remove(Turn turn, RemoveEntry remove)
    {
        if (!_entries.TryGetValue(remove.Entry, out var entry) || entry.IsGone)
            throw new Refusal("This is not here any more.");
        if (entry.IsRemoved)
            throw new Refusal("This was already removed.");
        if (entry.Latest.Number != remove.Version)
            throw new Refusal("Its team has changed this since you read it. Read it again, then decide.");
        Record(turn, new EntryRemoved(Id, entry.Id, remove.Version, ModerationReason.Find(remove.Reason).Id, StudentText.Clean(remove.Note, "your note", MaxNote)));
    }

    private void Show(Turn turn, string? id)
    {
        if (id is null)
        {
            if (_shown is not null)
                Record(turn, new TeamShown(Id, null));
            return;
        }
        var statement = TheTeam(id).Statement();
        if (statement.Agreed.Count + statement.Open.Count + statement.Strongest.Count == 0)
            throw new Refusal("This team has written nothing for its statement yet.");
        if (_shownTeam != id || !Same(_shown!, statement))
            Record(turn, new TeamShown(Id, id));
    }

    private static bool Same(StatementView one, StatementView other) => one.Agreed.SequenceEqual(other.Agreed) && one.Open.SequenceEqual(other.Open)
        && one.Strongest.OrderBy(s => s.Key, StringComparer.Ordinal).SequenceEqual(other.Strongest.OrderBy(s => s.Key, StringComparer.Ordinal)) && ReferenceEquals(one.Consents, other.Consents);
}
