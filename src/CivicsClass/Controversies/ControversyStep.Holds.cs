using System.Globalization;

namespace CivicsClass.Controversies;

/// <summary>What a held text of a team is, for the teacher who decides on it.</summary>
public sealed partial class ControversyStep
{
    public override string WhatIs(string item)
    {
        var (team, what) = _entries.TryGetValue(item, out var entry) ? (entry.Team.Number, WhatIs(entry)) : WhatIsSaid(item.Split('/'));
        return string.Create(CultureInfo.InvariantCulture, $"Team {team}: {what}");
    }

    private string WhatIs(Entry entry) => entry.Part switch
    {
        Part.Reason => $"a reason on a pair's card, for “{Short(entry.Side!)}”",
        Part.Agreed => "what the team agrees on",
        Part.Open => "what stays open",
        _ => $"the strongest point for “{Short(entry.Side!)}”",
    };

    private (int Team, string What) WhatIsSaid(string[] parts) => (_teams.TryGetValue(parts[0], out var team) ? team.Number : 0, Speaking.KeyOf(parts).What switch
    {
        Said.Presented => "what a pair presents",
        Said.Restated => "how a pair restates the other",
        _ => "a note on a restatement",
    });
}
