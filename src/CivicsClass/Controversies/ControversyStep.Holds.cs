using System.Globalization;
using CivicsClass.Sessions;

namespace CivicsClass.Controversies;

/// <summary>What a held text of a team is, and what becomes of it.</summary>
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

    public override void Judged(long seq, string item, TextVerdict verdict, TextReturned? because)
    {
        _concerned.Clear();
        if (verdict == TextVerdict.Erased)
            Erased(seq);
        if (_entries.TryGetValue(item, out var entry))
        {
            var wasShown = entry.IsShown;
            var before = entry.Visible;
            switch (verdict)
            {
                case TextVerdict.Released: entry.Release(seq); Change(entry, changesStatement: entry.Visible != before); break;
                case TextVerdict.Returned: entry.Return(seq, Feedback(because!.Reason, because.Note)); Change(entry, changesStatement: false); break;
                default: End(entry, e => e.Go()); break;
            }
            return;
        }
        var parts = item.Split('/');
        var (speaking, key) = (Change(_teams[parts[0]]).Speaking, Speaking.KeyOf(parts));
        switch (verdict)
        {
            case TextVerdict.Released: speaking.Release(key, seq); break;
            case TextVerdict.Returned: speaking.Return(key, seq, Feedback(because!.Reason, because.Note)); break;
            default: speaking.Erase(key); break;
        }
    }

    /// <summary>Its writers read that it is gone, and nothing of it.</summary>
    private void Erased(long seq)
    {
        foreach (var author in Session.Written.AuthorsOf(seq))
        {
            _erasedOf[author] = _erasedOf.GetValueOrDefault(author) + 1;
            Forget([author]);
        }
    }

    public override IEnumerable<string> ReadersOf(string item) =>
        _entries.TryGetValue(item, out var entry) ? entry.Team.Members.Append(entry.Author).Append(entry.Latest.By) : _teams[item.Split('/')[0]].Members;
}
