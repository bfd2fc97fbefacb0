using CivicsClass.Library.Drafts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CivicsClass.Library.Editing;

/// <summary>One change of a draft reading, kept to undo it.</summary>
public sealed class DraftReadingChange : IKeptChange
{
    public Guid DraftId { get; init; }
    /// <summary>From 1, per draft.</summary>
    public int Number { get; init; }
    /// <summary>See <see cref="DraftForm.ToJson"/>.</summary>
    public required string Before { get; init; }
    public required string After { get; init; }
    public required string By { get; init; }
    public DateTime At { get; init; }

    string IKeptChange.Path => "";
}

/// <summary>A window in which somebody has something open that others may edit as well. Every server sees it.</summary>
public sealed class OpenWindow
{
    /// <summary>The topic in progress or the draft reading.</summary>
    public Guid WorkId { get; init; }
    /// <summary>User id.</summary>
    public required string Person { get; init; }
    /// <summary>What the page calls itself; means something together with the person alone.</summary>
    public required string Window { get; init; }
    /// <summary>The part's address; empty for a draft reading.</summary>
    public required string Part { get; set; }
    /// <summary>A page that is still open says so again before this.</summary>
    public DateTime Until { get; set; }
}

internal sealed class EditingTables : IEntityTypeConfiguration<DraftReadingChange>, IEntityTypeConfiguration<OpenWindow>
{
    private const int UserId = 450;

    public void Configure(EntityTypeBuilder<DraftReadingChange> table)
    {
        table.HasKey(c => new { c.DraftId, c.Number });
        table.HasOne<DraftReading>().WithMany().HasForeignKey(c => c.DraftId);
        table.Property(c => c.By).HasMaxLength(UserId);
    }

    public void Configure(EntityTypeBuilder<OpenWindow> table)
    {
        // As a key all of it must fit into SQL Server's 900 bytes.
        table.HasKey(w => new { w.WorkId, w.Person, w.Window });
        table.Property(w => w.Person).HasMaxLength(UserId - 60);
        table.Property(w => w.Window).HasMaxLength(40);
        table.Property(w => w.Part).HasMaxLength(120);
        table.HasIndex(w => w.Until);
    }
}
