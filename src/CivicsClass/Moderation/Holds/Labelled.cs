using CivicsClass.Library;
using CivicsClass.Sessions;

namespace CivicsClass.Moderation.Holds;

/// <summary>A sentence of labelled.txt.</summary>
/// <param name="Held">Why it must be held; absent when it must pass.</param>
public sealed record LabelledSentence(string Text, HoldReason? Held);

/// <summary>How well a list does on the labelled sentences. A sentence counts as found when its own reason is among the marks.</summary>
/// <param name="Missed">What should have been held for its reason and was not.</param>
/// <param name="FalseAlarms">What should have passed and was held.</param>
public sealed record HoldFigures(IReadOnlyList<(HoldReason Reason, int Found, int Of)> ByReason, int Passed, int MustPass, IReadOnlyList<LabelledSentence> Missed, IReadOnlyList<LabelledSentence> FalseAlarms)
{
    private static readonly Dictionary<string, HoldReason?> Labels = new()
    {
        ["status"] = HoldReason.Status, ["class name"] = HoldReason.ClassName, ["phone"] = HoldReason.Phone, ["e-mail"] = HoldReason.Email,
        ["address"] = HoldReason.Address, ["profanity"] = HoldReason.Profanity, ["slur"] = HoldReason.Slur, ["pass"] = null,
    };

    private static readonly string[] Lines = [.. SchoolText.ReadBuiltIn("labelled.txt").ReplaceLineEndings("\n").Split('\n').Where(l => l.Length > 0 && l[0] != '#')];

    public static IReadOnlyList<LabelledSentence> Sentences { get; } = [.. Lines.Skip(1).Select(Read)];

    /// <summary>The names of the class in which the sentences are measured.</summary>
    public static IReadOnlyList<string> Class { get; } = Lines[0]["class:".Length..].Split(',', StringSplitOptions.TrimEntries);

    public int Found => ByReason.Sum(r => r.Found);
    public int MustHold => ByReason.Sum(r => r.Of);
    public double Recall => (double)Found / MustHold;
    public double FalseAlarmRate => (double)FalseAlarms.Count / MustPass;

    public static HoldFigures Of(HoldRules rules)
    {
        var names = rules.Names(Class);
        var right = Sentences.ToLookup(s => s.Held is { } reason ? rules.Look("text", s.Text, names).Any(m => m.Reason == reason) : !rules.Look("text", s.Text, names).Any());
        var (all, missed) = (Sentences.ToLookup(s => s.Held), right[false].ToArray());
        return new HoldFigures(
            [.. all.Where(g => g.Key is not null).Select(g => (g.Key!.Value, g.Count() - missed.Count(m => m.Held == g.Key), g.Count()))],
            all[null].Count() - missed.Count(m => m.Held is null),
            all[null].Count(),
            [.. missed.Where(m => m.Held is not null)],
            [.. missed.Where(m => m.Held is null)]);
    }

    private static LabelledSentence Read(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return new LabelledSentence(line[(colon + 1)..].Trim(), Labels[line[..colon]]);
    }
}
