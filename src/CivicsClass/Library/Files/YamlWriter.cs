using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CivicsClass.Library.Files;

/// <summary>Writes the part of YAML that <see cref="Yaml"/> reads: a text comes back as it was, whatever it holds.</summary>
internal sealed partial class YamlWriter
{
    private readonly StringBuilder _text = new();
    private string _indent = "", _lead = "";

    /// <summary>A field; left out when it has no value.</summary>
    public YamlWriter Text(string key, string? value) => value is null ? this : Line($"{key}: {Quoted(value)}");

    /// <summary>A number, a date or a word that the field itself asks for.</summary>
    public YamlWriter Plain(string key, object? value) => value is null ? this : Line(string.Create(CultureInfo.InvariantCulture, $"{key}: {value}"));

    public YamlWriter Texts(string key, IReadOnlyCollection<string> values)
    {
        if (values.Count == 0)
            return this;
        Line($"{key}:");
        foreach (var value in values)
            Line($"  - {Quoted(value)}");
        return this;
    }

    /// <summary>Short words on one line.</summary>
    public YamlWriter Words(string key, IReadOnlyCollection<string> values) =>
        values.Count == 0 ? this : Line($"{key}: [{string.Join(", ", values.Select(v => v.AsSpan().ContainsAny(",[]{}") ? InQuotes(v) : Quoted(v)))}]");

    public YamlWriter Maps<T>(string key, IReadOnlyCollection<T> values, Action<T> write)
    {
        if (values.Count == 0)
            return this;
        Line($"{key}:");
        var outer = _indent;
        foreach (var value in values)
        {
            (_lead, _indent) = (outer + "  - ", outer + "    ");
            write(value);
        }
        _lead = _indent = outer;
        return this;
    }

    /// <summary>Fields within a field.</summary>
    public YamlWriter Map(string key, Action write)
    {
        Line($"{key}:");
        var outer = _indent;
        _lead = _indent = outer + "  ";
        write();
        _lead = _indent = outer;
        return this;
    }

    public override string ToString() => _text.ToString();

    private YamlWriter Line(string line)
    {
        _text.Append(_lead).Append(line).Append('\n');
        _lead = _indent;
        return this;
    }

    private static string Quoted(string value) => IsPlain().IsMatch(value) && !IsMore().IsMatch(value) && !value.Any(IsUnseen) ? value : InQuotes(value);

    private static string InQuotes(string value)
    {
        var quoted = new StringBuilder("\"", value.Length + 2);
        foreach (var letter in value)
            if (letter is '"' or '\\')
                quoted.Append('\\').Append(letter);
            else if (IsUnseen(letter))
                quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}");
            else
                quoted.Append(letter);
        return quoted.Append('"').ToString();
    }

    private static bool IsUnseen(char letter) => char.GetUnicodeCategory(letter)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned
        || (char.IsWhiteSpace(letter) && letter != ' ');

    /// <summary>Begins with a letter, a digit or a sign that means nothing in YAML, and has nothing within that does.</summary>
    [GeneratedRegex(@"\A[\p{L}\p{N}(“‘«¿¡$](?!.*(: |:\z| #|\s\z)).*\z", RegexOptions.Singleline)]
    private static partial Regex IsPlain();

    /// <summary>What other programs take for more than a text.</summary>
    [GeneratedRegex(@"\A(y|yes|n|no|true|false|on|off|null|[\d.,_]+(e\d+)?|0[xob].*|\d{4}-\d.*|\d+(:\d+)+)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IsMore();
}
