using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CivicsClass.Library.Files;
using Humanizer;

namespace CivicsClass.Library.Importing;

/// <summary>A web page as a reading: only what the model of a reading knows is taken. Nothing is run and nothing is fetched.</summary>
internal sealed partial class HtmlImport
{
    public const int MostBytes = 2 * 1024 * 1024;
    private const int MostTags = 40_000, DeepestTags = 400, Deepest = 60;

    private static readonly HashSet<string> Dropped = [.. "script style noscript template iframe object embed applet svg math canvas audio video map nav form button input select textarea dialog head link meta base".Split(' ')];
    private static readonly HashSet<string> Blocks = [.. "p div section article main aside header footer address figure figcaption details summary h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre table hr center fieldset legend".Split(' ')];

    private readonly MarkdownWriter _out = new(Limits.FileBytes);
    private readonly Remarks _remarks;
    private readonly HtmlInline _inline;
    private readonly HashSet<INode> _notes = [];
    private string? _title;

    private HtmlImport(Remarks remarks) => (_remarks, _inline) = (remarks, new HtmlInline(remarks));

    /// <exception cref="NotImportedException">The page is too large, too deep or empty.</exception>
    public static ImportedText Read(string html, Remarks remarks)
    {
        MustBeModest(html);
        using var page = new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(html);
        var import = new HtmlImport(remarks);
        var text = import.Take(page);
        var title = import._title ?? page.QuerySelector("meta[property='og:title']")?.GetAttribute("content") ?? page.Title;
        return new ImportedText(OneLine(title ?? ""), text)
        {
            Author = Meta(page, "meta[name=author], meta[property='article:author']"),
            Publisher = Meta(page, "meta[property='og:site_name']"),
            Date = Meta(page, "meta[property='article:published_time'], meta[name=date]") is { Length: >= 10 } date && PackDate.IsValid(date[..10], yearAlone: false) ? date[..10] : null,
            Language = page.DocumentElement?.GetAttribute("lang") is { } language && LanguageTag.IsValid(language) ? language : null,
            Pictures = import._inline.Pictures,
        };
    }

    private string Take(IHtmlDocument page)
    {
        var root = Root(page);
        MustFit(root);
        foreach (var (what, number) in new[] { ("script", page.Scripts.Length), ("style sheet", page.QuerySelectorAll("style, link[rel=stylesheet]").Length) }.Where(w => w.Item2 > 0))
            _remarks.Tell($"Left out: {what.ToQuantity(number)}. Nothing in a page is run.");
        TakeNotes(page, root);
        if (root.QuerySelectorAll("h1") is [var only] && (OneLine(page.Title ?? "").Length == 0 || page.Title!.Contains(OneLine(only.TextContent), StringComparison.OrdinalIgnoreCase)))
        {
            _title = OneLine(only.TextContent);
            _notes.Add(only);
        }
        TakeBlocks(root, BlockKind.Paragraph, 0);
        foreach (var (label, note) in _inline.Notes)
            _out.Note(label, OneLine(_inline.Of(note, 0)));
        return _out.ToString();
    }

    /// <summary>What stands around the article is the site's and not the text's.</summary>
    private IElement Root(IHtmlDocument page)
    {
        var body = page.Body ?? throw new NotImportedException("There is no text in this page.");
        var article = page.QuerySelectorAll("article") is [var only] ? only : page.QuerySelector("main, [role=main]");
        if (article is null || article.TextContent.Length * 4 < body.TextContent.Length)
            return body;
        if (OneLine(body.TextContent).Length > OneLine(article.TextContent).Length + 50)
            _remarks.Tell("Only the page’s article was taken. What stands around it (menus, other articles) was left out.");
        return article;
    }

    /// <summary>A raised link, or one that says so, to another place in the page refers to a footnote.</summary>
    private void TakeNotes(IHtmlDocument page, IElement root)
    {
        var places = new Dictionary<string, IElement>(StringComparer.Ordinal);
        foreach (var (name, place) in page.All.Select(e => (e.Id, e)).Concat(page.All.Select(e => (e.GetAttribute("name"), e))))
            if (!string.IsNullOrEmpty(name))
                places.TryAdd(name, place);
        foreach (var link in root.QuerySelectorAll("sup a[href^='#'], a[href^='#'] > sup, a[role=doc-noteref], a.footnote-ref").Select(e => e.LocalName == "sup" ? e.ParentElement! : e))
        {
            var target = places.GetValueOrDefault(link.GetAttribute("href")?.TrimStart('#') ?? "");
            if (target is not null && Blocks.Contains(target.LocalName) == false)
                target = target.Closest("li, p, div, aside, dd");
            if (target is null || target.Contains(link) || target.Contains(root))
                continue;
            _inline.Refer(link, target);
            _notes.Add(target);
        }
    }

    private void TakeBlocks(INode parent, BlockKind kind, int depth)
    {
        var run = new List<INode>();
        foreach (var node in parent.ChildNodes)
            if (node is IElement element && (Blocks.Contains(element.LocalName) || HoldsBlocks(element)))
            {
                Paragraphs(run, kind);
                TakeBlock(element, kind, depth);
            }
            else
                run.Add(node);
        Paragraphs(run, kind);
    }

    private void TakeBlock(IElement element, BlockKind kind, int depth)
    {
        if (_notes.Contains(element) || _inline.IsLeftOut(element))
            return;
        switch (element.LocalName)
        {
            case var _ when depth > Deepest:
                Paragraphs([element], kind);
                break;
            case ['h', >= '1' and <= '6'] heading:
                _out.Heading(heading[1] - '0', _inline.Of(element, depth).Replace('\n', ' '));
                break;
            case "blockquote":
                TakeBlocks(element, BlockKind.Quote, depth + 1);
                break;
            case "ul" or "ol":
                TakeList(element, 1, depth);
                break;
            case "table" when HtmlTable.IsOne(element):
                HtmlTable.Take(element, _out, _inline, _remarks);
                break;
            case "table":
                foreach (var cell in element.QuerySelectorAll("caption, th, td").Where(c => c.QuerySelector("td") is null))
                    TakeBlocks(cell, kind, depth + 1);
                break;
            case "dt":
                Paragraphs([element], kind);
                break;
            case "hr":
                break;
            default:
                TakeBlocks(element, kind, depth + 1);
                break;
        }
    }

    private void TakeList(IElement list, int level, int depth)
    {
        var number = (list as IHtmlOrderedListElement)?.Start ?? 1;
        foreach (var item in list.Children.Where(c => c.LocalName == "li" && !_notes.Contains(c) && !_inline.IsLeftOut(c)))
        {
            var lists = item.Children.Where(c => c.LocalName is "ul" or "ol").ToList();
            _out.Item(level, list.LocalName == "ol" ? $"{Math.Clamp(number++, 0, 99)}." : null, OneLine(string.Concat(item.ChildNodes.Where(n => !lists.Contains(n)).Select(n => _inline.Of(n, depth) + (n is IElement e && Blocks.Contains(e.LocalName) ? " " : "")))));
            foreach (var inner in lists.Where(_ => depth < Deepest))
                TakeList(inner, level + 1, depth + 1);
        }
    }

    /// <summary>A run of words; two line breaks in a row begin a paragraph, and an image stands alone.</summary>
    private void Paragraphs(List<INode> run, BlockKind kind)
    {
        var text = string.Concat(run.Select(n => _inline.Of(n, 0)));
        run.Clear();
        foreach (var part in Break().Split(text).Select(OneLine).Where(p => p.Length > 0))
            if (_inline.FindPicture(part) is { } picture)
                _out.Image(MarkdownWriter.Escape(picture.Description), picture.Name);
            else if (kind == BlockKind.Quote)
                _out.Quote(part);
            else
                _out.Paragraph(part);
    }

    private static bool HoldsBlocks(IElement element) =>
        !Dropped.Contains(element.LocalName) && element.QuerySelector("p, div, ul, ol, table, blockquote, h1, h2, h3, h4, h5, h6, pre, section, article") is not null;

    internal static bool IsDropped(IElement element) => Dropped.Contains(element.LocalName);

    /// <summary>Counted before anything is built: a page of a million tags, or of tags a thousand deep, is no reading.</summary>
    private static void MustBeModest(string html)
    {
        var (tags, depth) = (0, 0);
        foreach (var tag in Tag().EnumerateMatches(html))
        {
            var name = html.AsSpan(tag.Index, tag.Length).TrimStart('<');
            if (++tags > MostTags)
                throw new NotImportedException($"The page has more than {MostTags:N0} tags. Copy the part that the class will read, and paste it.");
            depth += name[0] == '/' ? depth > 0 ? -1 : 0 : NeverClosed().IsMatch(name) ? 0 : 1;
            if (depth > DeepestTags)
                throw new NotImportedException("The page’s tags stand one inside the other without end. Copy the part that the class will read, and paste it.");
        }
    }

    /// <summary>Spaces apart, of which a page is full.</summary>
    private static void MustFit(IElement root)
    {
        var letters = 0;
        foreach (var text in root.Descendants<IText>().Where(t => t.ParentElement is not { } around || !Dropped.Contains(around.LocalName)))
        {
            foreach (var letter in text.Data)
                letters += char.IsWhiteSpace(letter) ? 0 : 1;
            if (letters > Limits.FileBytes)
                throw NotImportedException.TooLong;
        }
    }

    private static string? Meta(IHtmlDocument page, string selector) =>
        page.QuerySelector(selector)?.GetAttribute("content") is { } content && OneLine(content) is { Length: > 0 and <= Limits.Person } words && !words.StartsWith("http", StringComparison.Ordinal) ? words : null;

    internal static string OneLine(string text) => Space().Replace(text, " ").Trim();

    [GeneratedRegex(@"</?[a-zA-Z][^\s/>]*")]
    private static partial Regex Tag();

    [GeneratedRegex(@"^(area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dd|dt|tr|td|th|thead|tbody|tfoot|option|rb|rt|rp|path|circle|rect|use|line|polygon)$", RegexOptions.IgnoreCase)]
    private static partial Regex NeverClosed();

    [GeneratedRegex(@"\n\s*\n")]
    private static partial Regex Break();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
