using System.Security.Cryptography;
using System.Text;
using CivicsClass.Library.Editing;

namespace CivicsClass.Library;

/// <summary>A published version of a pack. Never changes; sessions pin it by id.</summary>
public sealed class PackVersion
{
    public Guid Id { get; init; }
    /// <summary>The pack's own id, such as "jury-duty".</summary>
    public required string PackId { get; init; }
    /// <summary>From 1, per pack.</summary>
    public int Number { get; init; }
    /// <summary>SHA-256 of <see cref="Document"/>, lower-case hex.</summary>
    public required string Hash { get; init; }

    /// <summary>What <see cref="Hash"/> must be for this document.</summary>
    public static string HashOf(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));

    public required string Title { get; init; }
    public required string Question { get; init; }
    /// <summary>The <see cref="Pack"/> as JSON.</summary>
    public required string Document { get; init; }
    public DateTime PublishedAt { get; init; }
    /// <summary>User id, or "seed" or "command line".</summary>
    public required string PublishedBy { get; init; }
    /// <summary>The teacher for whose own classes alone it is, not reviewed by anybody; absent for what all may use.</summary>
    public string? OwnerId { get; init; }
    /// <summary>With an owner: the published version it was made from.</summary>
    public Guid? BasedOn { get; init; }
}

/// <summary>A published version that nobody is to start a class on any more. Classes that run on it go on.</summary>
public sealed class Withdrawal
{
    public Guid VersionId { get; init; }
    public required string Reason { get; init; }
    /// <summary>User id.</summary>
    public required string By { get; init; }
    public DateTime At { get; init; }
}

/// <summary>What a reviewer says of one content, by name. It holds for every version with the same hash, and for no other.</summary>
public sealed class SignOff
{
    public Guid Id { get; init; }
    public required string PackId { get; init; }
    /// <summary>See <see cref="PackVersion.Hash"/>.</summary>
    public required string Hash { get; init; }
    /// <summary>User id.</summary>
    public required string Reviewer { get; init; }
    /// <summary>The name the reviewer signs with.</summary>
    public required string Name { get; init; }
    /// <summary>From which experience or viewpoint, in the reviewer's own words.</summary>
    public required string Viewpoint { get; init; }
    public bool Agrees { get; init; }
    /// <summary>Needed when the reviewer dissents.</summary>
    public required string Reasons { get; init; }
    public DateTime At { get; init; }
}

/// <summary>A text of the library that admins edit, such as the list of loaded words.</summary>
public sealed class LibraryText
{
    public required string Name { get; init; }
    public required string Text { get; set; }
    /// <summary>User id.</summary>
    public required string ChangedBy { get; set; }
    public DateTime ChangedAt { get; set; }
    /// <summary>Concurrency token set by the application.</summary>
    public Guid Version { get; set; }
}

/// <summary>A topic that is being written: the files of a pack that is not published yet.</summary>
public sealed class TopicDraft
{
    public Guid Id { get; init; }
    public required string PackId { get; init; }
    public required string Title { get; set; }
    /// <summary>The version it was begun from; absent for a new topic.</summary>
    public Guid? BasedOn { get; init; }
    /// <summary>The hash that is in review; absent while it is written.</summary>
    public string? HashInReview { get; set; }
    public required string AddedBy { get; init; }
    public DateTime AddedAt { get; init; }
    public DateTime ChangedAt { get; set; }
    /// <summary>Concurrency token set by the application.</summary>
    public Guid Version { get; set; }
}

/// <summary>One file of a topic that is being written.</summary>
public sealed class TopicDraftFile
{
    public Guid DraftId { get; init; }
    public required string Path { get; init; }
    public required string Text { get; set; }
    public required string ChangedBy { get; set; }
    public DateTime ChangedAt { get; set; }
    /// <summary>Concurrency token set by the application.</summary>
    public Guid Version { get; set; }
}

/// <summary>One change of a topic that is being written, kept to undo it.</summary>
public sealed class TopicDraftChange : IKeptChange
{
    public Guid DraftId { get; init; }
    /// <summary>From 1, per draft.</summary>
    public int Number { get; init; }
    public required string Path { get; init; }
    /// <summary>Absent where the file was new.</summary>
    public string? Before { get; init; }
    /// <summary>Absent where the file was taken out.</summary>
    public string? After { get; init; }
    public required string By { get; init; }
    public DateTime At { get; init; }
}

/// <summary>A lesson that a teacher made from one of the library's.</summary>
public sealed class TeacherLesson
{
    public Guid Id { get; init; }
    public required string OwnerId { get; init; }
    /// <summary>The version whose texts and questions it uses.</summary>
    public Guid VersionId { get; set; }
    public required string Title { get; set; }
    /// <summary>The <see cref="Lessons.LessonPlan"/> as JSON.</summary>
    public required string Document { get; set; }
    public DateTime AddedAt { get; init; }
    public DateTime ChangedAt { get; set; }
    /// <summary>Concurrency token set by the application.</summary>
    public Guid Version { get; set; }
}

/// <summary>A document an admin brought in, not yet part of a topic.</summary>
public sealed class DraftReading
{
    private const SourceKind NotChosen = (SourceKind)(-1);
    private SourceKind _kind = NotChosen;

    public Guid Id { get; init; }
    public required string Title { get; set; }
    /// <summary>For lists, while there is no title yet.</summary>
    public static string NameOf(string title) => title.Length > 0 ? title : "A reading without a title";
    public required string Author { get; set; }
    public required string Publisher { get; set; }
    public required string Date { get; set; }
    /// <summary>Absent until somebody chose it.</summary>
    public required SourceKind? Kind
    {
        get => _kind == NotChosen ? null : _kind;
        set => _kind = value ?? NotChosen;
    }

    public string? LawAsOf { get; set; }
    public required string Language { get; set; }
    /// <summary>See <see cref="Library.Rights"/>; absent until somebody said so.</summary>
    public string? Rights { get; set; }
    /// <summary>Markdown or plain text, line ends as \n.</summary>
    public required string Text { get; set; }
    public required string AddedBy { get; init; }
    public DateTime AddedAt { get; init; }
    public DateTime ChangedAt { get; set; }
    /// <summary>Concurrency token set by the application.</summary>
    public Guid Version { get; set; }
}

/// <summary>An image of a reading, as it came. Stored once, whoever shows it, and never changed.</summary>
public sealed class ReadingImage
{
    /// <summary>See <see cref="Files.Picture.Name"/>.</summary>
    public required string Name { get; init; }
    public required byte[] Bytes { get; init; }
    public DateTime AddedAt { get; init; }
}
