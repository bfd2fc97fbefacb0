using CivicsClass.Sessions;
using Humanizer;

namespace CivicsClass.Reports;

/// <summary>A held text that the teacher keeps until somebody has looked into it.</summary>
/// <param name="At">UTC; when it was written.</param>
/// <param name="What">What it is, in words.</param>
/// <param name="Because">What the list found in it, in words.</param>
public sealed record IncidentReport(Who Author, DateTime At, string What, IReadOnlyList<string> Texts, IReadOnlyList<string> Because)
{
    internal static IReadOnlyList<IncidentReport> All(LiveSession session, Dictionary<string, Who> people) =>
        [.. session.Written.Held.Values.Where(h => h.IsIncident).OrderBy(h => h.Seq)
            .Select(h => new IncidentReport(people[h.By], h.At, session.Step(h.Step).WhatIs(h.Item), [.. h.Texts.Values], [.. h.Marks.Select(m => m.Reason).Distinct().Select(Words)]))];

    private static string Words(HoldReason reason) => reason switch
    {
        HoldReason.Status => "may tell somebody’s immigration status",
        HoldReason.ClassName => "names somebody of the class",
        HoldReason.Phone => "a phone number",
        HoldReason.Email => "an e-mail address",
        HoldReason.Address => "a street address",
        _ => reason.Humanize(LetterCasing.LowerCase),
    };
}
