using System.Text;
using CivicsClass.Data;
using CivicsClass.Sessions;

namespace CivicsClass.Tests.Sessions;

public sealed class ErasingTests
{
    private const string Secret = "zebra-secret-4711";

    [Fact]
    public async Task An_erased_text_leaves_the_log_the_drafts_and_memory_and_stands_in_the_ledger_as_a_number()
    {
        await using var engine = await Engine.StartAsync();
        var (host, ben) = await OpenAsync(engine);
        var seq = (await engine.SayAsync(host, ben, Secret)).Seq!.Value;
        await host.DoAsync(Actor.Student(ben), Guid.NewGuid(), new KeepDraft("probe/new", Secret), engine.Now);
        await engine.SayAsync(host, ben, "something else");

        Assert.Null((await engine.TeachAsync(host, new EraseText(seq))).Refused);

        Assert.Equal(0, await engine.OnDiskAsync<int>($"""SELECT count(*) FROM "SessionEvents" WHERE "Payload" LIKE '%{Secret}%'"""));
        Assert.Equal(0, await engine.OnDiskAsync<int>("""SELECT count(*) FROM "Drafts" """));
        Assert.Equal([Written.Erased, "something else"], await host.AskAsync((live, _) => ((MyProbe)live.Steps[0].MyView(ben)).Said));
        var noted = Assert.Single(Erasures.ReadTexts(Path.Combine(engine.Folder, Erasures.FileName)));
        Assert.Equal([seq], noted.Texts);
        Assert.Equal("This text was erased already.", (await engine.TeachAsync(host, new EraseText(seq))).Refused);
        Assert.Null((await engine.SayAsync(host, ben, "and on")).Refused);
    }

    [Fact]
    [Trait("Database", "Sqlite")]
    public async Task No_byte_of_it_is_left_in_any_file()
    {
        await using var engine = await Engine.StartAsync(only: DatabaseProvider.Sqlite);
        var (host, ben) = await OpenAsync(engine);
        var seq = (await engine.SayAsync(host, ben, Secret + new string('x', 9_000))).Seq!.Value;
        Assert.Contains(Directory.GetFiles(engine.Folder), HasSecret);

        await engine.TeachAsync(host, new EraseText(seq));

        Assert.DoesNotContain(Directory.GetFiles(engine.Folder), HasSecret);
    }

    [Fact]
    public async Task A_database_put_back_forgets_it_again_and_spares_what_was_written_later_under_its_number()
    {
        await using var engine = await Engine.StartAsync();
        var (host, ben) = await OpenAsync(engine);
        var seq = (await engine.SayAsync(host, ben, Secret)).Seq!.Value;
        engine.Time.Advance(TimeSpan.FromMinutes(1));
        var erasedAt = engine.Now;
        engine.Time.Advance(TimeSpan.FromMinutes(1));
        var later = (await engine.SayAsync(host, ben, "written later")).Seq!.Value;
        ErasedTexts[] ledger = [new(host.Row.Id, [seq, later], erasedAt)];

        Assert.Equal(1, await engine.InDatabaseAsync(db => TextEraser.EraseAgainAsync(db, engine.Catalog, ledger)));
        Assert.Equal(0, await engine.InDatabaseAsync(db => TextEraser.EraseAgainAsync(db, engine.Catalog, ledger)));

        Assert.Equal(0, await engine.OnDiskAsync<int>($"""SELECT count(*) FROM "SessionEvents" WHERE "Payload" LIKE '%{Secret}%'"""));
        Assert.Equal(1, await engine.OnDiskAsync<int>("""SELECT count(*) FROM "SessionEvents" WHERE "Payload" LIKE '%written later%'"""));
    }

    private static bool HasSecret(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Secret)) >= 0;
    }

    private static async Task<(SessionHost Host, string Ben)> OpenAsync(Engine engine)
    {
        var host = await engine.HostAsync();
        await engine.TeachAsync(host, new OpenStep("probe"));
        return (host, await engine.SeatAsync(host));
    }
}
