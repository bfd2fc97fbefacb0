using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CivicsClass.Library.Drafts;
using CivicsClass.Library.Files;
using Microsoft.Extensions.Primitives;

namespace CivicsClass.Library.Topics;

/// <summary>A field with what stands in it. <c>Line</c>: where it stands in the file; 0 where it does not.</summary>
public sealed record FieldView(PartField Field, string Name, IReadOnlyList<string> Values, IReadOnlyList<EntryView> Entries, int Line)
{
    public string Id => Name.Replace('.', '-');
    public string Value => Values.Count > 0 ? Values[0] : "";
}

public sealed record EntryView(string Name, int Line, IReadOnlyList<FieldView> Fields)
{
    public string Id => Name.Replace('.', '-');
}

/// <summary>Turns a part of a pack's file into the fields of a form, and back. What is typed goes into the file as it is,
/// right or wrong: the pack's rules say what is wrong.</summary>
public sealed partial class PartForm(IReadOnlyList<PartField> fields)
{
    public IReadOnlyList<PartField> Fields => fields;

    internal IReadOnlyList<FieldView> Show(YamlMap map) => Show(fields, map, "");

    /// <param name="value">What was typed under a name.</param>
    /// <param name="act">Of a list's entries: "add:options", "remove:options.2", "up:steps.1", "down:steps.1".</param>
    internal YamlMap Typed(Func<string, StringValues> value, string? act) => Typed(fields, value, "", act ?? "");

    /// <summary>Changes whenever the part does: what was on the screen can be told from what stands there now.</summary>
    internal string Token(YamlMap map) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Lines(Show(map))))).AsSpan(0, 12));

    /// <summary>What nobody edits stays as it was.</summary>
    internal YamlMap Keep(YamlMap before, YamlMap typed)
    {
        bool IsKept(YamlText key) => fields.Any(f => f is KeptField && f.Key == key.Value);
        return new YamlMap([.. before.Pairs.Where(p => IsKept(p.Key)), .. typed.Pairs.Where(p => !IsKept(p.Key))], 0);
    }

    private static IEnumerable<string> Lines(IEnumerable<FieldView> fields) =>
        fields.SelectMany(f => f.Field is EntriesField ? f.Entries.SelectMany(e => Lines(e.Fields)) : f.Values.Select(v => $"{f.Name}={v}").DefaultIfEmpty(f.Name));

    private static List<FieldView> Show(IReadOnlyList<PartField> fields, YamlMap map, string prefix)
    {
        var shown = new List<FieldView>();
        foreach (var field in fields)
        {
            if (field.When is { } when && !when.Values.Contains((Find(map, when.Key) as YamlText)?.Value ?? ""))
                continue;
            var (name, node) = (prefix + field.Key, Find(map, field.Key));
            var entries = new List<EntryView>();
            if (field is EntriesField list)
                foreach (var (index, item) in Entries(node, list).Index())
                    entries.Add(new EntryView($"{name}.{index}", item.Line, Show(list.Fields, item, $"{name}.{index}.")));
            shown.Add(new FieldView(field, name, field is EntriesField ? [] : Texts(node), entries, node?.Line ?? 0));
        }
        return shown;
    }

    private static IEnumerable<YamlMap> Entries(YamlNode? node, EntriesField field)
    {
        var found = (node as YamlList)?.Items.Select(i => i as YamlMap ?? Apart(i as YamlText, field)).OfType<YamlMap>().ToList() ?? [];
        return found.Concat(Enumerable.Repeat(new YamlMap([], 0), Math.Max(0, field.Least - found.Count)));
    }

    private static YamlMap? Apart(YamlText? text, EntriesField field)
    {
        if (text is null || field.Together is not { } sign)
            return null;
        var parts = text.Value.Split(sign, field.Fields.Count);
        return new YamlMap([.. field.Fields.Zip(parts, (f, p) => Pair(f.Key, new YamlText(p, true, text.Line)))], text.Line);
    }

    private static YamlMap Typed(IReadOnlyList<PartField> fields, Func<string, StringValues> value, string prefix, string act)
    {
        var pairs = new List<KeyValuePair<YamlText, YamlNode>>();
        foreach (var field in fields)
        {
            var name = prefix + field.Key;
            if (field.When is { } when && !when.Values.Contains(value(prefix + when.Key).ToString()))
                continue;
            YamlNode node = field switch
            {
                EntriesField list => Typed(list, value, name, act),
                PickField => List(value(name).OfType<string>().Select(Tidy)),
                LinesField => List(Tidy(value(name).ToString()).Split('\n').Select(l => l.Trim())),
                TextField { Shape: TextShape.Markdown } => new YamlText(Tidy(value(name).ToString()), true, 0),
                _ => new YamlText(Tidy(value(name).ToString()).Trim(), true, 0),
            };
            if (node is not YamlText { Value: "" } && node is not YamlList { Items.Count: 0 })
                pairs.Add(Pair(field.Key, node));
        }
        return new YamlMap([.. pairs.GroupBy(p => p.Key.Value.Split('/')[0]).SelectMany(Within)], 0);
    }

    /// <summary>Fields such as "phases/prepare" stand together within the field "phases".</summary>
    private static IEnumerable<KeyValuePair<YamlText, YamlNode>> Within(IGrouping<string, KeyValuePair<YamlText, YamlNode>> pairs) =>
        pairs.All(p => p.Key.Value == pairs.Key) ? pairs : [Pair(pairs.Key, new YamlMap([.. pairs.Select(p => Pair(p.Key.Value[(pairs.Key.Length + 1)..], p.Value))], 0))];

    private static YamlList Typed(EntriesField list, Func<string, StringValues> value, string name, string act)
    {
        var typed = new List<(string Name, YamlMap Map)>();
        foreach (var index in value(name).OfType<string>().Where(i => Index().IsMatch(i)).Distinct().Take(2 * Limits.Items))
            if (act != $"remove:{name}.{index}")
                typed.Add(($"{name}.{index}", Typed(list.Fields, value, $"{name}.{index}.", act)));
        if (act == $"add:{name}")
            typed.Add(("", new YamlMap([], 0)));
        var at = typed.FindIndex(t => act == $"up:{t.Name}" || act == $"down:{t.Name}");
        if (at >= 0 && at + (act[0] == 'u' ? -1 : 1) is var to && to >= 0 && to < typed.Count)
            (typed[at], typed[to]) = (typed[to], typed[at]);
        return typed.Count <= list.Least && typed.All(t => t.Map.Pairs.Count == 0) ? new YamlList([], 0) : new YamlList([.. typed.Select(t => Node(list, t.Map))], 0);
    }

    /// <summary>An entry keeps its place although nothing was typed into it.</summary>
    private static YamlNode Node(EntriesField list, YamlMap map) => list.Together is { } sign
        ? new YamlText(string.Join(sign, list.Fields.Select(f => (Find(map, f.Key) as YamlText)?.Value ?? "")), true, 0)
        : map.Pairs.Count > 0 ? map : new YamlMap([Pair(list.Fields.First(f => f is TextField or ChoiceField).Key, new YamlText("", true, 0))], 0);

    private static YamlList List(IEnumerable<string> texts) => new([.. texts.Where(t => t.Length > 0).Select(t => new YamlText(t, true, 0))], 0);

    private static IReadOnlyList<string> Texts(YamlNode? node) => node switch
    {
        YamlText text => [text.Value],
        YamlList list => [.. list.Items.OfType<YamlText>().Select(t => t.Value)],
        _ => [],
    };

    private static YamlNode? Find(YamlMap map, string key) => key.Split('/', 2) is [var outer, var inner] ? Find(map, outer) is YamlMap within ? Find(within, inner) : null : map.Pairs.FirstOrDefault(p => p.Key.Value == key).Value;

    private static KeyValuePair<YamlText, YamlNode> Pair(string key, YamlNode node) => new(new YamlText(key, false, 0), node);

    /// <summary>Without signs that nobody sees, and without halves of letters, which no file can hold.</summary>
    internal static string Tidy(string text) => HalfLetter().Replace(DraftFile.Tidy(text).Replace("\0", "", StringComparison.Ordinal), "\uFFFD");

    [GeneratedRegex(@"\A[0-9a-z]{1,12}\z")]
    private static partial Regex Index();

    [GeneratedRegex(@"[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]")]
    private static partial Regex HalfLetter();
}
