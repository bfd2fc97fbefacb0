using CivicsClass.Sessions;

namespace CivicsClass.Debates;

/// <summary>The texts of an argument that its author writes, by the names that marks give them. Quotations are the topic's own words.</summary>
internal static class ArgumentTexts
{
    public static IEnumerable<(string Field, string? Text)> Of(ArgumentDraft draft) => Of(draft.Claim, draft.Reason, draft.Link, draft.Counterclaim, draft.Answer);

    public static IEnumerable<(string Field, string? Text)> Of(ArgumentSubmitted sent) => Of(sent.Claim, sent.Reason, sent.Link, sent.Counterclaim, sent.Answer);

    public static ArgumentSubmitted Erased(ArgumentSubmitted sent) => sent with
    {
        Claim = Written.Erased,
        Reason = Erased(sent.Reason),
        Link = Erased(sent.Link),
        Counterclaim = Erased(sent.Counterclaim),
        Answer = Erased(sent.Answer),
        Held = null,
    };

    public static ArgumentCard Erased(ArgumentCard card) => card with
    {
        Claim = Written.Erased,
        Reason = Erased(card.Reason),
        Link = Erased(card.Link),
        Counterclaim = Erased(card.Counterclaim),
        Answer = Erased(card.Answer),
    };

    private static string? Erased(string? text) => text is null ? null : Written.Erased;

    private static IEnumerable<(string Field, string? Text)> Of(string claim, string? reason, string? link, string? counterclaim, string? answer) =>
        [("claim", claim), ("reason", reason), ("link", link), ("counterclaim", counterclaim), ("answer", answer)];
}
