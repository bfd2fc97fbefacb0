using System.Globalization;
using CivicsClass.Controversies;
using Humanizer;

namespace CivicsClass.Reports;

/// <summary>Teams and what they wrote as tables. Sides are called what they are: assigned.</summary>
internal static class ControversyTables
{
    /// <summary>One row per team.</summary>
    public static IEnumerable<IReadOnlyList<string>> Teams(SessionReport report)
    {
        yield return
        [
            "controversy", "team", "pair A", "assigned side of pair A", "pair B", "assigned side of pair B", "agreed", "open", "strongest points",
            "fully agree", "can support", "can live with it", "cannot live with it", "restatements until fair, first turn", "restatements until fair, second turn",
        ];
        foreach (var controversy in report.Controversies)
        {
            foreach (var team in controversy.Teams)
            {
                var statement = team.Statement;
                yield return
                [
                    controversy.Title, N(team.Number), Members(team.Pairs[0]), team.Pairs[0].AssignedSide.Short, Members(team.Pairs[1]), team.Pairs[1].AssignedSide.Short,
                    string.Join('\n', statement.Agreed), string.Join('\n', statement.Open), string.Join('\n', statement.Strongest.Select(s => $"{s.About.Short}: {s.Text}")),
                    .. Enum.GetValues<Consent>().Select(c => N(statement.Consents?.First(s => s.Consent == c).Count)),
                    N(team.Turns.ElementAtOrDefault(0)?.AcceptedAfter), N(team.Turns.ElementAtOrDefault(1)?.AcceptedAfter),
                ];
            }
        }
    }

    /// <summary>One row per version.</summary>
    public static IEnumerable<IReadOnlyList<string>> Entries(SessionReport report)
    {
        yield return ["controversy", "team", "entry", "part", "phase", "pair", "assigned side", "author", "author's name", "version", "saved by", "saved", "text", "quotations", "was shown", "status now"];
        foreach (var controversy in report.Controversies)
        {
            foreach (var (team, entry) in controversy.Teams.SelectMany(t => t.Entries.Select(e => (t, e))))
            {
                foreach (var v in entry.Versions)
                {
                    yield return
                    [
                        controversy.Title, N(team.Number), entry.Id, Word(entry.Part), Word(entry.Phase), $"{entry.Pair}", entry.AssignedSide?.Short ?? "", entry.Author.Alias, entry.Author.Name ?? "",
                        N(v.Version), v.By.Alias, v.At.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), v.Text,
                        string.Join('\n', v.Quotations.Select(q => $"“{q.Exact}” ({q.Title}, paragraph {N(q.Paragraph)})")), v.WasShown ? "yes" : "no", Word(entry.Status),
                    ];
                }
            }
        }
    }

    private static string Members(PairReport pair) => string.Join('\n', pair.Members.Select(m => m.Name is { } name ? $"{m.Alias} ({name})" : m.Alias));

    private static string N(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Word(Enum value) => value.Humanize(LetterCasing.LowerCase);
}
