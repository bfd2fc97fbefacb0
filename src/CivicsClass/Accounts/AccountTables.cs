using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CivicsClass.Accounts;

internal sealed class AccountTables : IEntityTypeConfiguration<Teacher>, IEntityTypeConfiguration<Invitation>, IEntityTypeConfiguration<SetupLink>
{
    public void Configure(EntityTypeBuilder<Teacher> table) => table.Property(t => t.DisplayName).HasMaxLength(80);

    public void Configure(EntityTypeBuilder<Invitation> table)
    {
        table.Property(i => i.TokenHash).HasMaxLength(32);
        table.HasIndex(i => i.TokenHash).IsUnique();
        table.Property(i => i.Email).HasMaxLength(256);
        table.Property(i => i.Role).HasMaxLength(20);
        table.Property(i => i.InvitedBy).HasMaxLength(450);
    }

    public void Configure(EntityTypeBuilder<SetupLink> table)
    {
        table.Property(l => l.TokenHash).HasMaxLength(32);
        table.Property(l => l.Version).IsConcurrencyToken();
    }
}
