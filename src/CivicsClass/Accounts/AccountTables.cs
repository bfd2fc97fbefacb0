using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CivicsClass.Accounts;

internal sealed class AccountTables :
    IEntityTypeConfiguration<Teacher>, IEntityTypeConfiguration<IdentityRole>, IEntityTypeConfiguration<Invitation>,
    IEntityTypeConfiguration<SetupLink>, IEntityTypeConfiguration<EndedSignIn>
{
    public void Configure(EntityTypeBuilder<Teacher> table) => table.Property(t => t.DisplayName).HasMaxLength(80);

    public void Configure(EntityTypeBuilder<IdentityRole> table) => table.HasData(Role(Roles.Admin), Role(Roles.Teacher));

    public void Configure(EntityTypeBuilder<Invitation> table)
    {
        table.Property(i => i.TokenHash).HasMaxLength(32);
        table.HasIndex(i => i.TokenHash).IsUnique();
        table.Property(i => i.Email).HasMaxLength(256);
        table.Property(i => i.Role).HasMaxLength(20);
        table.Property(i => i.InvitedBy).HasMaxLength(450);
        table.Property(i => i.AcceptedAt).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<SetupLink> table)
    {
        table.Property(l => l.TokenHash).HasMaxLength(32);
        table.Property(l => l.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<EndedSignIn> table)
    {
        table.Property(e => e.Id).ValueGeneratedNever();
        table.HasIndex(e => e.At);
    }

    private static IdentityRole Role(string name) =>
        new(name) { Id = name.ToLowerInvariant(), NormalizedName = name.ToUpperInvariant(), ConcurrencyStamp = name };
}
