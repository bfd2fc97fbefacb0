using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using CivicsClass.Data;
using CivicsClass.Library;
using CivicsClass.Moderation.Holds;
using CivicsClass.Servers;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Sessions;

/// <summary>A session as it was read from the database: its row, its replayed state, names and kept drafts.</summary>
public sealed record LoadedSession(SessionRow Row, LiveSession Live, Dictionary<string, string> Names, Dictionary<string, Dictionary<string, KeptDraft>> Drafts);

public sealed record KeptDraft(string Text, DateTime At);

/// <summary>Starts, loads and deletes sessions in the database.</summary>
public sealed class SessionStore(IServiceScopeFactory scopes, Packs packs, StepCatalog catalog, CurrentHolds holds, Erasures erasures, ServerLease lease, TimeProvider clock)
{
    /// <summary>Reads a session and takes it over: its epoch rises, so that whoever held it before can no longer write.</summary>
    /// <returns>Null when there is no such session.</returns>
    /// <exception cref="ElsewhereException">Another server owns it.</exception>
    public async Task<LoadedSession?> LoadAsync(string key)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CivicsDbContext>();
        if (!await db.Sessions.AnyAsync(s => s.Key == key))
            return null;
        var row = await TakeOverAsync(db, key);
        if (row is null)
            return null;
        try
        {
            return await ReplayAsync(db, row);
        }
        catch (InvalidOperationException)
        {
            // Not for this version to host: perhaps for another server's.
            await ReleaseAsync(row);
            throw;
        }
    }

    /// <summary>Reads a session as it is stored without taking it over: enough to show it, not to write to it.</summary>
    public async Task<LoadedSession?> LookAsync(string key)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CivicsDbContext>();
        return await db.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Key == key) is { } row ? await ReplayAsync(db, row) : null;
    }

    private async Task<LoadedSession> ReplayAsync(CivicsDbContext db, SessionRow row)
    {
        var pack = await packs.GetAsync(row.PackVersionId);
        var events = await db.SessionEvents.AsNoTracking().Where(e => e.SessionId == row.Id).OrderBy(e => e.Seq).ToListAsync();
        var live = LiveSession.Replay(row.Key, row.Title, pack, catalog, events.Select(Read));
        var people = await db.Participants.AsNoTracking().Where(p => p.SessionId == row.Id && p.Name != null).ToDictionaryAsync(p => p.ParticipantId, p => p.Name!);
        holds.Set(await new HoldList(db, clock).ReadAsync());
        (live.Watch, live.NameOf) = (new SchoolWatch(holds, people, pack), participant => people.GetValueOrDefault(participant));
        var drafts = await db.Drafts.AsNoTracking().Where(d => d.SessionId == row.Id).ToListAsync();
        return new LoadedSession(row, live, people, drafts
            .GroupBy(d => d.ParticipantId)
            .ToDictionary(g => g.Key, g => g.ToDictionary(d => d.Field, d => new KeptDraft(d.Text, d.At))));
    }

    /// <summary>One transaction, so that two servers which load a session at once do not both get the later epoch. What is read of
    /// the session after it is complete: an append that had begun under the old epoch holds the row until it is committed.</summary>
    private async Task<SessionRow?> TakeOverAsync(CivicsDbContext db, string key)
    {
        await lease.HoldAsync();
        if (!lease.IsHeld)
            throw new ElsewhereException(key);
        if (await TakeOverAsync(db, key, lease.Id) is var (taken, row) && (taken || row is null))
            return row;
        // Its owner may be gone. By the database's clock; if so, nobody can hold it under that lease any more.
        await lease.EndOverAsync();
        return await TakeOverAsync(db, key, lease.Id) is var (freed, now) && (freed || now is null) ? now : throw new ElsewhereException(key);
    }

    private static async Task<(bool Taken, SessionRow? Row)> TakeOverAsync(CivicsDbContext db, string key, Guid? me)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var taken = await db.Sessions
            .Where(s => s.Key == key && (me == null || s.OwnerId == null || s.OwnerId == me || !db.Servers.Any(v => v.Id == s.OwnerId)))
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Epoch, s => s.Epoch + 1).SetProperty(s => s.OwnerId, me));
        var row = await db.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Key == key);
        await transaction.CommitAsync();
        return (taken > 0, row);
    }

    /// <summary>Lets another server have the session at once. One that is alone has nobody to leave it to.</summary>
    public async Task ReleaseAsync(SessionRow row)
    {
        if (lease.IsAlone)
            return;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CivicsDbContext>();
        await db.Sessions.Where(s => s.Id == row.Id && s.OwnerId == row.OwnerId && s.Epoch == row.Epoch).ExecuteUpdateAsync(set => set.SetProperty(s => s.OwnerId, (Guid?)null));
    }

    /// <summary>Reads how a session was started, whoever runs it.</summary>
    /// <returns>Null when this teacher has no such session.</returns>
    public async Task<(SessionRow Row, SessionStarted Started)?> FindStartAsync(string teacherId, string key)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CivicsDbContext>();
        return await db.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Key == key && s.TeacherId == teacherId) is { } row
            && await db.SessionEvents.AsNoTracking().Where(e => e.SessionId == row.Id).OrderBy(e => e.Seq).FirstOrDefaultAsync() is { } first
            ? (row, (SessionStarted)Read(first).Event)
            : null;
    }

    public SessionEventRow Write(Guid session, Recorded recorded) => new()
    {
        SessionId = session,
        Seq = recorded.Seq,
        At = recorded.At,
        Kind = catalog.Kind(recorded.Event),
        By = recorded.By,
        CommandId = recorded.CommandId,
        Payload = JsonSerializer.Serialize(recorded.Event, recorded.Event.GetType(), catalog.Json),
    };

    /// <summary>What an erasure writes to the log. The ledger knows it first, so that no backup brings the texts back.</summary>
    public IReadOnlyList<RowChange> Erasing(Guid session, IReadOnlyList<RowChange> rows)
    {
        if (rows.OfType<EventErased>().Select(e => e.Seq).ToArray() is not { Length: > 0 } texts)
            return rows;
        erasures.Note(session, texts, clock.GetUtcNow().UtcDateTime);
        return [.. rows.Select(row => row is EventErased e ? new PayloadReplaced(e.Seq, JsonSerializer.Serialize(e.Erased, e.Erased.GetType(), catalog.Json)) : row)];
    }

    /// <exception cref="InvalidOperationException">The event, or a step it names, is not known to this version: it must not host the session.</exception>
    public Recorded Read(SessionEventRow row)
    {
        if (!catalog.Events.TryGetValue(row.Kind, out var type))
            throw Unknown(row);
        try
        {
            return new Recorded(row.Seq, row.At, row.By, row.CommandId, (SessionEvent)JsonSerializer.Deserialize(row.Payload, type, catalog.Json)!);
        }
        catch (Exception problem) when (problem is JsonException or NotSupportedException)
        {
            throw Unknown(row, problem);
        }
    }

    private static InvalidOperationException Unknown(SessionEventRow row, Exception? inner = null) =>
        new($"Event {row.Seq} is a “{row.Kind}” which this version of CivicsClass does not know. Run the version that wrote it.", inner);

    public async Task<SessionRow> StartAsync(string teacherId, PackVersion version, Lessons.LessonPlan plan, IdentityMode identity)
    {
        var pack = await packs.GetAsync(version.Id);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CivicsDbContext>();
        var now = clock.GetUtcNow().UtcDateTime;
        var order = await OrderAsync(db, teacherId, pack.Id, [.. pack.Positions.Select(p => p.Id)]);
        var row = new SessionRow
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            Key = Codes.Key(),
            JoinCode = await FreeCodeAsync(db),
            WallToken = Codes.Token(),
            TeacherId = teacherId,
            Title = plan.Title,
            PackVersionId = version.Id,
            LessonId = plan.Id,
            StartedAt = now,
        };
        var live = new LiveSession(row.Key, row.Title, pack, catalog);
        live.Start(new Turn(Actor.Teacher(teacherId), now), new SessionStarted(version.Id, plan, identity, order, Codes.Seed()));
        db.Sessions.Add(row);
        db.SessionEvents.AddRange(live.TakeNew().Events.Select(e => Write(row.Id, e)));
        await db.SaveChangesAsync();
        return row;
    }

    /// <summary>The reverse of the order in this teacher's latest session on this topic; by chance where there was none.</summary>
    private static async Task<string[]> OrderAsync(CivicsDbContext db, string teacherId, string packId, string[] positions)
    {
        var latest = await db.Sessions.Where(s => s.TeacherId == teacherId && db.PackVersions.Any(v => v.Id == s.PackVersionId && (v.PackId == packId || db.PackVersions.Any(b => b.Id == v.BasedOn && b.PackId == packId))))
            .OrderByDescending(s => s.StartedAt).ThenByDescending(s => s.Id).Select(s => s.Id).FirstOrDefaultAsync();
        var started = await db.SessionEvents.Where(e => e.SessionId == latest).OrderBy(e => e.Seq).Select(e => e.Payload).FirstOrDefaultAsync();
        // Only this of it, so that a session of a newer version is no obstacle.
        if (started is not null && JsonNode.Parse(started)?["positionOrder"].Deserialize<string[]>() is { } before && before.ToHashSet().SetEquals(positions))
            return [.. before.Reverse()];
        RandomNumberGenerator.Shuffle<string>(positions);
        return positions;
    }

    /// <summary>Removes a session and everything its students wrote. The ledger knows it first, so that no backup brings it back.</summary>
    public async Task DeleteAsync(Guid id)
    {
        erasures.Note(id, clock.GetUtcNow().UtcDateTime);
        await using var scope = scopes.CreateAsyncScope();
        await DeleteAsync(scope.ServiceProvider.GetRequiredService<CivicsDbContext>(), [id]);
    }

    /// <returns>How many of these sessions were there.</returns>
    internal static async Task<int> DeleteAsync(CivicsDbContext db, IReadOnlyList<Guid> ids)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var gone = await db.Sessions.Where(s => ids.Contains(s.Id)).ExecuteDeleteAsync();
        await db.Drafts.Where(d => ids.Contains(d.SessionId)).ExecuteDeleteAsync();
        await db.Participants.Where(p => ids.Contains(p.SessionId)).ExecuteDeleteAsync();
        await db.SessionEvents.Where(e => ids.Contains(e.SessionId)).ExecuteDeleteAsync();
        await transaction.CommitAsync();
        return gone;
    }

    /// <summary>What the ledger names and the database still has, because it came from a backup, goes again.</summary>
    internal static async Task<int> EraseAgainAsync(CivicsDbContext db, IReadOnlyList<Guid> ledger)
    {
        var gone = 0;
        foreach (var some in ledger.Chunk(200))
            if (await db.Sessions.Where(s => some.Contains(s.Id)).Select(s => s.Id).ToListAsync() is { Count: > 0 } there)
                gone += await DeleteAsync(db, there);
        return gone;
    }

    private static async Task<string> FreeCodeAsync(CivicsDbContext db)
    {
        while (true)
        {
            var code = Codes.Join();
            if (!await db.Sessions.AnyAsync(s => s.JoinCode == code))
                return code;
        }
    }
}
