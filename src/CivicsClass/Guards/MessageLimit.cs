using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;

namespace CivicsClass.Guards;

/// <summary>Counts what a browser sends over a live connection before SignalR looks at it, so that unknown methods and broken frames
/// count too: a message is at most 32 KB; 100 at once, then 30 a second. Whoever sends more is cut off, and so is who says nothing at
/// all for 20 seconds: SignalR's own time-out begins only with a page's first ping, and a page that vanished before it would stay.</summary>
public static partial class MessageLimit
{
    public const int MaxBytes = 32 * 1024;
    public const int Burst = 100;
    public const int PerSecond = 30;
    public static readonly TimeSpan MostSilence = TimeSpan.FromSeconds(20);

    public static IConnectionBuilder UseMessageLimit(this IConnectionBuilder builder)
    {
        var time = builder.ApplicationServices.GetRequiredService<TimeProvider>();
        var log = builder.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(MessageLimit).FullName!);
        return builder.Use(next => connection =>
        {
            Watch(connection, time, log);
            return next(connection);
        });
    }

    /// <param name="real">Tells how long a connection is silent, whatever time the classes are told.</param>
    public static void Watch(ConnectionContext connection, TimeProvider time, ILogger log, TimeProvider? real = null)
    {
        var reader = new Reader(connection.Transport.Input, new Meter(time), real ?? TimeProvider.System, why =>
        {
            LogCut(log, connection.ConnectionId, why);
            connection.Abort(new ConnectionAbortedException(why));
        });
        connection.Transport = new Watched(connection.Transport, reader);
        connection.Features.Get<IConnectionHeartbeatFeature>()?.OnHeartbeat(_ => reader.CutIfSilent(connection), reader);
    }

    /// <summary>Messages end with 0x1E, which JSON never contains.</summary>
    private sealed class Meter(TimeProvider time)
    {
        private const byte End = 0x1E;
        private double _tokens = Burst;
        private long _at = time.GetTimestamp();
        private long _bytes;

        /// <returns>What is wrong; null when all is well.</returns>
        public string? Take(ReadOnlySequence<byte> fresh)
        {
            foreach (var part in fresh)
                for (var rest = part.Span; !rest.IsEmpty;)
                {
                    var end = rest.IndexOf(End);
                    _bytes += end < 0 ? rest.Length : end;
                    if (_bytes > MaxBytes)
                        return "a message over 32 KB";
                    if (end < 0)
                        break;
                    if (!Spend())
                        return "too many messages";
                    _bytes = 0;
                    rest = rest[(end + 1)..];
                }
            return null;
        }

        private bool Spend()
        {
            var now = time.GetTimestamp();
            _tokens = Math.Min(Burst, _tokens + time.GetElapsedTime(_at, now).TotalSeconds * PerSecond);
            _at = now;
            return _tokens-- >= 1;
        }
    }

    private sealed class Watched(IDuplexPipe inner, PipeReader input) : IDuplexPipe
    {
        public PipeReader Input { get; } = input;
        public PipeWriter Output { get; } = inner.Output;
    }

    private sealed class Reader(PipeReader inner, Meter meter, TimeProvider real, Action<string> cut) : PipeReader
    {
        private ReadOnlySequence<byte> _buffer;
        private long _counted;
        private long _heardAt = real.GetTimestamp();
        private bool _cut;

        public void CutIfSilent(ConnectionContext connection)
        {
            if (real.GetElapsedTime(Volatile.Read(ref _heardAt)) >= MostSilence)
                connection.Abort(new ConnectionAbortedException("nothing was heard for too long"));
        }

        [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
        public override async ValueTask<ReadResult> ReadAsync(CancellationToken stop = default) =>
            _cut ? Nothing : Look(await inner.ReadAsync(stop));

        public override bool TryRead(out ReadResult result)
        {
            if (_cut)
            {
                result = Nothing;
                return true;
            }
            if (!inner.TryRead(out result))
                return false;
            result = Look(result);
            return true;
        }

        public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

        public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
        {
            if (_cut)
                return;
            _counted -= _buffer.Slice(0, consumed).Length;
            inner.AdvanceTo(consumed, examined);
        }

        public override void CancelPendingRead() => inner.CancelPendingRead();

        public override void Complete(Exception? exception = null) => inner.Complete(exception);

        private static ReadResult Nothing => new(ReadOnlySequence<byte>.Empty, isCanceled: true, isCompleted: true);

        /// <summary>What was left unread comes again with the next read; only the rest is new.</summary>
        private ReadResult Look(ReadResult result)
        {
            _buffer = result.Buffer;
            Volatile.Write(ref _heardAt, real.GetTimestamp());
            if (meter.Take(_buffer.Slice(_counted)) is { } why)
            {
                _cut = true;
                inner.AdvanceTo(_buffer.End);
                cut(why);
                return Nothing;
            }
            _counted = _buffer.Length;
            return result;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Connection {Connection} was cut: {Why}")]
    private static partial void LogCut(ILogger log, string connection, string why);
}
