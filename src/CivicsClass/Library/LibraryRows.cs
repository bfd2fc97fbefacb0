using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

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
    public required string Title { get; init; }
    public required string Question { get; init; }
    /// <summary>The <see cref="Pack"/> as JSON.</summary>
    public required string Document { get; init; }
    public DateTime PublishedAt { get; init; }
    /// <summary>User id, or "seed" or "command line".</summary>
    public required string PublishedBy { get; init; }
}

/// <summary>A document an admin brought in, not yet part of a topic.</summary>
public sealed class DraftReading
{
    private const SourceKind NotChosen = (SourceKind)(-1);
    private SourceKind _kind = NotChosen;

    public Guid Id { get; init; }
    public required string Title { get; set; }
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

internal sealed class LibraryTables : IEntityTypeConfiguration<PackVersion>, IEntityTypeConfiguration<DraftReading>, IEntityTypeConfiguration<ReadingImage>
{
    public void Configure(EntityTypeBuilder<ReadingImage> table)
    {
        table.HasKey(i => i.Name);
        table.Property(i => i.Name).HasMaxLength(40);
    }

    public void Configure(EntityTypeBuilder<PackVersion> table)
    {
        table.Property(v => v.PackId).HasMaxLength(60);
        table.Property(v => v.Hash).HasMaxLength(64);
        table.Property(v => v.Title).HasMaxLength(200);
        table.Property(v => v.Question).HasMaxLength(500);
        table.Property(v => v.PublishedBy).HasMaxLength(450);
        table.HasIndex(v => new { v.PackId, v.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<DraftReading> table)
    {
        table.Ignore(d => d.Kind);
        table.Property<SourceKind>("_kind").HasColumnName(nameof(DraftReading.Kind));
        table.Property(d => d.Title).HasMaxLength(200);
        table.Property(d => d.Author).HasMaxLength(200);
        table.Property(d => d.Publisher).HasMaxLength(200);
        table.Property(d => d.Date).HasMaxLength(10);
        table.Property(d => d.LawAsOf).HasMaxLength(10);
        table.Property(d => d.Language).HasMaxLength(20);
        table.Property(d => d.Rights).HasMaxLength(300);
        table.Property(d => d.AddedBy).HasMaxLength(450);
        table.Property(d => d.Version).IsConcurrencyToken();
    }
}
