using Humanizer;

namespace CivicsClass.Library.Topics;

/// <summary>A field of a part as a form shows it. <c>Key</c> is its name in the file.</summary>
public abstract record PartField(string Key, string Label)
{
    public string Hint { get; init; } = "";
    /// <summary>Only where another field of the same entry has one of these values.</summary>
    public (string Key, string[] Values)? When { get; init; }
}

public enum TextShape { Line, Short, Long, Markdown }

public sealed record TextField(string Key, string Label, TextShape Shape = TextShape.Line) : PartField(Key, Label);

/// <summary>A list of texts, one on each line.</summary>
public sealed record LinesField(string Key, string Label) : PartField(Key, Label);

/// <summary>One of several. <c>Shapes</c>: which other fields there are depends on it.</summary>
public sealed record ChoiceField(string Key, string Label, IReadOnlyList<(string Value, string Label)> Options) : PartField(Key, Label)
{
    public bool Shapes { get; init; }

    public static ChoiceField Of<T>(string key, string label, Func<T, string> words) where T : struct, Enum =>
        new(key, label, [.. Enum.GetValues<T>().Select(v => (v.ToString().Camelize(), words(v)))]);
}

public sealed record FlagField(string Key, string Label) : PartField(Key, Label);

/// <summary>Several of many, in an order.</summary>
public sealed record PickField(string Key, string Label, IReadOnlyList<(string Value, string Label)> Options) : PartField(Key, Label);

/// <summary>What a part keeps and nobody edits.</summary>
public sealed record KeptField(string Key) : PartField(Key, Key);

/// <summary>A list of entries that have fields of their own. <c>One</c> names an entry, such as "option".</summary>
public sealed record EntriesField(string Key, string Label, string One, IReadOnlyList<PartField> Fields, int Most) : PartField(Key, Label)
{
    /// <summary>How many stand there at least.</summary>
    public int Least { get; init; }
    /// <summary>In the file an entry is one text, such as "jail-door#4": the fields' values with this sign between them.</summary>
    public char? Together { get; init; }
}
