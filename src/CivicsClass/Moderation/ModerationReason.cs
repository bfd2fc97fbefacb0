namespace CivicsClass.Moderation;

/// <summary>Why an argument was sent back or removed: what the teacher picks and what the student reads.</summary>
public sealed record ModerationReason(string Id, string Label, string Sentence, string Starter)
{
    public static readonly IReadOnlyList<ModerationReason> All =
    [
        new("claim-missing", "Claim missing", "I can't find a claim yet: one sentence that somebody could disagree with.", "I claim that …"),
        new("two-claims", "More than one claim", "This makes more than one claim. Choose the one you can support best and keep the other for a new post.", "The one point I want to make is …"),
        new("evidence-missing", "Evidence missing", "The reason needs a quotation from the readings that carries it.", "The text says …"),
        new("quotation-off", "Quotation does not support it", "The quotation does not show what the reason says. Pick another one or say how they connect.", "This quotation shows that … because …"),
        new("off-topic", "Off topic", "This is not yet about our question. Tie it to what the question asks.", "This matters for our question because …"),
        new("duplicate", "Says what another says", "Somebody has made this point already. Support theirs, or add something new to it.", "Beyond what was said, …"),
        new("unclear", "Unclear", "I am not sure what you mean. Say it again in shorter sentences.", "In other words, …"),
        new("disrespectful", "Disrespectful", "Our norms ask us to take on the argument and leave the person alone. Say it so that somebody on the other side would keep listening.", "I see it differently because …"),
        new("personal", "Personal information", "This says something about a real person that does not belong on a shared board. Make the point without it.", "In general, …"),
    ];

    /// <summary>Those that fit every text a student writes, not only an argument.</summary>
    public static readonly IReadOnlyList<ModerationReason> OfAnyText = [.. All.Where(r => r.Id is "off-topic" or "unclear" or "disrespectful" or "personal")];

    public static ModerationReason Find(string id) =>
        All.FirstOrDefault(r => r.Id == id) ?? throw new Sessions.Refusal("Choose one of the listed reasons.");
}
