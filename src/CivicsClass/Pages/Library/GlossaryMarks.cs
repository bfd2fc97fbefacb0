using System.Text.RegularExpressions;
using CivicsClass.Library;
using Microsoft.AspNetCore.Html;

namespace CivicsClass.Pages.Library;

/// <summary>Marks the glossary's words in one text, as students see it: each the first time it stands there, and where two fit the longer one.</summary>
/// <param name="anchor">What the explanations' addresses begin with.</param>
public sealed class GlossaryMarks(IReadOnlyList<GlossaryTerm> glossary, string anchor)
{
    private readonly Lazy<Regex?> _words = new(() => Words(glossary));
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>A sentence of the readings in which a word stands, in which only this word is marked.</summary>
    public static (GlossaryMarks Marks, string? Sentence) In(GlossaryTerm term, Pack pack)
    {
        var words = Words([term]);
        var sentence = pack.Readings.SelectMany(r => r.Blocks).Where(b => b.Number is not null).SelectMany(b => b.Sentences).FirstOrDefault(s => words?.IsMatch(s) == true);
        return (new GlossaryMarks([term], $"word-{pack.Glossary.ToList().IndexOf(term)}"), sentence);
    }

    public IHtmlContentBuilder Append(IHtmlContentBuilder html, string text)
    {
        var from = 0;
        foreach (Match word in (IEnumerable<Match>?)_words.Value?.Matches(text) ?? [])
            if (glossary.FirstOrDefault(t => t.Also.Prepend(t.Term).Contains(word.Value, StringComparer.OrdinalIgnoreCase)) is { } term && _seen.Add(term.Term))
            {
                html.Append(text[from..word.Index]).AppendFormat("<button type=\"button\" class=\"gloss\" popovertarget=\"{0}-gloss-{1}\">{2}</button><span popover id=\"{0}-gloss-{1}\" class=\"gloss-card\">{3}</span>", anchor, _seen.Count, word.Value, term.Definition);
                from = word.Index + word.Length;
            }
        return html.Append(text[from..]);
    }

    private static Regex? Words(IReadOnlyList<GlossaryTerm> glossary)
    {
        var words = glossary.SelectMany(t => t.Also.Prepend(t.Term)).Where(w => w.Length > 0).OrderByDescending(w => w.Length).Select(Regex.Escape).ToList();
        return words.Count == 0 ? null : new Regex($@"(?<![\p{{L}}\p{{N}}])(?:{string.Join('|', words)})(?![\p{{L}}\p{{N}}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }
}
