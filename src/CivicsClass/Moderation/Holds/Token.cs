using System.Globalization;
using System.Text;

namespace CivicsClass.Moderation.Holds;

/// <summary>A word of a text: folded for comparing, and where it stands.</summary>
/// <param name="Word">Lower case, without accents, in Latin letters where others only look like them.</param>
/// <param name="Start">In UTF-16 code units of the text, as <c>End</c>.</param>
/// <param name="IsCapital">Its first letter is a capital one.</param>
/// <param name="IsShouted">All of its letters are capitals.</param>
/// <param name="Sentence">Which sentence of the text, from 0.</param>
/// <param name="IsFirst">The first of its sentence.</param>
internal sealed record Token(string Word, int Start, int End, bool IsCapital, bool IsShouted, int Sentence, bool IsFirst)
{
    private const string LooksLike = "аaвbеeкkмmнhоoрpсcтtуyхxіiјjѕsԁdһhɑaɡgıiαaβbεeιiκkνvοoρpτtυuχx";
    private const string EndsSentence = ".!?;…\n¿¡";

    /// <summary>The words of a text in order. Signs that stand for letters (@, $, *) belong to a word when letters are beside them.</summary>
    public static List<Token> Of(string text)
    {
        var tokens = new List<Token>();
        var word = new StringBuilder();
        var (start, end, sentence, first) = (-1, 0, 0, true);
        var (capital, letters, capitals) = (false, 0, 0);
        for (var at = 0; at < text.Length;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length);
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
                at += length;
            else if (Rune.IsLetterOrDigit(rune) || category is UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber || IsStandIn(text, at, start >= 0))
            {
                if (start < 0)
                    (start, capital, letters, capitals) = (at, Rune.IsUpper(rune), 0, 0);
                (letters, capitals) = (letters + (Rune.IsLetter(rune) ? 1 : 0), capitals + (Rune.IsUpper(rune) ? 1 : 0));
                Fold(rune, word);
                end = at += length;
            }
            else
            {
                Close();
                if (rune.IsBmp && EndsSentence.Contains((char)rune.Value) && (rune.Value != '.' || at + 1 == text.Length || char.IsWhiteSpace(text[at + 1])) && !first)
                    (sentence, first) = (sentence + 1, true);
                at += length;
            }
        }
        Close();
        return tokens;

        void Close()
        {
            if (start < 0)
                return;
            tokens.Add(new Token(word.ToString(), start, end, capital, letters > 1 && letters == capitals, sentence, first));
            word.Clear();
            (start, first) = (-1, false);
        }
    }

    /// <summary>A sign in the middle of letters, as in "sh*t" or "a$$", or the apostrophe of "don't"; others divide words.</summary>
    private static bool IsStandIn(string text, int at, bool inWord) => text[at] switch
    {
        '@' or '*' => inWord && at + 1 < text.Length && char.IsLetter(text[at + 1]) && char.IsLetter(text[at - 1]),
        '$' => inWord || (at + 1 < text.Length && char.IsLetter(text[at + 1])),
        '\'' or '’' or '‘' or '`' => inWord && at + 1 < text.Length && text[at + 1] is 't' or 'T' && (at + 2 == text.Length || !char.IsLetter(text[at + 2])),
        _ => false,
    };

    private static void Fold(Rune rune, StringBuilder into)
    {
        if (rune.Value is '’' or '‘' or '`' or '\'')
            return;
        if (rune.IsAscii)
        {
            into.Append((char)Rune.ToLowerInvariant(rune).Value);
            return;
        }
        foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(part) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark)
                continue;
            var small = Rune.ToLowerInvariant(part);
            var alike = small.IsBmp ? LooksLike.IndexOf((char)small.Value, StringComparison.Ordinal) : -1;
            into.Append(alike >= 0 && (alike & 1) == 0 ? LooksLike[alike + 1].ToString() : small.ToString());
        }
    }

    /// <summary>A word as an entry of the list is compared: "Don’t" and "dont" are one.</summary>
    public static string[] Words(string phrase) => [.. Of(phrase).Select(t => t.Word)];
}
