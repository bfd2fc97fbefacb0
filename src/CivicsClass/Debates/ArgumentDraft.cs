using CivicsClass.Library;
using CivicsClass.Moderation;
using CivicsClass.Sessions;

namespace CivicsClass.Debates;

/// <summary>What a student sent, checked for form: texts clean and in their limits, quotations verbatim.</summary>
internal sealed record ArgumentDraft(string Claim, string? Reason, string? Link, IReadOnlyList<Quotation> Quotations, string? Counterclaim, string? Answer)
{
    public const int MaxClaim = 300, MaxReason = 1500, MaxLink = 600, MaxCounterclaim = 600, MaxAnswer = 1000, MaxQuotations = 4;
    private const int Context = 32;

    /// <param name="mayQuote">The passage is in reach of this student.</param>
    /// <exception cref="Refusal">Says which part to change and how.</exception>
    public static ArgumentDraft Check(SubmitArgument submit, Pack pack, bool needsEvidence, Func<string, bool> mayQuote)
    {
        var claim = StudentText.Clean(submit.Claim, "the claim", MaxClaim)
            ?? throw new Refusal(submit.ArgumentKind == ArgumentKind.Ask ? "Write your question." : "Write your claim: one sentence that somebody could disagree with.");
        if (claim.Contains('\n', StringComparison.Ordinal))
            throw new Refusal("Write the claim on one line. What supports it goes into the reason.");
        var reason = StudentText.Clean(submit.Reason, "the reason", MaxReason);
        if (reason is null && submit.ArgumentKind is ArgumentKind.Argue or ArgumentKind.Rebut)
            throw new Refusal("Add a reason: why should somebody believe your claim?");
        var link = StudentText.Clean(submit.Link, "the link to your reason", MaxLink);
        var counterclaim = StudentText.Clean(submit.Counterclaim, "the counterclaim", MaxCounterclaim);
        var answer = StudentText.Clean(submit.Answer, "the answer to the counterclaim", MaxAnswer);
        if (counterclaim is null && answer is not null)
            throw new Refusal("Write the counterclaim that you answer: what would the other side say at its strongest?");
        if (submit.Quotations.Count == 0 && needsEvidence && submit.ArgumentKind == ArgumentKind.Argue)
            throw new Refusal("Add at least one quotation from your evidence tray.");
        return new ArgumentDraft(claim, reason, link, Anchored(submit.Quotations, pack, mayQuote), counterclaim, answer);
    }

    /// <summary>Quotations that a student sent, each verbatim and once.</summary>
    public static IReadOnlyList<Quotation> Anchored(IReadOnlyList<QuotationDraft> quotations, Pack pack, Func<string, bool> mayQuote) =>
        quotations.Count <= MaxQuotations
            ? [.. quotations.Select(q => Anchor(q, pack, mayQuote)).Distinct()]
            : throw new Refusal($"Quote at most {MaxQuotations} times. Keep the strongest.");

    /// <summary>The quotation with W3C Web Annotation selectors: TextQuoteSelector (exact, prefix, suffix) and TextPositionSelector (start, end).</summary>
    private static Quotation Anchor(QuotationDraft? draft, Pack pack, Func<string, bool> mayQuote)
    {
        if (draft is null || !mayQuote(draft.Passage) || Passage.Find(pack, draft.Passage) is not { } passage)
            throw new Refusal("One of your quotations is not in your evidence tray. Add the sentence there first, then quote it.");
        var (text, exact) = (passage.Text, draft.Exact.Trim());
        var start = exact.Length == 0 ? -1 : text.IndexOf(exact, StringComparison.Ordinal);
        if (start < 0)
            throw new Refusal("A quotation must stand in the text letter for letter. Choose the sentence again and shorten it only at its ends.");
        if (exact != text && exact.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length < 2)
            throw new Refusal("Quote at least two words, so that others can see what the text says.");
        var end = start + exact.Length;
        return new Quotation(passage.Id, exact, text[Math.Max(0, start - Context)..start], text[end..Math.Min(text.Length, end + Context)], start, end);
    }
}
