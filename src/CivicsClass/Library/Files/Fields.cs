using System.Globalization;
using System.Text.RegularExpressions;
using Humanizer;

namespace CivicsClass.Library.Files;

/// <summary>A value and the line it stands on.</summary>
internal readonly record struct Placed<T>(T Value, int Line);

/// <summary>The fields of one YAML map. Every getter reports what is wrong and goes on with a harmless value,
/// so that one reading finds all problems.</summary>
internal sealed partial class Fields(string file, YamlMap map, Problems problems)
{
    private readonly HashSet<string> _known = [];

    public string File => file;
    public int Line => map.Line;

    public int LineOf(string key) => Find(key)?.Line ?? map.Line;

    public bool Has(string key) => Find(key) is not null;

    public void Problem(string key, string sentence) => problems.Add(file, LineOf(key), sentence);

    public string Text(string key, int most) => OptionalText(key, most) ?? Missing(key);

    public string? OptionalText(string key, int most)
    {
        if (Find(key) is not { } node)
            return null;
        if (node is not YamlText text)
        {
            problems.Add(file, node.Line, $"`{key}` must be a text and not a list. Write it on one line after the colon, in quotation marks if it has special characters.");
            return "";
        }
        return OneText(text, $"`{key}`", most);
    }

    public string Id(string key)
    {
        var id = Text(key, Limits.Id);
        if (id.Length > 0 && !PackId.IsValid(id))
            Problem(key, PackId.Advice(id));
        return id;
    }

    public string? Url(string key)
    {
        var url = OptionalText(key, Limits.Url);
        if (url is { Length: > 0 } && !WebAddress.IsValid(url))
            Problem(key, $"“{url.Truncate(80)}” is not a web address. Write one that begins with https:// or http://, or leave `{key}` out.");
        return url;
    }

    /// <param name="yearAlone">Whether a year without a month is enough.</param>
    public string? Date(string key, bool yearAlone, bool required)
    {
        var date = required ? Text(key, 40) : OptionalText(key, 40);
        if (date is { Length: > 0 } && !PackDate.IsValid(date, yearAlone))
            Problem(key, $"“{date}” is not a date. Write {(yearAlone ? "YYYY, " : "")}YYYY-MM or YYYY-MM-DD.");
        return date;
    }

    public string Language(string key, string? other)
    {
        if (other is not null && !Has(key))
            return other;
        var language = Text(key, 40);
        if (language.Length > 0 && !LanguageTag.IsValid(language))
            Problem(key, $"“{language}” is not a language tag. Write one such as en, es or zh-Hans.");
        return language;
    }

    public int Number(string key, int least, int most) =>
        OptionalNumber(key, least, most) ?? (Has(key) ? least : MissingNumber(key, least));

    public int? OptionalNumber(string key, int least, int most)
    {
        if (Find(key) is not { } node)
            return null;
        if (node is YamlText { Quoted: false } text && int.TryParse(text.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Problem(key, $"`{key}` must be a whole number from {least} to {most}.");
        return null;
    }

    public bool Flag(string key)
    {
        if (Find(key) is not { } node)
            return false;
        if (node is YamlText { Value: "true" or "false" } text)
            return text.Value == "true";
        Problem(key, $"`{key}` must be true or false.");
        return false;
    }

    public T Word<T>(string key) where T : struct, Enum => WordOrNothing<T>(key) ?? default;

    /// <summary>Nothing when it is missing or wrong, which has been reported then.</summary>
    public T? WordOrNothing<T>(string key) where T : struct, Enum
    {
        var word = Text(key, 40);
        foreach (var value in Enum.GetValues<T>())
            if (value.ToString().Camelize() == word)
                return value;
        var words = Enum.GetNames<T>().Select(n => n.Camelize()).ToList();
        if (word.Length > 0)
            Problem(key, $"`{key}` cannot be “{word.Truncate(40)}”. {Suggest(word, words) ?? ""}Choose one of: {string.Join(", ", words)}.");
        return null;
    }

    public IReadOnlyList<Placed<string>> Texts(string key, int least, int most, int length)
    {
        var texts = new List<Placed<string>>();
        foreach (var item in Items(key, least, most))
            if (item is YamlText text)
                texts.Add(new(OneText(text, $"An entry of `{key}`", length), text.Line));
            else
                problems.Add(file, item.Line, $"Each entry of `{key}` must be a text. Put an entry that contains “: ” in quotation marks.");
        return texts;
    }

    public IReadOnlyList<Fields> Maps(string key, int least, int most)
    {
        var maps = new List<Fields>();
        foreach (var item in Items(key, least, most))
            if (item is YamlMap fields)
                maps.Add(new Fields(file, fields, problems));
            else
                problems.Add(file, item.Line, $"Each entry of `{key}` must have fields of its own, such as `title: …`.");
        return maps;
    }

    /// <summary>Fields within a field; nothing when there are none.</summary>
    public Fields? Map(string key)
    {
        if (Find(key) is not { } node)
            return null;
        if (node is YamlMap inner)
            return new Fields(file, inner, problems);
        Problem(key, $"`{key}` must have fields of its own, each on a line below it.");
        return null;
    }

    /// <summary>To be called last: reports fields that nobody asked for.</summary>
    public void NothingElse()
    {
        foreach (var (key, _) in map.Pairs)
            if (!_known.Contains(key.Value))
                problems.Add(file, key.Line, $"`{key.Value.Truncate(40)}` is not a field here. {Suggest(key.Value, _known) ?? "Remove it. "}The fields here are: {string.Join(", ", _known)}.");
    }

    private YamlNode? Find(string key)
    {
        _known.Add(key);
        foreach (var (name, value) in map.Pairs)
            if (name.Value == key)
                return value is YamlText { Quoted: false, Value: "" or "~" or "null" } ? null : value;
        return null;
    }

    private IReadOnlyList<YamlNode> Items(string key, int least, int most)
    {
        var node = Find(key);
        if (node is null)
        {
            if (least > 0)
                Missing(key);
            return [];
        }
        if (node is not YamlList list)
        {
            Problem(key, $"`{key}` must be a list: one entry per line, each after a hyphen.");
            return [];
        }
        if (list.Items.Count < least || list.Items.Count > most)
            Problem(key, $"`{key}` needs {Range(least, most)}, and there {(list.Items.Count == 1 ? "is" : "are")} {list.Items.Count}.");
        return [.. list.Items.Take(most)];
    }

    private string OneText(YamlText text, string what, int most)
    {
        var words = Spaces().Replace(text.Value, " ").Trim();
        if (words.Length == 0)
            problems.Add(file, text.Line, $"{what} is empty. Fill it in{(text.Quoted ? "" : " or leave it out")}.");
        if (words.Length > most)
            problems.Add(file, text.Line, $"{what} has {words.Length:N0} characters; at most {most:N0} fit. Shorten it.");
        return words;
    }

    private string Missing(string key)
    {
        problems.Add(file, map.Line, $"`{key}` is missing. Add it here.");
        return "";
    }

    private int MissingNumber(string key, int least)
    {
        Missing(key);
        return least;
    }

    private static string Range(int least, int most) =>
        least == most ? "exactly " + "entry".ToQuantity(least) : least == 0 ? $"at most {most} entries" : $"{least} to {most} entries";

    private static string? Suggest(string word, IEnumerable<string> known) =>
        known.Select(k => (Word: k, Distance: Spelling.Distance(word, k))).Where(k => k.Distance <= (Math.Min(word.Length, k.Word.Length) < 4 ? 1 : 2))
            .OrderBy(k => k.Distance).Select(k => $"Did you mean `{k.Word}`? ").FirstOrDefault();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
