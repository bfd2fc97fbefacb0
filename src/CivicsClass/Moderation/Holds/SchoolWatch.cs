using System.Runtime.CompilerServices;
using CivicsClass.Library;
using CivicsClass.Sessions;

namespace CivicsClass.Moderation.Holds;

/// <summary>The list as it stands for all classes of this server: read when a session is loaded, and at once when an admin saves it here.</summary>
public sealed class CurrentHolds
{
    private readonly Lock _turn = new();
    private string _text = HoldList.BuiltIn;

    public HoldRules Rules { get; private set; } = HoldRules.Read(HoldList.BuiltIn).Rules;

    public void Set(string text)
    {
        lock (_turn)
            if (text != _text)
                (_text, Rules) = (text, HoldRules.Read(text).Rules);
    }
}

/// <summary>Looks with the school's list and one session's names.</summary>
/// <param name="names">By participant id; grows as students take their seats.</param>
public sealed class SchoolWatch(CurrentHolds holds, IReadOnlyDictionary<string, string> names, Pack pack) : IWatch
{
    private static readonly ConditionalWeakTable<Pack, HashSet<string>> Vocabularies = [];
    private (HoldRules Rules, int Count, ClassNames Names)? _made;

    public IEnumerable<HoldMark> Look(string field, string text) => holds.Rules.Look(field, text, Names());

    private ClassNames Names()
    {
        var rules = holds.Rules;
        if (_made is not { } made || made.Rules != rules || made.Count != names.Count)
            _made = made = (rules, names.Count, names.Count == 0 ? ClassNames.None : rules.Names(names.Values, Vocabularies.GetValue(pack, WordsOf).Contains));
        return made.Names;
    }

    /// <summary>What the topic's own texts write in small letters is no name by itself, whoever in the class has it for one.</summary>
    private static HashSet<string> WordsOf(Pack pack) =>
        [.. pack.Readings.SelectMany(r => r.Blocks).SelectMany(b => b.Sentences).SelectMany(Token.Of).Where(t => !t.IsCapital).Select(t => t.Word)];
}
