using System.Threading.Channels;
using CivicsClass.Servers;

namespace CivicsClass.Sessions;

/// <summary>Runs one live session on this server. One reader takes everything from the mailbox in order, so the session needs
/// no locks; what was drained together is stored together, then acknowledged, then shown. Acknowledged means stored.</summary>
public sealed partial class SessionHost : IAsyncDisposable
{
    private const int MailboxSize = 2_000;
    private const int BatchSize = 500;
    private static readonly TimeSpan AppendPatience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BeforeTryingAgain = TimeSpan.FromSeconds(1);

    private readonly SessionStore _store;
    private readonly EventLog _log;
    private readonly ServerLease _lease;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly Audience _audience;
    private readonly Channel<Work> _mail = Channel.CreateBounded<Work>(new BoundedChannelOptions(MailboxSize) { SingleReader = true });
    private readonly List<Asked> _asked = [];
    private readonly ITimer _alarm;
    private LoadedSession _loaded;
    private volatile Storing? _storing;
    private DateTime? _alarmAt;
    private long? _failedAt;
    private bool _mustReload, _mustTakeOver;
    private volatile bool _stopping, _lost;

    internal SessionHost(LoadedSession loaded, SessionStore store, EventLog log, ServerLease lease, IMegaphone megaphone, StepCatalog catalog, TimeProvider clock, ILogger logger)
    {
        (_loaded, _store, _log, _lease, _clock, _logger) = (loaded, store, log, lease, clock, logger);
        _audience = new Audience(loaded, megaphone, catalog.Json, clock, log.Metrics, () => Post(new Flush()));
        _alarm = clock.CreateTimer(_ => Post(new Alarm()), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        SetAlarm();
        log.Metrics.SessionOpened();
        Running = Task.Run(RunAsync);
    }

    /// <summary>Completes when the host has stopped and everything accepted is stored.</summary>
    public Task Running { get; }
    public SessionRow Row => _loaded.Row;
    public string Key => _loaded.Row.Key;

    /// <summary>Carries out a command for somebody. The answer comes only when its effect is stored.</summary>
    /// <param name="arrived">When the server received it (UTC); this decides what was in time.</param>
    /// <exception cref="ObjectDisposedException">The host has left memory; find the session again.</exception>
    /// <param name="connection">The page that asks; absent at the door.</param>
    public Task<Outcome> DoAsync(Actor by, Guid? id, SessionCommand command, DateTime arrived, string? connection = null)
    {
        // A page's answer only has to be written to its socket: not worth another thread.
        var asked = new Asked(by, id, command, arrived, connection, new(connection is null ? TaskCreationOptions.RunContinuationsAsynchronously : TaskCreationOptions.None));
        if (_mail.Writer.TryWrite(asked))
            return asked.Answer.Task;
        ObjectDisposedException.ThrowIf(_stopping, this);
        _log.Metrics.TurnedAway();
        return Task.FromResult(Outcome.No("The class is very busy. Try again in a moment; your text is kept."));
    }

    /// <summary>Somebody opened a page: from now on it hears of every change to the views returned here.</summary>
    public async Task<Entered> EnterAsync(Listener listener, IReadOnlyDictionary<string, int[]> have)
    {
        var entering = new Entering(listener, have, new(TaskCreationOptions.RunContinuationsAsynchronously));
        await _mail.Writer.WriteAsync(entering);
        return await entering.Answer.Task;
    }

    /// <summary>Never dropped, even when the mailbox is full: who left must not stay on the roster.</summary>
    public void Leave(string connection) => _ = _mail.Writer.WriteAsync(new Leaving(connection)).AsTask();

    /// <summary>Reads from the stored state, between commands.</summary>
    public async Task<T> AskAsync<T>(Func<LiveSession, LoadedSession, T> question)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        await _mail.Writer.WriteAsync(new Reading(loaded => answer.TrySetResult(question(loaded.Live, loaded)), problem => answer.TrySetException(problem)));
        return await answer.Task;
    }

    /// <summary>Twice a second: repeat versions, so that a lost last frame is noticed; wait no longer for a disk that does not answer.</summary>
    internal void Beat()
    {
        if (_storing is { } storing && _clock.GetElapsedTime(storing.Since) > AppendPatience)
            storing.Done.TrySetException(new TimeoutException("The database has not answered for too long."));
        Post(new Beating());
    }

    /// <summary>Cuts staff whose account was disabled or whose password changed.</summary>
    internal void CutStaff(Func<StaffSeat, bool> isValid) => Post(new Cutting(isValid));

    internal bool IsStoring => _storing is not null;

    internal bool HasStaff => _audience.HasStaff;

    /// <summary>Nothing holds this host in memory: nobody listens and no time runs.</summary>
    internal bool IsIdleSince(DateTime since) => _audience.QuietSince is { } quiet && quiet <= since && _loaded.Live.NextDeadline is null && _mail.Reader.Count == 0;

    /// <summary>Takes no more work; what was accepted is still stored.</summary>
    internal async Task StopAsync(string? farewell = null)
    {
        if (farewell is not null && !_stopping)
            await _mail.Writer.WriteAsync(new Closing(farewell));
        _stopping = true;
        _mail.Writer.TryComplete();
        await Running;
        await DisposeAsync();
    }

    /// <summary>Another server runs the session now: nothing more is stored here, and whoever listens is cut off, to come back to that one.</summary>
    internal void LetGo()
    {
        _lost = true;
        _stopping = true;
        _mail.Writer.TryComplete();
    }

    public async ValueTask DisposeAsync()
    {
        await _alarm.DisposeAsync();
        _audience.Dispose();
    }

    private void Post(Work work) => _mail.Writer.TryWrite(work);

    private sealed record Storing(TaskCompletionSource Done, long Since);

    private abstract record Work;
    private sealed record Asked(Actor By, Guid? Id, SessionCommand Command, DateTime Arrived, string? Connection, TaskCompletionSource<Outcome> Answer) : Work;
    private sealed record Entering(Listener Listener, IReadOnlyDictionary<string, int[]> Have, TaskCompletionSource<Entered> Answer) : Work;
    private sealed record Leaving(string Connection) : Work;
    private sealed record Reading(Action<LoadedSession> Read, Action<Exception> Failed) : Work;
    private sealed record Cutting(Func<StaffSeat, bool> IsValid) : Work;
    private sealed record Closing(string Farewell) : Work;
    private sealed record Flush : Work;
    private sealed record Alarm : Work;
    private sealed record Beating : Work;
}
