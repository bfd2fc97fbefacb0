using CivicsClass.Accounts;
using CivicsClass.Data;
using CivicsClass.Library;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CivicsClass.Tests.Data;

/// <summary>What two people do at the same moment, on whichever database the tests run.</summary>
public sealed class AtOnceTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task Two_admins_who_disable_each_other_do_not_both_succeed()
    {
        await using var alone = await TestServer.StartAsync();
        for (var round = 0; round < 5; round++)
        {
            var (ada, bo) = (await alone.AdminAsync($"ada{round}@school.example"), await alone.AdminAsync($"bo{round}@school.example"));

            var answers = await Task.WhenAll(
                alone.InScopeAsync(s => s.GetRequiredService<StaffList>().DisableAsync(ada.Id, bo.Id)),
                alone.InScopeAsync(s => s.GetRequiredService<StaffList>().DisableAsync(bo.Id, ada.Id)));

            Assert.Contains(answers, answer => answer is not null);
            var left = await alone.InScopeAsync(s => s.GetRequiredService<StaffList>().AllAsync());
            Assert.Contains(left, person => person.Role == Roles.Admin && !person.Disabled);
            foreach (var person in left.Where(p => !p.Disabled))
                await alone.InDatabaseAsync(db => db.Users.Where(u => u.Id == person.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.LockoutEnd, DateTimeOffset.MaxValue)));
        }
    }

    [Fact]
    public async Task An_invitation_opened_on_two_devices_makes_one_account()
    {
        var token = (await server.InScopeAsync(s => s.GetRequiredService<Invitations>().InviteAsync("dee@school.example", Roles.Teacher, "ada")))!;

        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
            server.InScopeAsync(s => s.GetRequiredService<Invitations>().AcceptAsync(token, "Dee Duarte", TestServer.Password)))));

        Assert.Single(made, m => m.Person is not null);
        Assert.Equal(1, await server.InDatabaseAsync(db => db.Users.CountAsync(u => u.Email == "dee@school.example")));
    }

    /// <summary>R13.</summary>
    [Fact]
    public async Task Every_edit_that_overlaps_another_is_told_and_none_is_overwritten()
    {
        var id = Guid.CreateVersion7();
        await server.InDatabaseAsync(db =>
        {
            db.Add(new DraftReading
            {
                Id = id, Title = "0", Author = "", Publisher = "", Date = "2026", Kind = SourceKind.Primary, Language = "en", Text = "", AddedBy = "ana", Version = Guid.NewGuid(),
            });
            return db.SaveChangesAsync();
        });

        for (var round = 0; round < 250; round++)
        {
            // Both have read the same text before either of them saves.
            var kept = await server.InDatabaseAsync(one => server.InDatabaseAsync(async other =>
            {
                await CountUpAsync(one, id);
                await CountUpAsync(other, id);
                return await Task.WhenAll(Task.Run(() => IsKeptAsync(one)), Task.Run(() => IsKeptAsync(other)));
            }));
            Assert.Single(kept, k => k);
        }

        Assert.Equal("250", await server.InDatabaseAsync(db => db.DraftReadings.Where(d => d.Id == id).Select(d => d.Title).SingleAsync()));
    }

    [Fact]
    public async Task Times_come_back_as_UTC_and_text_is_sorted_by_code_points()
    {
        var at = new DateTime(2026, 7, 1, 23, 30, 0, DateTimeKind.Utc);
        string[] names = ["b", "a", "B", "é", "A"];
        foreach (var name in names)
            await server.InDatabaseAsync(db =>
            {
                db.Add(new Invitation { Id = Guid.CreateVersion7(), TokenHash = Guid.NewGuid().ToByteArray(), Email = name, Role = "sorting", InvitedBy = "", At = at, ExpiresAt = at });
                return db.SaveChangesAsync();
            });

        var read = await server.InDatabaseAsync(db => db.Invitations.Where(i => i.Role == "sorting" && i.At == at).OrderBy(i => i.Email).AsNoTracking().ToListAsync());

        Assert.Equal(["A", "B", "a", "b", "é"], read.Select(i => i.Email));
        Assert.All(read, i => Assert.Equal((at, DateTimeKind.Utc), (i.At, i.At.Kind)));
    }

    private static async Task CountUpAsync(CivicsDbContext db, Guid id)
    {
        var draft = await db.DraftReadings.SingleAsync(d => d.Id == id);
        draft.Title = $"{int.Parse(draft.Title, null) + 1}";
        draft.Version = Guid.NewGuid();
    }

    private static async Task<bool> IsKeptAsync(CivicsDbContext db)
    {
        try
        {
            await db.SaveChangesAsync();
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
