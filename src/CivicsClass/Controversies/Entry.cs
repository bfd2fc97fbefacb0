using CivicsClass.Debates;
using CivicsClass.Sessions;

namespace CivicsClass.Controversies;

internal sealed record EntryVersion(int Number, string By, string Text, IReadOnlyList<Quotation> Quotations, IReadOnlyList<QuotationView> Shown, IReadOnlyList<HoldMark>? Held, string? LooksLike, long Seq);

/// <summary>A reason on a pair's card or a line of the team's statement. The team goes on reading the latest version that nothing
/// held back; a held one is its writer's and the teacher's.</summary>
internal sealed class Entry(string id, Team team, Part part, Pair pair, ControversyPhase phase, string? side, string author)
{
    public string Id => id;
    public Team Team => team;
    public Part Part => part;
    public Pair Pair => pair;
    public ControversyPhase Phase => phase;
    public string? Side => side;
    public string Author => author;
    public EntryVersion Latest { get; private set; } = null!;
    public EntryVersion? Visible { get; private set; }
    /// <summary>The latest version is held.</summary>
    public bool IsWaiting { get; private set; }
    /// <summary>Of the latest version.</summary>
    public FeedbackView? Feedback { get; private set; }
    public bool IsRemoved { get; private set; }
    /// <summary>Dropped or erased.</summary>
    public bool IsGone { get; private set; }

    public bool IsStatement => Part != Part.Reason;
    /// <summary>It stands on the card or will, once the teacher has looked.</summary>
    public bool Counts => !IsGone && !IsRemoved && (Visible is not null || IsWaiting);
    public bool IsShown => !IsGone && !IsRemoved && Visible is not null;

    public void Save(EntryVersion version)
    {
        (Latest, IsWaiting, Feedback) = (version, version.Held is not null, null);
        if (!IsWaiting)
            Visible = version;
    }

    public void Release(long seq)
    {
        if (seq != Latest.Seq)
            return;
        Latest = Latest with { Held = null };
        (IsWaiting, Visible) = (false, Latest);
    }

    public void Return(long seq, FeedbackView feedback)
    {
        if (seq == Latest.Seq)
            (IsWaiting, Feedback) = (false, feedback);
    }

    public void Remove(FeedbackView feedback) => (IsRemoved, IsWaiting, Feedback, Visible) = (true, false, feedback, null);

    public void Go() => (IsGone, IsWaiting, Visible) = (true, false, null);

    /// <returns>What this student reads of it; absent when nothing.</returns>
    public EntryVersion? For(string participant) =>
        IsGone ? null : participant == Latest.By || (IsRemoved && participant == Author) ? Latest : Visible;

    /// <param name="participant">Absent: the teacher.</param>
    /// <param name="isThere">The reason that it looks like can be read by the same people.</param>
    public EntryView? View(string? participant, Func<string, bool> isThere)
    {
        var version = participant is null ? IsGone ? null : Latest : For(participant);
        if (version is null)
            return null;
        var isLatest = version.Number == Latest.Number;
        return new EntryView(Part, Pair, Phase, Side, Author, version.By, version.Number, version.Text, version.Shown,
            isLatest && IsWaiting ? version.Held : null, isLatest ? Feedback : null, version.LooksLike is { } like && isThere(like) ? like : null);
    }
}
