using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CivicsClass.Servers;

/// <summary>A running server's lease on all sessions that name it as their owner. While the row exists the sessions are its own;
/// whoever finds it run out may delete it, and a deleted row never comes back.</summary>
public sealed class ServerRow
{
    /// <summary>Of this lease: a server that lost one takes another under a new id.</summary>
    public Guid Id { get; init; }
    public required string Address { get; init; }
    /// <summary>By the database's clock.</summary>
    public DateTime Until { get; init; }
}

internal sealed class ServerTable : IEntityTypeConfiguration<ServerRow>
{
    public void Configure(EntityTypeBuilder<ServerRow> table)
    {
        table.ToTable("Servers");
        table.Property(s => s.Id).ValueGeneratedNever();
        table.Property(s => s.Address).HasMaxLength(200);
    }
}
