using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CivicsClass.Data;

/// <summary>Every write and every checkpoint of the embedded database holds this lock: SQLite has one writer anyway, waiting for
/// it here is fast and fair, and a checkpoint can never race a commit that resets the WAL (a defect of SQLite before 3.51.3).
/// With another database only the event log takes it, for its own connection: EF's writes go side by side.</summary>
public sealed class WriteLock : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    public async Task<IDisposable> EnterAsync(CancellationToken stop = default)
    {
        await _turn.WaitAsync(stop);
        return new Release(_turn);
    }

    public IDisposable Enter()
    {
        _turn.Wait();
        return new Release(_turn);
    }

    public void Dispose() => _turn.Dispose();

    private sealed class Release(SemaphoreSlim turn) : IDisposable
    {
        private SemaphoreSlim? _turn = turn;
        public void Dispose() => Interlocked.Exchange(ref _turn, null)?.Release();
    }
}

/// <summary>Takes the write lock around EF's writes: around a SaveChanges, an explicit transaction, or a single bulk command.</summary>
internal sealed class WriteLockInterceptor(WriteLock @lock) : DbCommandInterceptor, ISaveChangesInterceptor, IDbTransactionInterceptor, IDbConnectionInterceptor
{
    private static readonly ConditionalWeakTable<DbContext, IDisposable> Held = [];

    public async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData data, InterceptionResult<int> result, CancellationToken stop = default)
    {
        if (data.Context is { } db && !Held.TryGetValue(db, out _))
            Held.Add(db, await @lock.EnterAsync(stop));
        return result;
    }

    public InterceptionResult<int> SavingChanges(DbContextEventData data, InterceptionResult<int> result)
    {
        if (data.Context is { } db && !Held.TryGetValue(db, out _))
            Held.Add(db, @lock.Enter());
        return result;
    }

    public int SavedChanges(SaveChangesCompletedEventData data, int result) { LetGoUnlessInTransaction(data.Context); return result; }
    public ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData data, int result, CancellationToken stop = default) { LetGoUnlessInTransaction(data.Context); return new(result); }
    public void SaveChangesFailed(DbContextErrorEventData data) => LetGoUnlessInTransaction(data.Context);
    public Task SaveChangesFailedAsync(DbContextErrorEventData data, CancellationToken stop = default) { LetGoUnlessInTransaction(data.Context); return Task.CompletedTask; }
    public void SaveChangesCanceled(DbContextEventData data) => LetGoUnlessInTransaction(data.Context);
    public Task SaveChangesCanceledAsync(DbContextEventData data, CancellationToken stop = default) { LetGoUnlessInTransaction(data.Context); return Task.CompletedTask; }

    public InterceptionResult<DbTransaction> TransactionStarting(DbConnection connection, TransactionStartingEventData data, InterceptionResult<DbTransaction> result)
    {
        if (data.Context is { } db && !Held.TryGetValue(db, out _))
            Held.Add(db, @lock.Enter());
        return result;
    }

    public async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(DbConnection connection, TransactionStartingEventData data, InterceptionResult<DbTransaction> result, CancellationToken stop = default)
    {
        if (data.Context is { } db && !Held.TryGetValue(db, out _))
            Held.Add(db, await @lock.EnterAsync(stop));
        return result;
    }

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData data) => LetGo(data.Context);
    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData data, CancellationToken stop = default) { LetGo(data.Context); return Task.CompletedTask; }
    public void TransactionRolledBack(DbTransaction transaction, TransactionEndEventData data) => LetGo(data.Context);
    public Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData data, CancellationToken stop = default) { LetGo(data.Context); return Task.CompletedTask; }
    public void TransactionFailed(DbTransaction transaction, TransactionErrorEventData data) => LetGo(data.Context);
    public Task TransactionFailedAsync(DbTransaction transaction, TransactionErrorEventData data, CancellationToken stop = default) { LetGo(data.Context); return Task.CompletedTask; }

    /// <summary>A transaction that is disposed without a commit tells nobody, but its connection closes.</summary>
    public void ConnectionClosed(DbConnection connection, ConnectionEndEventData data) => LetGo(data.Context);
    public Task ConnectionClosedAsync(DbConnection connection, ConnectionEndEventData data) { LetGo(data.Context); return Task.CompletedTask; }

    /// <summary>ExecuteUpdate and ExecuteDelete run outside SaveChanges.</summary>
    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData data, InterceptionResult<int> result, CancellationToken stop = default)
    {
        if (data.CommandSource is CommandSource.ExecuteUpdate or CommandSource.ExecuteDelete && data.Context is { } db && !Held.TryGetValue(db, out _))
            Held.Add(db, await @lock.EnterAsync(stop));
        return result;
    }

    public override ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData data, int result, CancellationToken stop = default)
    {
        if (data.CommandSource is CommandSource.ExecuteUpdate or CommandSource.ExecuteDelete)
            LetGoUnlessInTransaction(data.Context);
        return new(result);
    }

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData data, CancellationToken stop = default)
    {
        if (data.CommandSource is CommandSource.ExecuteUpdate or CommandSource.ExecuteDelete)
            LetGoUnlessInTransaction(data.Context);
        return Task.CompletedTask;
    }

    private static void LetGoUnlessInTransaction(DbContext? db)
    {
        if (db?.Database.CurrentTransaction is null)
            LetGo(db);
    }

    private static void LetGo(DbContext? db)
    {
        if (db is null || !Held.TryGetValue(db, out var held))
            return;
        Held.Remove(db);
        held.Dispose();
    }
}
