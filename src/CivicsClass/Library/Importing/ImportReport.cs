using CivicsClass.Library.Files;
using Humanizer;

namespace CivicsClass.Library.Importing;

public enum ImportOutcome { Taken, Changed, Refused }

/// <summary>Something worth knowing about an imported file. <c>Quote</c>: the words in it that are meant.</summary>
public sealed record ImportRemark(string Sentence, string? Quote = null);

/// <summary>What became of one file: its text, and everything that is not as it was in the file; or why it was refused.</summary>
public sealed record ImportReport(string File, ImportOutcome Outcome, IReadOnlyList<ImportRemark> Remarks, ImportedText? Text)
{
    public static ImportReport Refuse(string file, string sentence) => new(file, ImportOutcome.Refused, [new ImportRemark(sentence)], null);
}

/// <summary>A reading as an importer understood it, in the Markdown of drafts; what the file does not say is absent.</summary>
public sealed record ImportedText(string Title, string Text)
{
    public string? Author { get; init; }
    public string? Publisher { get; init; }
    public string? Date { get; init; }
    public SourceKind? Kind { get; init; }
    public string? LawAsOf { get; init; }
    public string? Language { get; init; }
    public string? Rights { get; init; }
    /// <summary>The text with every tracked change taken; absent when there are none.</summary>
    public string? WithChanges { get; init; }
    public IReadOnlyList<Picture> Pictures { get; init; } = [];

    /// <summary>What the file did not say is empty, and asked for before the draft goes into a topic.</summary>
    public DraftReading Make(string by, DateTime now) => new()
    {
        Id = Guid.NewGuid(), AddedBy = by, AddedAt = now, ChangedAt = now, Version = Guid.NewGuid(),
        Title = Title, Author = Author ?? "", Publisher = Publisher ?? "", Date = Date ?? "", Kind = Kind, LawAsOf = LawAsOf, Language = Language ?? "en", Rights = Rights, Text = Text,
    };
}

/// <summary>Gathers what an importer has to say: the same thing once, with how often.</summary>
internal sealed class Remarks
{
    public const int Longest = 300;
    private const int Most = 200;

    private readonly List<ImportRemark> _told = [];
    private readonly Dictionary<string, int> _counted = [];

    public void Tell(string sentence, string? quote = null) => _told.Add(new ImportRemark(sentence, quote?.Truncate(Longest)));

    /// <param name="sentence">With {0} for the number.</param>
    public void Count(string sentence) => _counted[sentence] = _counted.GetValueOrDefault(sentence) + 1;

    public IReadOnlyList<ImportRemark> List()
    {
        var all = _told.Concat(_counted.Select(c => new ImportRemark(c.Key.Replace("{0}", $"{c.Value:N0}", StringComparison.Ordinal)))).Distinct().ToList();
        return all.Count <= Most ? all : [.. all.Take(Most), new ImportRemark($"There are {all.Count - Most:N0} more remarks like these.")];
    }
}

/// <summary>Why a file cannot be taken, in a sentence for whoever sent it.</summary>
internal sealed class NotImportedException(string sentence) : Exception(sentence)
{
    public static NotImportedException TooLong => new($"The text is larger than {Limits.FileBytes / 1024} KB. Take the part that the class will read.");
}
