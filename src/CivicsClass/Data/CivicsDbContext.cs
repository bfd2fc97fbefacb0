using CivicsClass.Accounts;
using CivicsClass.Library;
using CivicsClass.Sessions;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Data;

/// <summary>The one model. A sealed context for each provider owns its migrations.</summary>
public abstract class CivicsDbContext(DbContextOptions options) : IdentityDbContext<Teacher, IdentityRole, string>(options)
{
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<SetupLink> SetupLinks => Set<SetupLink>();
    public DbSet<EndedSignIn> EndedSignIns => Set<EndedSignIn>();
    public DbSet<DataProtectionKeyRow> DataProtectionKeys => Set<DataProtectionKeyRow>();
    public DbSet<PackVersion> PackVersions => Set<PackVersion>();
    public DbSet<DraftReading> DraftReadings => Set<DraftReading>();
    public DbSet<SessionRow> Sessions => Set<SessionRow>();
    public DbSet<SessionEventRow> SessionEvents => Set<SessionEventRow>();
    public DbSet<ParticipantRow> Participants => Set<ParticipantRow>();
    public DbSet<DraftRow> Drafts => Set<DraftRow>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(CivicsDbContext).Assembly);
    }

    /// <summary>Every DateTime in the database is UTC.</summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) =>
        conventions.Properties<DateTime>().HaveConversion<UtcDateTimeConverter>();
}

public sealed class SqliteCivicsDbContext(DbContextOptions<SqliteCivicsDbContext> options) : CivicsDbContext(options);

internal sealed class UtcDateTimeConverter()
    : Microsoft.EntityFrameworkCore.Storage.ValueConversion.ValueConverter<DateTime, DateTime>(
        at => at, at => DateTime.SpecifyKind(at, DateTimeKind.Utc));
