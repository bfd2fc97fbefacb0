using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CivicsClass.Library;

internal sealed class LibraryTables : IEntityTypeConfiguration<PackVersion>, IEntityTypeConfiguration<DraftReading>, IEntityTypeConfiguration<ReadingImage>,
    IEntityTypeConfiguration<Withdrawal>, IEntityTypeConfiguration<SignOff>, IEntityTypeConfiguration<LibraryText>,
    IEntityTypeConfiguration<TopicDraft>, IEntityTypeConfiguration<TopicDraftFile>, IEntityTypeConfiguration<TopicDraftChange>, IEntityTypeConfiguration<TeacherLesson>
{
    private const int UserId = 450, Path = 120;

    public void Configure(EntityTypeBuilder<Withdrawal> table)
    {
        table.HasKey(w => w.VersionId);
        table.HasOne<PackVersion>().WithOne().HasForeignKey<Withdrawal>(w => w.VersionId);
        table.Property(w => w.Reason).HasMaxLength(500);
        table.Property(w => w.By).HasMaxLength(UserId);
    }

    public void Configure(EntityTypeBuilder<SignOff> table)
    {
        table.Property(s => s.PackId).HasMaxLength(60);
        table.Property(s => s.Hash).HasMaxLength(64);
        table.Property(s => s.Reviewer).HasMaxLength(UserId);
        table.Property(s => s.Name).HasMaxLength(100);
        table.Property(s => s.Viewpoint).HasMaxLength(200);
        table.Property(s => s.Reasons).HasMaxLength(2000);
        table.HasIndex(s => new { s.Hash, s.Reviewer }).IsUnique();
        table.HasIndex(s => s.PackId);
    }

    public void Configure(EntityTypeBuilder<LibraryText> table)
    {
        table.HasKey(t => t.Name);
        table.Property(t => t.Name).HasMaxLength(60);
        table.Property(t => t.ChangedBy).HasMaxLength(UserId);
        table.Property(t => t.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<TopicDraft> table)
    {
        table.Property(d => d.PackId).HasMaxLength(60);
        table.Property(d => d.Title).HasMaxLength(200);
        table.Property(d => d.HashInReview).HasMaxLength(64);
        table.Property(d => d.AddedBy).HasMaxLength(UserId);
        table.Property(d => d.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<TopicDraftFile> table)
    {
        table.HasKey(f => new { f.DraftId, f.Path });
        table.HasOne<TopicDraft>().WithMany().HasForeignKey(f => f.DraftId);
        table.Property(f => f.Path).HasMaxLength(Path);
        table.Property(f => f.ChangedBy).HasMaxLength(UserId);
        table.Property(f => f.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<TopicDraftChange> table)
    {
        table.HasKey(c => new { c.DraftId, c.Number });
        table.HasOne<TopicDraft>().WithMany().HasForeignKey(c => c.DraftId);
        table.Property(c => c.Path).HasMaxLength(Path);
        table.Property(c => c.By).HasMaxLength(UserId);
    }

    public void Configure(EntityTypeBuilder<TeacherLesson> table)
    {
        table.HasOne<PackVersion>().WithMany().HasForeignKey(l => l.VersionId).OnDelete(DeleteBehavior.Restrict);
        table.Property(l => l.OwnerId).HasMaxLength(UserId);
        table.Property(l => l.Title).HasMaxLength(200);
        table.Property(l => l.Version).IsConcurrencyToken();
        table.HasIndex(l => l.OwnerId);
    }

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
        table.Property(v => v.OwnerId).HasMaxLength(UserId);
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
