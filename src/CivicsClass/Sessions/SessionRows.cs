using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CivicsClass.Sessions;

/// <summary>What can be known of a session without replaying it.</summary>
public sealed class SessionRow
{
    public Guid Id { get; init; }
    /// <summary>Names the session in addresses; outlives the join code.</summary>
    public required string Key { get; init; }
    /// <summary>Six symbols; absent once the session has ended.</summary>
    public string? JoinCode { get; set; }
    /// <summary>Opens the projector without an account.</summary>
    public required string WallToken { get; init; }
    public required string TeacherId { get; init; }
    public required string Title { get; init; }
    public required Guid PackVersionId { get; init; }
    public required string LessonId { get; init; }
    public DateTime StartedAt { get; init; }
    public DateTime? EndedAt { get; set; }
    /// <summary>When the server must act next; kept so that a restart knows which sessions to load at once.</summary>
    public DateTime? NextDeadline { get; set; }
    /// <summary>Rises whenever a server loads the session.</summary>
    public int Epoch { get; set; }
    /// <summary>The server that runs it, while that one has a lease (<see cref="Servers.ServerRow"/>); absent where a server is alone.</summary>
    public Guid? OwnerId { get; set; }
}

public sealed class SessionEventRow
{
    public Guid SessionId { get; init; }
    public long Seq { get; init; }
    public DateTime At { get; init; }
    public required string Kind { get; init; }
    public required string By { get; init; }
    public Guid? CommandId { get; init; }
    public required string Payload { get; init; }
}

/// <summary>A student in one session. The only place where a name stands.</summary>
public sealed class ParticipantRow
{
    public Guid SessionId { get; init; }
    public required string ParticipantId { get; init; }
    public string? Name { get; init; }
    public required byte[] RecoveryHash { get; init; }
    public DateTime JoinedAt { get; init; }
}

/// <summary>What a student is typing, kept privately until it is posted or the session ends.</summary>
public sealed class DraftRow
{
    public Guid SessionId { get; init; }
    public required string ParticipantId { get; init; }
    public required string Field { get; init; }
    public required string Text { get; init; }
    public DateTime At { get; init; }
}

internal sealed class SessionTables :
    IEntityTypeConfiguration<SessionRow>, IEntityTypeConfiguration<SessionEventRow>,
    IEntityTypeConfiguration<ParticipantRow>, IEntityTypeConfiguration<DraftRow>
{
    public void Configure(EntityTypeBuilder<SessionRow> table)
    {
        table.ToTable("Sessions");
        table.Property(s => s.Key).HasMaxLength(20);
        table.Property(s => s.JoinCode).HasMaxLength(6);
        table.Property(s => s.WallToken).HasMaxLength(40);
        table.Property(s => s.TeacherId).HasMaxLength(450);
        table.Property(s => s.Title).HasMaxLength(200);
        table.Property(s => s.LessonId).HasMaxLength(60);
        table.HasIndex(s => s.Key).IsUnique();
        table.HasIndex(s => s.JoinCode).IsUnique();
        table.HasIndex(s => s.TeacherId);
        table.HasIndex(s => s.NextDeadline);
        table.HasIndex(s => s.OwnerId);
    }

    public void Configure(EntityTypeBuilder<SessionEventRow> table)
    {
        table.ToTable("SessionEvents");
        table.HasKey(e => new { e.SessionId, e.Seq });
        table.Property(e => e.Seq).ValueGeneratedNever();
        table.Property(e => e.Kind).HasMaxLength(60);
        table.Property(e => e.By).HasMaxLength(450);
    }

    public void Configure(EntityTypeBuilder<ParticipantRow> table)
    {
        table.ToTable("Participants");
        table.HasKey(p => new { p.SessionId, p.ParticipantId });
        table.Property(p => p.ParticipantId).HasMaxLength(20);
        table.Property(p => p.Name).HasMaxLength(80);
        table.Property(p => p.RecoveryHash).HasMaxLength(32);
    }

    public void Configure(EntityTypeBuilder<DraftRow> table)
    {
        table.ToTable("Drafts");
        table.HasKey(d => new { d.SessionId, d.ParticipantId, d.Field });
        table.Property(d => d.ParticipantId).HasMaxLength(20);
        table.Property(d => d.Field).HasMaxLength(100);
    }
}
