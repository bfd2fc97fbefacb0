using System.Net;
using System.Text.RegularExpressions;

namespace CivicsClass.Load.Host;

/// <summary>A form ready to send.</summary>
public sealed record FilledForm(Uri Action, IReadOnlyCollection<KeyValuePair<string, string>> Fields);

/// <summary>A form as a page offers it, antiforgery token included. Fields are found by the last part of their name,
/// so that "email" finds "Input.Email".</summary>
public sealed partial class HtmlForm
{
    private readonly Uri _action;
    private readonly List<KeyValuePair<string, string>> _fields = [];
    private readonly HashSet<string> _names = [];

    private HtmlForm(Uri page, string html)
    {
        var action = Attribute(FirstTag().Match(html).Value, "action");
        _action = string.IsNullOrEmpty(action) ? page : new Uri(page, action);
        foreach (Match control in Control().Matches(html))
            Read(control.Value);
    }

    public static IEnumerable<HtmlForm> All(Page page) => Form().Matches(page.Html).Select(m => new HtmlForm(page.Address, m.Value));

    public static string? Attribute(string html, string name) =>
        Regex.Match(html, $"\\s{Regex.Escape(name)}=\"([^\"]*)\"") is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value) : null;

    public static string Words(string html) => WebUtility.HtmlDecode(Blank().Replace(Tag().Replace(Head().Replace(html, ""), " "), " ")).Trim();

    public bool Has(string field) => Find(field) is not null;

    public FilledForm Fill(IEnumerable<(string Field, string Value)> values)
    {
        var filled = values.Select(v => KeyValuePair.Create(Find(v.Field)!, v.Value)).ToArray();
        return new FilledForm(_action, [.. _fields.Where(f => filled.All(v => v.Key != f.Key)), .. filled]);
    }

    private string? Find(string field) => _names.FirstOrDefault(n => n.Split('.')[^1].Equals(field, StringComparison.OrdinalIgnoreCase));

    private void Read(string tag)
    {
        if (Attribute(tag, "name") is not { } name)
            return;
        _names.Add(name);
        var type = Attribute(tag, "type");
        var value = tag.StartsWith("<select", StringComparison.Ordinal) ? Chosen(tag) : Attribute(tag, "value") ?? "";
        if (type is "checkbox" or "radio" ? Checked().IsMatch(tag) : type is not ("submit" or "button" or "file") && !tag.StartsWith("<button", StringComparison.Ordinal))
            _fields.Add(KeyValuePair.Create(name, value));
    }

    private static string Chosen(string select)
    {
        var options = Option().Matches(select).Select(m => m.Value).ToArray();
        return options.FirstOrDefault(o => o.Contains(" selected", StringComparison.Ordinal)) is { } chosen ? Attribute(chosen, "value") ?? ""
            : options.Length > 0 ? Attribute(options[0], "value") ?? "" : "";
    }

    [GeneratedRegex("<form\\b.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("^<form\\b[^>]*>", RegexOptions.Singleline)]
    private static partial Regex FirstTag();

    [GeneratedRegex("<(input|button)\\b[^>]*>|<textarea\\b[^>]*>|<select\\b.*?</select>", RegexOptions.Singleline)]
    private static partial Regex Control();

    [GeneratedRegex("<option\\b[^>]*>")]
    private static partial Regex Option();

    [GeneratedRegex("\\schecked\\b")]
    private static partial Regex Checked();

    [GeneratedRegex("<(head|script|style)\\b.*?</\\1>", RegexOptions.Singleline)]
    private static partial Regex Head();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("\\s+")]
    private static partial Regex Blank();
}
