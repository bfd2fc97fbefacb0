using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CivicsClass.Library.Files;

namespace CivicsClass.Library.Drafts;

/// <summary>A draft as it is kept while somebody types: right or wrong, as far as there is room for it.</summary>
public sealed partial class DraftForm
{
    /// <summary>As the database has room for it.</summary>
    private const int Person = 200, MostDate = 10, MostLanguage = 20;

    /// <summary>Changes whenever the draft does: what was on the screen can be told from what stands there now.</summary>
    internal string Token => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ToJson())).AsSpan(0, 12));

    /// <summary>As it would be stored.</summary>
    internal string ToJson() => JsonSerializer.Serialize(Of(Make("", default)));

    internal static DraftForm FromJson(string json) => JsonSerializer.Deserialize<DraftForm>(json)!;

    /// <summary>Why it cannot even be kept as it was typed; nothing when it can.</summary>
    internal string? TooLong()
    {
        foreach (var (value, most, what) in new[] { (Title, Person, "The title"), (Author, Person, "The author"), (Publisher, Person, "Where it was published"), (Date, MostDate, "The date"), (LawAsOf, MostDate, "“Law as of”"), (Language, MostLanguage, "The language"), (RightsGiven, Limits.Rights, "What you say of the rights") })
            if (Line(value).Length > most)
                return $"{what} has more than {most} characters.";
        if (Encoding.UTF8.GetByteCount(Text ?? "") > Limits.FileBytes)
            return $"The text is larger than {Limits.FileBytes / 1024} KB. Take the part that the class will read.";
        return (Text ?? "").AsSpan().Count('\n') > 2 * MostLines ? $"The text has more than {MostLines:N0} lines. Take the part that the class will read." : null;
    }

    /// <summary>The fields in which another one says something else, in words.</summary>
    internal IReadOnlyList<string> Differs(DraftForm other) =>
    [
        .. new (string Name, string? Here, string? There)[]
        {
            ("the text", Text, other.Text), ("the title", Title, other.Title), ("the author", Author, other.Author), ("where it was published", Publisher, other.Publisher), ("the date", Date, other.Date),
            ("“law as of”", LawAsOf, other.LawAsOf), ("the language", Language, other.Language), ("the kind of source", $"{Kind}", $"{other.Kind}"), ("the rights", RightsGiven, other.RightsGiven),
        }.Where(f => f.Here != f.There).Select(f => f.Name),
    ];
}
