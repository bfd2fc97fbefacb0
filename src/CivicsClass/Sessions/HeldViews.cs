using CivicsClass.Help;
using CivicsClass.Moderation;

namespace CivicsClass.Sessions;

/// <param name="Sentence">The reason's sentence for the student.</param>
/// <param name="Starter">A sentence starter to go on from; empty when the reason has none.</param>
public sealed record ReasonView(string Id, string Label, string Sentence, string Starter)
{
    internal static IReadOnlyList<ReasonView> Of(IEnumerable<ModerationReason> reasons) => [.. reasons.Select(r => new ReasonView(r.Id, r.Label, r.Sentence, r.Starter))];
}

/// <summary>A held text as the teacher reads it, whichever step it belongs to.</summary>
/// <param name="Seq">Of the event that brought it; names it in the four commands.</param>
/// <param name="Participant">Who wrote it.</param>
/// <param name="At">UTC; since when it waits.</param>
/// <param name="What">What it is, in words, such as "Team 2: a reason".</param>
/// <param name="Waits">It is decided here; a debate's arguments wait in their own queue.</param>
/// <param name="Incident">Kept until somebody has looked into what happened.</param>
public sealed record HeldView(
    long Seq, string Participant, DateTime At, string Step, string What, IReadOnlyDictionary<string, string> Texts, IReadOnlyList<HoldMark> Marks, bool Waits, bool Incident)
{
    /// <summary>Why a text may be sent back.</summary>
    internal static readonly IReadOnlyList<ReasonView> Reasons = ReasonView.Of(ModerationReason.OfAnyText);

    /// <summary>What waits, and every incident; by "h" and the number. Absent when there is neither.</summary>
    internal static IReadOnlyDictionary<string, HeldView>? All(LiveSession session)
    {
        if (session.Written.Held.Count == 0)
            return null;
        var views = session.Written.Held.Values.Select(held => held.Step == HelpDesk.Place ? Asked(held) : Of(held, session.Step(held.Step))).Where(v => v.Waits || v.Incident)
            .ToDictionary(v => $"h{v.Seq}");
        return views.Count == 0 ? null : views;
    }

    private static HeldView Asked(HeldText held) =>
        new(held.Seq, held.By, held.At, held.Step, "A question to you", held.Texts, held.Marks, !held.IsSettled, held.IsIncident);

    private static HeldView Of(HeldText held, Step step) =>
        new(held.Seq, held.By, held.At, held.Step, step.WhatIs(held.Item), held.Texts, held.Marks, !held.IsSettled && !step.QueuesHeldTexts, held.IsIncident);
}
