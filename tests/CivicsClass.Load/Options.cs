using System.Globalization;

namespace CivicsClass.Load;

/// <summary>Words after a verb: <c>--name value</c>, or <c>--name</c> alone.</summary>
public sealed class Options
{
    private readonly Dictionary<string, string?> _given = [];

    /// <exception cref="FormatException">A word is not among the known options; the message says which are.</exception>
    public Options(string[] words, params string[] known)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (!known.Contains(words[i]))
                throw new FormatException($"“{words[i]}” is not an option here. There are: {string.Join(" ", known)}");
            _given[words[i]] = i + 1 < words.Length && !words[i + 1].StartsWith("--", StringComparison.Ordinal) ? words[++i] : null;
        }
    }

    public bool Has(string name) => _given.ContainsKey(name);

    public string? Text(string name) => _given.GetValueOrDefault(name);

    public int Number(string name, int otherwise, int most) =>
        Text(name) is not { } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number
        : throw new FormatException($"{name} takes a whole number from 1 to {most:N0}.");
}
