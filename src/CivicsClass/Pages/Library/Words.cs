using System.Globalization;
using System.Text.RegularExpressions;
using CivicsClass.Library.Drafts;
using CivicsClass.Library.Files;
using CivicsClass.Library.Finding;
using CivicsClass.Library.Versions;
using CivicsClass.Library;
using Humanizer;
using Microsoft.AspNetCore.Html;

namespace CivicsClass.Pages.Library;

/// <summary>How the library's words are shown to people.</summary>
public static class Words
{
    public static string Of(SourceKind kind) => kind switch
    {
        SourceKind.Primary => "Primary source",
        SourceKind.Secondary => "Secondary source",
        _ => "Opinion",
    };

    public static string Of(Institution institution) => institution switch
    {
        Institution.Executive => "Government office",
        Institution.PolicyInstitute => "Policy institute",
        Institution.Advocacy => "Advocacy group",
        Institution.Profession => "Professional body",
        _ => institution.ToString(),
    };

    public static string Of(ItemKind kind) => kind switch
    {
        ItemKind.Single => "one answer",
        ItemKind.Multiple => "several answers",
        _ => "true or false",
    };

    public static string Of(FoundKind kind) => kind switch
    {
        FoundKind.Word => "Glossary",
        var other => other.ToString(),
    };

    public static string Of(ReadingLevel level) => $"reads like {(level.From > 12 ? "college" : level.To > 12 ? $"grade {level.From} to college" : $"grades {level.From} to {level.To}")}";

    public static string Length(int words) => $"{"word".ToQuantity(words, "N0", CultureInfo.CurrentCulture)}, about {"minute".ToQuantity(Math.Max(1, (int)Math.Round(words / 200.0)))}";

    /// <summary>A language by its English name.</summary>
    public static string Language(string tag) => CultureInfo.GetCultureInfo(tag) is { EnglishName: var name } && !name.StartsWith("Unknown", StringComparison.Ordinal) ? name : tag;

    /// <summary>The text with what was looked for marked; cut around the first mark where it is longer than that.</summary>
    public static IHtmlContent Marked(this SearchWords words, string text, int most = int.MaxValue)
    {
        var from = 0;
        if (text.Length > most)
        {
            var mark = words.Mark(text).TakeWhile(p => !p.Found).Sum(p => p.Text.Length);
            from = Math.Clamp(mark - most / 3, 0, text.Length - most);
            from = from == 0 ? 0 : text.IndexOf(' ', from) + 1;
        }
        var cut = text.Length - from <= most ? text[from..] : text[from..text.LastIndexOf(' ', from + most)];
        var html = new HtmlContentBuilder();
        html.Append(from > 0 ? "… " : "");
        foreach (var (piece, found) in words.Mark(cut))
            html = (HtmlContentBuilder)(found ? html.AppendFormat("<mark>{0}</mark>", piece) : html.Append(piece));
        return html.Append(from + cut.Length < text.Length ? " …" : "");
    }

    public static string Of(Verdict verdict) => verdict.Humanize(LetterCasing.Sentence);

    public static string Side(Pack pack, string side) => pack.Positions.FirstOrDefault(p => p.Id == side)?.Name ?? "Background";

    /// <summary>The class that gives a side its colour; none for background.</summary>
    public static string SideClass(Pack pack, string side) =>
        side == pack.Positions.ElementAtOrDefault(0)?.Id ? "side-a" : side == pack.Positions.ElementAtOrDefault(1)?.Id ? "side-b" : "";

    /// <summary>Which statements of law are older than a year, or what the setting says; null when none is.</summary>
    public static string? OldLaw(Pack pack, LawAge law)
    {
        var (readings, topic) = law.OldIn(pack);
        var parts = new List<string>();
        if (topic)
            parts.Add($"The topic as a whole is as of {pack.AsOf}.");
        if (readings.Count > 0)
            parts.Add($"{"reading".ToQuantity(readings.Count, ShowQuantityAs.Words).Humanize(LetterCasing.Sentence)} {(readings.Count == 1 ? "states" : "state")} law that is older than {"month".ToQuantity(law.Months)}: {string.Join(", ", readings.Select(r => $"“{r.Title}” (as of {r.LawAsOf})"))}.");
        return parts.Count == 0 ? null : string.Join(' ', parts);
    }

    public static string By(string by, IReadOnlyDictionary<string, string> people) => by switch
    {
        Seed.By => "with CivicsClass",
        LoadCommand.By => "from the command line",
        _ => $"by {people.GetValueOrDefault(by, "a former colleague")}",
    };
}

/// <summary>A text as students see it. <c>Side</c> is absent for a draft.</summary>
public sealed partial record ExcerptView(string? Side, string SideClass, string Title, string Author, string Publisher, string Date, SourceKind? Kind, string? LawAsOf, string Language, IReadOnlyList<Source> Sources, string? Rights, IReadOnlyList<Block> Blocks)
{
    public static ExcerptView Of(Excerpt reading, Pack pack) =>
        new(Words.Side(pack, reading.Side), Words.SideClass(pack, reading.Side), reading.Title, reading.Author, reading.Publisher, reading.Date, reading.Kind, reading.LawAsOf, reading.Language, reading.Sources, reading.Rights, reading.Blocks) { Anchor = reading.Id, NotReviewed = reading.NotReviewed == true, Glossary = new GlossaryMarks(pack.Glossary, reading.Id) };

    /// <summary>What an admin has typed so far.</summary>
    public static ExcerptView Of(DraftForm form) => new(null, "", form.Title ?? "", form.Author ?? "", form.Publisher ?? "", form.Date ?? "", form.Kind, string.IsNullOrWhiteSpace(form.LawAsOf) ? null : form.LawAsOf,
        LanguageTag.IsValid(form.Language?.Trim() ?? "") ? form.Language! : "en", [], form.RightsGiven, form.TextIsTooLarge ? [] : DraftBlocks.Read(DraftFile.Tidy(form.Text ?? "")));

    /// <summary>What the addresses within the text begin with.</summary>
    public string Anchor { get; init; } = "draft";

    public bool NotReviewed { get; init; }

    /// <summary>Publisher and date, after the author; empty while nothing of the three is known.</summary>
    public string Origin => string.Concat(new[] { Publisher, Date }.Where(p => p.Length > 0).Select((p, n) => n == 0 && Author.Length == 0 ? p : $", {p}"));

    /// <summary>The words that are explained in place.</summary>
    public GlossaryMarks? Glossary { get; init; }

    public int WordCount => CivicsClass.Library.Balance.WordCount.Of(Blocks);

    /// <summary>The blocks as they stand together: a list's items, a table's head and rows, the footnotes.</summary>
    public IEnumerable<IReadOnlyList<Block>> Runs()
    {
        var run = new List<Block>();
        foreach (var block in Blocks)
        {
            if (run.Count > 0 && block.Kind != BlockKind.Row && !(block.Kind is BlockKind.List or BlockKind.Note && run[0].Kind == block.Kind))
            {
                yield return run;
                run = [];
            }
            run.Add(block);
        }
        if (run.Count > 0)
            yield return run;
    }

    /// <summary>A text in which each footnote's number leads to the footnote, and a word of the glossary to what it means.</summary>
    public IHtmlContent Marked(string text)
    {
        var html = new HtmlContentBuilder();
        var from = 0;
        foreach (Match sign in Footnote().Matches(text))
            if (Blocks.Any(b => b.Kind == BlockKind.Note && b.Mark == sign.Groups[1].Value))
            {
                Explained(html, text[from..sign.Index]).AppendFormat("<sup><a href=\"#{0}-note-{1}\" aria-label=\"Footnote {1}\">{1}</a></sup>", Anchor, sign.Groups[1].Value);
                from = sign.Index + sign.Length;
            }
        return Explained(html, text[from..]);
    }

    private IHtmlContentBuilder Explained(HtmlContentBuilder html, string text) => Glossary?.Append(html, text) ?? html.Append(text);

    [GeneratedRegex(@"\[(\d{1,3})\]")]
    private static partial Regex Footnote();

    /// <summary>At 200 words a minute, as the lesson counts.</summary>
    public int Minutes => Math.Max(1, (int)Math.Round(WordCount / 200.0));
}
