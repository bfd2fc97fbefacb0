using CivicsClass.Data;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Accounts;

/// <summary>First run: the link that makes the first admin. There is no default account.</summary>
public sealed class SetupLinks(CivicsDbContext db, NewAccounts accounts, TimeProvider time)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(24);

    public Task<bool> AreNeededAsync() => accounts.NoAdminYetAsync();

    /// <summary>Makes a new link and voids those before it.</summary>
    public async Task<Token> RenewAsync()
    {
        var token = Token.New();
        db.SetupLinks.RemoveRange(await db.SetupLinks.Where(l => l.UsedAt == null).ToListAsync());
        db.SetupLinks.Add(new SetupLink { TokenHash = token.Hash, ExpiresAt = Now + Lasts, Version = Guid.NewGuid() });
        await db.SaveChangesAsync();
        return token;
    }

    public async Task<bool> IsOpenAsync(Token token) => await FindAsync(token) is not null;

    /// <returns>The first admin, or null when the link is used, void, expired or wrong.</returns>
    public async Task<(Teacher? Admin, IdentityResult Result)> UseAsync(Token token, string name, string email, string password)
    {
        if (await FindAsync(token) is not { } link)
            return (null, IdentityResult.Success);
        link.UsedAt = Now;
        link.Version = Guid.NewGuid();
        return await accounts.MakeAsync(name, email, Roles.Admin, password);
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private async Task<SetupLink?> FindAsync(Token token) =>
        await db.SetupLinks.SingleOrDefaultAsync(l => l.TokenHash == token.Hash && l.UsedAt == null && l.ExpiresAt > Now)
            is { } link && await AreNeededAsync() ? link : null;

    /// <summary>Once the server listens and nobody is admin yet, prints the link with the address that really is bound.</summary>
    internal sealed class Printer(IServiceScopeFactory scopes, IServer server, IHostApplicationLifetime life) : IHostedService
    {
        public Task StartAsync(CancellationToken stop)
        {
            life.ApplicationStarted.Register(() => _ = PrintAsync());
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken stop) => Task.CompletedTask;

        private async Task PrintAsync()
        {
            await using var scope = scopes.CreateAsyncScope();
            var links = scope.ServiceProvider.GetRequiredService<SetupLinks>();
            if (!await links.AreNeededAsync())
                return;
            var token = await links.RenewAsync();
            await Console.Out.WriteLineAsync($"""

                  Set up the first admin: {Address()}/setup/{token.Text}
                  The link works once, for 24 hours. Start the server again to get a new one.

                """);
        }

        private string Address() =>
            server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()?
                .Replace("[::]", "127.0.0.1", StringComparison.Ordinal)
                .Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal).TrimEnd('/') ?? "http://127.0.0.1:5080";
    }
}
