using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace CivicsClass.Library.Files;

/// <summary>Splits a paragraph into sentences, as legal and civic texts need it: citations, case names and titles stay whole.
/// Where the rule is unsure it does not split; joining the sentences with a space gives the paragraph again.</summary>
public static partial class Sentences
{
    /// <summary>Marks in a text, for a sentence that the rule would divide otherwise: one ends here; none ends here.</summary>
    internal const char EndsHere = '\u001E', GoesOn = '\u001F';

    /// <summary>Always belongs to what follows.</summary>
    private static readonly FrozenSet<string> Leading = Words("v vs cf e.g i.e viz");

    /// <summary>Belongs to what follows when it has a capital: "Gov. Abbott".</summary>
    private static readonly FrozenSet<string> Titles = Words(
        "Mr Mrs Ms Mx Dr Prof Gov Sen Rep Hon Rev St Mt Ft Sgt Capt Lt Col Cmdr Supt Pres Atty Messrs");

    /// <summary>Belongs to a number that follows: "No. 5", "Art. VI".</summary>
    private static readonly FrozenSet<string> Counted = Words("no nos p pp art arts sec secs cl ch pt pts para paras par fig figs vol vols amend subsec");

    /// <summary>May also end a sentence; it does when a word follows that begins one. These only with a capital.</summary>
    private static readonly FrozenSet<string> EitherWay = Words(
        "Inc Corp Co Ltd LLC Bros Jr Sr Esq Dept Univ Ave Blvd Rd Pub Exec Const Stat Supp Cir Ct Dist App Fed Reg Rptr Cong Sess Crim Civ " +
        "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thurs Fri Sat Sun " +
        "Ala Ariz Ark Cal Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo");

    private static readonly FrozenSet<string> EitherWayInAnyCase = Words("etc al approx ca dep't ass'n int'l nat'l gov't att'y comm'n comm'r");

    private static readonly FrozenSet<string> Starters = Words(
        "the a an this that these those it its he she they we you i his her their our your there here " +
        "in on at by for from to with without under over after before since until while when where as if although though because once " +
        "and but or so yet however therefore moreover instead still also then thus meanwhile nor " +
        "some many most all each every both none one two three several few another other others such " +
        "supporters opponents critics what who why how which whether is are was were do does did can could should would");

    public static IReadOnlyList<string> Split(string paragraph)
    {
        var sentences = new List<string>();
        foreach (var piece in Spaces().Replace(paragraph, " ").Split(EndsHere))
            Split(piece.Trim(), sentences);
        return sentences;
    }

    private static void Split(string text, List<string> sentences)
    {
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (!Stops(text[at]))
                continue;
            var stop = at;
            while (at + 1 < text.Length && Stops(text[at + 1]))
                at++;
            var end = PastClosers(text, at + 1);
            if (end >= text.Length || !Ends(text, start, stop, at, end))
                continue;
            Add(text[start..end]);
            start = end;
            at = end - 1;
        }
        if (start < text.Length)
            Add(text[start..]);

        void Add(string sentence)
        {
            if (sentence.Replace($"{GoesOn}", "", StringComparison.Ordinal).Trim() is { Length: > 0 } words)
                sentences.Add(words);
        }
    }

    private static bool Stops(char letter) => letter is '.' or '!' or '?' or '…' or '。' or '！' or '？';

    /// <summary>Quotation marks, brackets and footnote numbers that belong to the sentence before them.</summary>
    private static int PastClosers(string text, int at)
    {
        while (at < text.Length)
        {
            if (text[at] is '"' or '\'' or '”' or '’' or '»' or ')' or ']' or '」' or '』')
                at++;
            else if (Footnote().Match(text, at) is { Success: true } note)
                at += note.Length;
            else
                break;
        }
        return at;
    }

    /// <param name="stop">The first full stop, question or exclamation mark.</param>
    /// <param name="last">The last one in a row.</param>
    /// <param name="end">Where the next sentence would begin.</param>
    private static bool Ends(string text, int start, int stop, int last, int end)
    {
        if (text[end] == GoesOn)
            return false;
        if (text[stop] is '。' or '！' or '？')
            return true;
        if (text[end] != ' ' || IsEllipsis(text, stop, last))
            return false;
        var next = NextWord(text, end);
        if (next.Length == 0 || !(char.IsUpper(next[0]) || char.IsDigit(next[0]) || IsUncased(next[0])))
            return false;
        return text[stop] != '.' || stop != last || !IsShort(text, start, stop, next);
    }

    private static bool IsEllipsis(string text, int stop, int last) =>
        text[last] == '…' || (last - stop == 2 && text.AsSpan(stop, 3) is "...");

    /// <summary>Whether the full stop belongs to a shortened word.</summary>
    private static bool IsShort(string text, int start, int stop, string next)
    {
        var from = stop;
        while (from > start && (char.IsLetterOrDigit(text[from - 1]) || text[from - 1] is '.' or '\'' or '’'))
            from--;
        var word = text[from..stop].Replace('’', '\'').TrimStart('\'');
        var first = text.AsSpan(start, from - start).Trim().TrimStart("\"“'‘([").Length == 0;
        if (word.Length == 0)
            return false;
        if (word.All(char.IsDigit))
            return first && word.Length <= 3;
        if (Leading.Contains(word) || (char.IsUpper(word[0]) && Titles.Contains(word)))
            return true;
        if (Counted.Contains(word))
            return char.IsDigit(next[0]) || (word.Length > 1 && !word.StartsWith("no", StringComparison.OrdinalIgnoreCase) && next.All("IVXLC".Contains));
        var mayBeShort = IsInitials(word) || EitherWayInAnyCase.Contains(word) || (char.IsUpper(word[0]) && EitherWay.Contains(word));
        return mayBeShort && !Starters.Contains(next);
    }

    /// <summary>Such as "J", "U.S" or "a.m"; not the pronoun I.</summary>
    private static bool IsInitials(string word)
    {
        var parts = word.Split('.');
        return parts.All(p => p.Length is 1 or 2 && p.All(char.IsLetter)) && (parts.Length > 1 || (word.Length == 1 && char.IsUpper(word[0]) && word != "I"));
    }

    private static string NextWord(string text, int at)
    {
        while (at < text.Length && (text[at] == ' ' || "\"“‘'([«¿¡—–-".Contains(text[at], StringComparison.Ordinal)))
            at++;
        var from = at;
        while (at < text.Length && char.IsLetterOrDigit(text[at]))
            at++;
        return text[from..at];
    }

    /// <summary>Letters of scripts without capitals, such as Arabic or Chinese.</summary>
    private static bool IsUncased(char letter) => char.GetUnicodeCategory(letter) == System.Globalization.UnicodeCategory.OtherLetter;

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\G\[\d{1,3}\]")]
    private static partial Regex Footnote();
}
