using System.Globalization;
using Humanizer;

namespace CivicsClass.Reports;

public enum ReportPart { Participation, Quiz, Arguments, Decisions, Moderation, Teams, Entries, Claims, Reasons, Reflections, Questions, Timeline }

/// <summary>The parts of a report as tables; the first row names the columns. Times are ISO 8601, UTC.</summary>
public static class ReportTables
{
    public static IEnumerable<IReadOnlyList<string>> Table(this SessionReport report, ReportPart part) => part switch
    {
        ReportPart.Participation => Participation(report),
        ReportPart.Quiz => Quiz(report),
        ReportPart.Arguments => Arguments(report),
        ReportPart.Decisions => DecisionTables.Decisions(report),
        ReportPart.Moderation => DecisionTables.BySide(report),
        ReportPart.Teams => ControversyTables.Teams(report),
        ReportPart.Entries => ControversyTables.Entries(report),
        ReportPart.Claims => Claims(report),
        ReportPart.Reasons => Reasons(report),
        ReportPart.Reflections => Reflections(report),
        ReportPart.Questions => Questions(report),
        _ => Timeline(report),
    };

    private static IEnumerable<IReadOnlyList<string>> Participation(SessionReport report)
    {
        yield return
        [
            "alias", "name", "removed", "joined", "norms accepted", "texts finished", "texts", "passages kept", "questions answered", "questions right", "questions asked",
            "arguments", "replies", "approved", "returned", "removed posts", "waiting", "withdrawn", "reflections written", "reflection prompts", "claims judged", "claims",
        ];
        foreach (var s in report.Students)
        {
            yield return
            [
                s.Who.Alias, s.Who.Name ?? "", YesNo(s.Who.Removed), Time(s.JoinedAt), s.NormsAccepted is { } yes ? YesNo(yes) : "",
                N(s.Reading?.Finished), N(s.Reading?.Texts), N(s.Reading?.Kept), N(s.Quiz?.Answered), N(s.Quiz?.Right), N(s.Quiz?.Asked),
                N(s.Debate?.Arguments), N(s.Debate?.Replies), N(s.Debate?.Approved), N(s.Debate?.Returned), N(s.Debate?.Removed), N(s.Debate?.Waiting), N(s.Debate?.Withdrawn),
                N(s.Reflection?.Written), N(s.Reflection?.Prompts), N(s.SourceCheck?.Judged), N(s.SourceCheck?.Claims),
            ];
        }
    }

    /// <summary>One row per option.</summary>
    private static IEnumerable<IReadOnlyList<string>> Quiz(SessionReport report)
    {
        yield return ["quiz", "number", "item", "question", "answers", "right", "right percent", "option", "option text", "key", "chosen by", "percent", "misconception"];
        foreach (var quiz in report.Quizzes)
        {
            foreach (var item in quiz.Items)
            {
                foreach (var o in item.Options)
                {
                    yield return
                    [
                        quiz.Title, N(item.Number), item.Id, item.Stem, N(item.Answers), N(item.Right), N(item.RightPercent),
                        o.Id, o.Text, YesNo(o.IsKey), N(o.Count), N(o.Percent), o.Misconception ?? "",
                    ];
                }
            }
        }
    }

    /// <summary>One row per version; its last decision.</summary>
    private static IEnumerable<IReadOnlyList<string>> Arguments(SessionReport report)
    {
        yield return
        [
            "debate", "argument", "version", "side", "kind", "answers", "alias", "name", "sent", "claim", "basis", "reason", "quotations", "link",
            "status now", "decision", "decided", "waited seconds", "because", "note", "counterclaim", "answer to it", "strong evidence", "well reasoned", "can answer",
        ];
        foreach (var debate in report.Debates)
        {
            foreach (var a in debate.Sides.SelectMany(s => s.Arguments))
            {
                foreach (var v in a.Versions)
                {
                    var decision = v.Decisions is [.., var last] ? last : null;
                    yield return
                    [
                        debate.Title, a.Id, N(v.Version), report.Head.Positions.First(p => p.Id == v.Side).Short, Word(a.Kind), a.On?.Id ?? "", a.Author.Alias, a.Author.Name ?? "",
                        Time(v.At), v.Claim, Word(v.Basis), v.Reason ?? "", string.Join('\n', v.Quotations.Select(q => $"“{q.Exact}” ({q.Title}, paragraph {N(q.Paragraph)}{(q.NotReviewed == true ? ", not reviewed" : "")})")), v.Link ?? "",
                        Word(a.Status), decision is null ? "" : Word(decision.Kind), decision is null ? "" : Time(decision.At), N(decision?.WaitedSeconds), decision?.Reason ?? "", decision?.Note ?? "",
                        v.Counterclaim ?? "", v.Answer ?? "", N(v.Marks?.StrongEvidence ?? 0), N(v.Marks?.WellReasoned ?? 0), N(v.Marks?.CanAnswer ?? 0),
                    ];
                }
            }
        }
    }

    /// <summary>One row per claim and verdict.</summary>
    private static IEnumerable<IReadOnlyList<string>> Claims(SessionReport report)
    {
        yield return ["source check", "article", "number", "item", "claim", "judged", "verdict", "chosen by", "percent", "is the verdict", "shown in class", "named its paragraph"];
        foreach (var check in report.SourceChecks)
        {
            foreach (var c in check.Claims)
            {
                foreach (var v in c.Spread)
                {
                    yield return
                    [
                        check.Title, check.Article, N(c.Number), c.Id, c.Claim, N(c.Judged), Word(v.Verdict), N(v.Count), N(v.Percent),
                        c.Explained is { } known ? YesNo(known.Verdict == v.Verdict) : "", c.Explained is { } told ? YesNo(told.WasShown) : "no", N(c.RightParagraph),
                    ];
                }
            }
        }
    }

    /// <summary>One row per judgement.</summary>
    private static IEnumerable<IReadOnlyList<string>> Reasons(SessionReport report)
    {
        yield return ["source check", "number", "item", "claim", "alias", "name", "verdict", "paragraph", "reason"];
        foreach (var check in report.SourceChecks)
        {
            foreach (var c in check.Claims)
            {
                foreach (var j in c.Judgements)
                    yield return [check.Title, N(c.Number), c.Id, c.Claim, j.Who.Alias, j.Who.Name ?? "", Word(j.Verdict), N(j.Paragraph), j.Reason];
            }
        }
    }

    /// <summary>One row per answer.</summary>
    private static IEnumerable<IReadOnlyList<string>> Reflections(SessionReport report)
    {
        yield return ["reflection", "prompt", "alias", "name", "text"];
        foreach (var reflection in report.Reflections)
        {
            foreach (var prompt in reflection.Prompts)
            {
                foreach (var answer in prompt.Answers)
                    yield return [reflection.Title, prompt.Prompt, answer.Who.Alias, answer.Who.Name ?? "", answer.Text];
            }
        }
    }

    /// <summary>One row per question to the teacher.</summary>
    private static IEnumerable<IReadOnlyList<string>> Questions(SessionReport report)
    {
        yield return ["asked", "alias", "name", "question", "stage", "answer"];
        foreach (var q in report.Questions)
            yield return [Time(q.At), q.Who.Alias, q.Who.Name ?? "", q.Text, Word(q.Stage), q.Answer ?? ""];
    }

    private static IEnumerable<IReadOnlyList<string>> Timeline(SessionReport report)
    {
        yield return ["minute", "time", "kind", "what", "count"];
        foreach (var m in report.Timeline.Moments)
            yield return [N(m.Minute), Time(m.At), Word(m.Kind), m.Text, N(m.Count)];
    }

    private static string N(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string YesNo(bool yes) => yes ? "yes" : "no";

    private static string Word(Enum value) => value.Humanize(LetterCasing.LowerCase);

    private static string Time(DateTime at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
