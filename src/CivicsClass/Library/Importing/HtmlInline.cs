using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using CivicsClass.Library.Files;

namespace CivicsClass.Library.Importing;

/// <summary>The words of a page, with its links and the places of footnotes and images.</summary>
internal sealed partial class HtmlInline(Remarks remarks)
{
    private const int Deepest = 120;
    /// <summary>Marks an image among words, beside its number; no text has it.</summary>
    private const char PictureSign = '\uFFFC';

    private readonly Dictionary<IElement, string> _references = [];
    private readonly Dictionary<IElement, string> _labels = [];
    private readonly List<(string Description, string Name)> _shown = [];
    private readonly List<Picture> _pictures = [];

    public IReadOnlyList<Picture> Pictures => _pictures;
    public IEnumerable<(string Label, IElement Note)> Notes => _labels.Select(l => (l.Value, l.Key));

    public void Refer(IElement link, IElement note)
    {
        if (!_labels.TryGetValue(note, out var label))
            _labels.Add(note, label = $"{_labels.Count + 1}");
        _references[link] = label;
    }

    public (string Description, string Name)? FindPicture(string part) =>
        part is [PictureSign, .. var number] && int.TryParse(number, out var at) ? _shown[at] : null;

    /// <summary>Escaped, with links; a line break is \n.</summary>
    public string Of(INode node, int depth)
    {
        var words = new StringBuilder();
        Take(node, words, depth);
        return words.ToString();
    }

    /// <summary>Into one text, however deep: a text for each level would be the page many times over.</summary>
    private void Take(INode node, StringBuilder words, int depth)
    {
        if (node is IText text)
            words.Append(MarkdownWriter.Escape(text.Data.Replace(PictureSign, ' ')));
        if (node is not IElement element || IsLeftOut(element))
            return;
        if (_references.TryGetValue(element, out var note))
            words.Append(MarkdownWriter.Reference(note));
        else if (depth > Deepest)
            words.Append(MarkdownWriter.Escape(element.TextContent));
        else if (element.LocalName == "br")
            words.Append('\n');
        else if (element.LocalName == "img")
            words.Append(Image(element));
        else if (element.LocalName != "a")
            TakeInside(element, words, depth);
        else if (!IsWayBack(element))
        {
            var link = new StringBuilder();
            TakeInside(element, link, depth);
            words.Append(MarkdownWriter.Link(link.Replace('\n', ' ').ToString().Trim(), element.GetAttribute("href")?.Trim() ?? ""));
        }
    }

    /// <summary>In a footnote, the link to where it is referred to.</summary>
    private bool IsWayBack(IElement link) =>
        link.GetAttribute("href") is ['#', ..] && (_labels.ContainsKey(link) || link.Ancestors<IElement>().Any(_labels.ContainsKey)) && BackLink().IsMatch(link.TextContent);

    /// <summary>What nobody would see on the page, or what is no text. Hidden words are told.</summary>
    public bool IsLeftOut(IElement element)
    {
        if (HtmlImport.IsDropped(element))
        {
            if (element.LocalName is "nav" or "form" or "iframe" or "object" or "svg" or "math" or "video" or "audio")
                remarks.Count($"Left out: {{0}} × <{element.LocalName}>, which a reading cannot show.");
            return true;
        }
        if (!element.HasAttribute("hidden") && !Hiding().IsMatch(element.GetAttribute("style") ?? ""))
            return element.GetAttribute("aria-hidden") == "true" && element.Descendants<IText>().SelectMany(t => t.Data).Where(c => !char.IsWhiteSpace(c)).Take(3).Count() < 3;
        if (HtmlImport.OneLine(element.TextContent) is { Length: > 0 } words)
            remarks.Tell("A hidden text was left out.", words);
        return true;
    }

    private void TakeInside(IElement element, StringBuilder words, int depth)
    {
        foreach (var child in element.ChildNodes)
            Take(child, words, depth + 1);
    }

    private string Image(IElement image)
    {
        var (description, address) = (HtmlImport.OneLine(image.GetAttribute("alt") ?? ""), image.GetAttribute("src") ?? "");
        if (description.Length == 0)
            remarks.Tell("An image was left out because it has no description (alternative text). Add it to the draft with one if the class needs it.", Shown(address));
        else if (!address.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
            remarks.Tell("An image was left out because it stands in another place, and nothing is fetched from there. Add it to the draft yourself if you may.", $"{description} ({Shown(address)})");
        else if (Inline(address) is not { } bytes)
            remarks.Tell("An image was left out because it cannot be read.", description);
        else if (Picture.Of(bytes) is { Picture: { } picture })
        {
            _pictures.Add(picture);
            _shown.Add((description, picture.Name));
            return $"\n\n{PictureSign}{_shown.Count - 1}\n\n";
        }
        else
            remarks.Tell($"An image was left out. {Picture.Of(bytes).Refused}", description);
        return "";
    }

    private static byte[]? Inline(string address)
    {
        var comma = address.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0 || !address.AsSpan(0, comma).EndsWith(";base64", StringComparison.OrdinalIgnoreCase))
            return null;
        try
        {
            return Convert.FromBase64String(Uri.UnescapeDataString(address[(comma + 1)..]));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string Shown(string address) => address.Length > 80 ? address[..80] + "…" : address;

    [GeneratedRegex(@"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(px|pt|em|%)?\s*(;|$)|opacity\s*:\s*0\s*(;|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Hiding();

    /// <summary>Arrows, numbers, letters, and the few words that lead back to the text.</summary>
    [GeneratedRegex(@"\A(?>\W*)(?>(?:\d{1,3}|[a-z]|back|jump|return|up|to|the|text|content|top)(?>\W+|\z))*\z", RegexOptions.IgnoreCase)]
    private static partial Regex BackLink();
}
