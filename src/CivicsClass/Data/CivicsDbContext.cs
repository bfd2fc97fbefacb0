using CivicsClass.Accounts;
using CivicsClass.Library;
using CivicsClass.Library.Editing;
using CivicsClass.Servers;
using CivicsClass.Sessions;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CivicsClass.Data;

/// <summary>The one model. A sealed context for each provider owns its migrations.</summary>
public abstract class CivicsDbContext(DbContextOptions options) : IdentityDbContext<Teacher, IdentityRole, string>(options)
{
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<SetupLink> SetupLinks => Set<SetupLink>();
    public DbSet<EndedSignIn> EndedSignIns => Set<EndedSignIn>();
    public DbSet<DataProtectionKeyRow> DataProtectionKeys => Set<DataProtectionKeyRow>();
    public DbSet<ServerRow> Servers => Set<ServerRow>();
    public DbSet<PackVersion> PackVersions => Set<PackVersion>();
    public DbSet<DraftReading> DraftReadings => Set<DraftReading>();
    public DbSet<ReadingImage> ReadingImages => Set<ReadingImage>();
    public DbSet<Withdrawal> Withdrawals => Set<Withdrawal>();
    public DbSet<SignOff> SignOffs => Set<SignOff>();
    public DbSet<LibraryText> LibraryTexts => Set<LibraryText>();
    public DbSet<TopicDraft> TopicDrafts => Set<TopicDraft>();
    public DbSet<TopicDraftFile> TopicDraftFiles => Set<TopicDraftFile>();
    public DbSet<TopicDraftChange> TopicDraftChanges => Set<TopicDraftChange>();
    public DbSet<DraftReadingChange> DraftReadingChanges => Set<DraftReadingChange>();
    public DbSet<OpenWindow> OpenWindows => Set<OpenWindow>();
    public DbSet<TeacherLesson> TeacherLessons => Set<TeacherLesson>();
    public DbSet<SessionRow> Sessions => Set<SessionRow>();
    public DbSet<SessionEventRow> SessionEvents => Set<SessionEventRow>();
    public DbSet<ParticipantRow> Participants => Set<ParticipantRow>();
    public DbSet<DraftRow> Drafts => Set<DraftRow>();

    /// <summary>Text is compared and sorted by its code points, as SQLite does by itself: keys differ by case, everywhere alike.</summary>
    protected virtual string? Collation => null;

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(CivicsDbContext).Assembly);
    }

    /// <summary>Every DateTime in the database is UTC.</summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTime>().HaveConversion<UtcDateTimeConverter>();
        if (Collation is { } collation)
            conventions.Properties<string>().UseCollation(collation);
    }
}

public sealed class SqliteCivicsDbContext(DbContextOptions<SqliteCivicsDbContext> options) : CivicsDbContext(options);

public sealed class SqlServerCivicsDbContext(DbContextOptions<SqlServerCivicsDbContext> options) : CivicsDbContext(options)
{
    protected override string Collation => "Latin1_General_100_BIN2";
}

public sealed class PostgreSqlCivicsDbContext(DbContextOptions<PostgreSqlCivicsDbContext> options) : CivicsDbContext(options)
{
    protected override string Collation => "C";
}

/// <summary>PostgreSQL takes only UTC into a timestamp with time zone; the others forget the kind and give it back unspecified.</summary>
internal sealed class UtcDateTimeConverter()
    : ValueConverter<DateTime, DateTime>(at => DateTime.SpecifyKind(at, DateTimeKind.Utc), at => DateTime.SpecifyKind(at, DateTimeKind.Utc));
