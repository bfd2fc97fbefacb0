using System.Text;
using CivicsClass.Library.Files;
using CivicsClass.Library.Topics;

namespace CivicsClass.Library.Drafts;

/// <summary>What an admin types about a draft.</summary>
public sealed partial class DraftForm
{
    public const int MostLines = 5000;

    public string? Title { get; set; }
    public string? Author { get; set; }
    public string? Publisher { get; set; }
    public string? Date { get; set; }
    public SourceKind? Kind { get; set; }
    public string? LawAsOf { get; set; }
    public string? Language { get; set; } = "en";
    /// <summary>own, public domain, licence or permission.</summary>
    public string? RightsKind { get; set; }
    /// <summary>Which licence, or whose permission.</summary>
    public string? RightsNote { get; set; }
    public string? Text { get; set; }

    internal string? RightsGiven => RightsKind switch
    {
        Rights.Own or Rights.PublicDomain => RightsKind,
        "licence" => Rights.Licence + RightsNote?.Trim(),
        "permission" => Rights.Permission + RightsNote?.Trim(),
        _ => null,
    };

    public static DraftForm Of(DraftReading draft) => new()
    {
        Title = draft.Title, Author = draft.Author, Publisher = draft.Publisher, Date = draft.Date,
        Kind = draft.Kind, LawAsOf = draft.LawAsOf, Language = draft.Language, Text = draft.Text,
        RightsKind = draft.Rights?.Split(':')[0], RightsNote = draft.Rights is { } rights && rights.Contains(':', StringComparison.Ordinal) ? rights[(rights.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim() : null,
    };

    /// <summary>What is missing or wrong, by field.</summary>
    public IEnumerable<(string Field, string Sentence)> Problems()
    {
        foreach (var (field, value, what) in new[] { (nameof(Title), Title, "the title"), (nameof(Author), Author, "who wrote it"), (nameof(Publisher), Publisher, "where it was published") })
            if (string.IsNullOrWhiteSpace(value))
                yield return (field, $"Say {what}.");
            else if (value.Trim().Length > Limits.Person)
                yield return (field, $"Keep to {Limits.Person} characters; there are {value.Trim().Length}.");
        if (!PackDate.IsValid(Date?.Trim() ?? "", yearAlone: true))
            yield return (nameof(Date), "Write the date as YYYY, YYYY-MM or YYYY-MM-DD.");
        if (Kind is null || !Enum.IsDefined(Kind.Value))
            yield return (nameof(Kind), "Choose what kind of source it is.");
        if (!string.IsNullOrWhiteSpace(LawAsOf) && !PackDate.IsValid(LawAsOf.Trim(), yearAlone: false))
            yield return (nameof(LawAsOf), "Write the month as YYYY-MM, or leave this empty.");
        if (!LanguageTag.IsValid(Language?.Trim() ?? ""))
            yield return (nameof(Language), "Write a language tag such as en or es.");
        if (RightsGiven is not { } rights || Rights.Problem(rights) is not null)
            yield return (nameof(RightsKind), RightsKind is "licence" or "permission" ? "Say which licence, or whose permission." : "Say by what right the class may use the text.");
        else if (rights.Length > Limits.Rights)
            yield return (nameof(RightsKind), $"Keep to {Limits.Rights} characters.");
        if (TextProblem() is { } problem)
            yield return (nameof(Text), problem);
    }

    /// <param name="id">A new one where none is given.</param>
    public DraftReading Make(string by, DateTime now, Guid? id = null)
    {
        var draft = new DraftReading { Id = id ?? Guid.NewGuid(), AddedBy = by, AddedAt = now, Title = "", Author = "", Publisher = "", Date = "", Kind = null, Language = "", Text = "" };
        Change(draft, now);
        return draft;
    }

    public void Change(DraftReading draft, DateTime now)
    {
        (draft.Title, draft.Author, draft.Publisher, draft.Date) = (Line(Title), Line(Author), Line(Publisher), Line(Date));
        (draft.Kind, draft.Language, draft.Text) = (Kind is { } kind && Enum.IsDefined(kind) ? kind : null, Line(Language), PartForm.Tidy(Text ?? ""));
        draft.Rights = RightsGiven is { } rights ? PartForm.Tidy(rights) : null;
        draft.LawAsOf = Line(LawAsOf) is { Length: > 0 } month ? month : null;
        (draft.ChangedAt, draft.Version) = (now, Guid.NewGuid());
    }

    private static string Line(string? typed) => PartForm.Tidy(typed ?? "").Trim();

    internal bool TextIsTooLarge => (Text?.Length ?? 0) > Limits.FileBytes || (Text ?? "").AsSpan().Count('\n') > 2 * MostLines;

    internal string? TextProblem()
    {
        var text = DraftFile.Tidy(Text ?? "");
        if (string.IsNullOrWhiteSpace(text))
            return "Paste the text, or choose a file.";
        if (Encoding.UTF8.GetByteCount(text) > Limits.FileBytes)
            return $"The text is larger than {Limits.FileBytes / 1024} KB. Take the part that the class will read.";
        if (text.AsSpan().Count('\n') >= MostLines)
            return $"The text has more than {MostLines:N0} lines. Take the part that the class will read.";
        return DraftBlocks.Read(text).Any(b => b.Number is not null) ? null : "There is no paragraph in this text yet, only headings.";
    }
}
