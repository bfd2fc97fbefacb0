using CivicsClass.Moderation;
using CivicsClass.Sessions;

namespace CivicsClass.Debates;

/// <summary>An argument or reply and where it stands. Immutable: each event makes the next one.</summary>
/// <param name="Author">Participant id.</param>
/// <param name="Card">The latest version.</param>
/// <param name="Quotations">Of the latest version, anchored.</param>
public sealed record Argument(string Id, string Author, ArgumentStatus Status, ArgumentCard Card, IReadOnlyList<Quotation> Quotations)
{
    /// <summary>The approved version, which the class goes on reading while a newer one waits or is returned.</summary>
    public ArgumentCard? Shown { get; init; }
    public DateTime? WaitingSince { get; init; }
    public FeedbackView? Feedback { get; init; }
    public string? Decision { get; init; }
    public DateTime SentAt { get; init; }
    public IReadOnlyDictionary<string, ArgumentVersion>? Earlier { get; init; }
    /// <summary>Of the event that brought the latest version.</summary>
    public long Seq { get; init; }
    /// <summary>Words for which the latest version is held.</summary>
    public IReadOnlyList<HoldMark>? Held { get; init; }
    /// <summary>Its words are gone for good; only that something was written is known.</summary>
    public bool IsErased { get; init; }
    /// <summary>The latest version is on the board by the lesson's trust: nobody has read it before.</summary>
    public bool IsAtOnce { get; init; }

    public Argument Submitted(ArgumentCard card, IReadOnlyList<Quotation> quotations, DateTime at, long seq, IReadOnlyList<HoldMark>? held) => this with
    {
        Seq = seq,
        Held = held,
        IsAtOnce = false,
        Status = ArgumentStatus.Pending,
        Earlier = Earlier.With(new ArgumentVersion(Shown?.Version == Card.Version ? Shown : Card, SentAt, Status == ArgumentStatus.Pending ? null : Decision, Feedback)),
        SentAt = at,
        Card = card,
        Quotations = quotations,
        WaitingSince = Status == ArgumentStatus.Pending ? WaitingSince : at,
        Feedback = null,
    };

    public Argument Approved(bool atOnce) => this with
    {
        Status = ArgumentStatus.Approved,
        Shown = Card,
        WaitingSince = null,
        Decision = atOnce ? "Shown at once" : "Approved",
        Held = null,
        IsAtOnce = atOnce,
    };

    public Argument Returned(string reason, string? note) =>
        Told(reason, note, "Returned") with { Status = ArgumentStatus.Returned };

    public Argument Removed(string reason, string? note) =>
        Told(reason, note, "Removed") with { Status = ArgumentStatus.Removed, Shown = null };

    /// <param name="counts">Of the version that the class reads; absent: none are left.</param>
    public Argument Marked(MarkCounts? counts)
    {
        var shown = Shown! with { Marks = counts };
        return this with { Shown = shown, Earlier = Earlier.WithMarks(shown) };
    }

    public Argument Withdrawn() => this with { Status = ArgumentStatus.Withdrawn, Shown = null, WaitingSince = null, Feedback = null, Held = null };

    /// <summary>Nothing of what was written is left; that something stood there must be, because the log counts it.</summary>
    public Argument Erased() => Told("personal", null, "Erased") with
    {
        Status = ArgumentStatus.Removed,
        Shown = null,
        Card = ArgumentTexts.Erased(Card),
        Earlier = Earlier.Erased(),
        Feedback = null,
        IsErased = true,
    };

    private Argument Told(string id, string? note, string decision)
    {
        // A log may name a reason that a later release no longer lists.
        var reason = ModerationReason.All.FirstOrDefault(r => r.Id == id) ?? new ModerationReason(id, id, "Your teacher asks you to look at this again.", "");
        return this with
        {
            WaitingSince = null,
            Held = null,
            Feedback = new FeedbackView(reason.Id, reason.Sentence, reason.Starter, note),
            Decision = $"{decision}: {reason.Label.ToLowerInvariant()}",
        };
    }
}
