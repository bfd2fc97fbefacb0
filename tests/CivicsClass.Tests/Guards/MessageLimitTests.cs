using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using CivicsClass.Guards;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.Extensions.Logging.Abstractions;

namespace CivicsClass.Tests.Guards;

public sealed class MessageLimitTests
{
    private readonly FakeTime _time = new();

    [Fact]
    public async Task Ordinary_messages_pass_unchanged_however_they_are_cut_up()
    {
        await using var line = new Line(_time);
        var sent = string.Concat(Enumerable.Range(0, 50).Select(i => $"{{\"n\":{i}}}\x1e"));

        foreach (var part in sent.Chunk(7))
            await line.SendAsync(new string(part));
        line.HangUp();

        Assert.Equal(sent, await line.ReceiveAllAsync());
        Assert.Null(line.CutBecause);
    }

    [Theory]
    [InlineData(32 * 1024 - 1, false)]
    [InlineData(32 * 1024, false)]
    [InlineData(32 * 1024 + 1, true)]
    public async Task A_message_is_at_most_32_KB(int length, bool cut)
    {
        await using var line = new Line(_time);
        foreach (var part in new string('x', length).Chunk(4000))
            await line.SendAsync(new string(part));
        await line.SendAsync("\x1e");
        line.HangUp();

        await line.ReceiveAllAsync();

        Assert.Equal(cut ? "a message over 32 KB" : null, line.CutBecause);
    }

    [Fact]
    public async Task A_frame_without_an_end_is_cut_before_it_ends()
    {
        await using var line = new Line(_time);
        foreach (var _ in Enumerable.Range(0, 33))
            await line.SendAsync(new string('{', 1024));

        await line.ReceiveAllAsync();

        Assert.Equal("a message over 32 KB", line.CutBecause);
    }

    [Theory]
    [InlineData("{\"type\":1,\"target\":\"Do\",\"arguments\":[]}\x1e")]
    [InlineData("{\"type\":1,\"target\":\"NoSuchMethod\",\"arguments\":[]}\x1e")]
    [InlineData("not even json\x1e")]
    [InlineData("\x1e")]
    public async Task A_flood_is_cut_whatever_it_says(string message)
    {
        await using var line = new Line(_time);
        await line.SendAsync(string.Concat(Enumerable.Repeat(message, MessageLimit.Burst + 1)));

        await line.ReceiveAllAsync();

        Assert.Equal("too many messages", line.CutBecause);
    }

    [Fact]
    public async Task Thirty_a_second_may_go_on_for_ever()
    {
        await using var line = new Line(_time);
        for (var second = 0; second < 60; second++)
        {
            for (var i = 0; i < MessageLimit.PerSecond; i++)
            {
                await line.SendAsync("{}\x1e");
                await line.ReceiveAsync();
            }
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Null(line.CutBecause);
    }

    [Fact]
    public async Task A_burst_is_allowed_again_after_a_rest()
    {
        await using var line = new Line(_time);
        for (var round = 0; round < 3; round++)
        {
            await line.SendAsync(string.Concat(Enumerable.Repeat("{}\x1e", MessageLimit.Burst)));
            await line.ReceiveAsync();
            Assert.Null(line.CutBecause);
            _time.Advance(TimeSpan.FromSeconds(4));
        }
        await line.SendAsync(string.Concat(Enumerable.Repeat("{}\x1e", MessageLimit.Burst + 1)));
        await line.ReceiveAsync();

        Assert.Equal("too many messages", line.CutBecause);
    }

    [Fact]
    public async Task What_is_looked_at_but_not_taken_is_counted_once()
    {
        await using var line = new Line(_time);
        await line.SendAsync(string.Concat(Enumerable.Repeat("{}\x1e", 60)));
        for (var i = 0; i < 10; i++)
        {
            var result = await line.Input.ReadAsync();
            line.Input.AdvanceTo(result.Buffer.Start, result.Buffer.End);
            await line.SendAsync("{}\x1e");
        }
        line.HangUp();

        Assert.Equal(70 * 3, (await line.ReceiveAllAsync()).Length);
        Assert.Null(line.CutBecause);
    }

    /// <summary>A connection in memory, as SignalR sees it behind the limit.</summary>
    [Fact]
    public async Task Who_says_nothing_for_twenty_seconds_is_cut_even_before_a_first_ping()
    {
        await using var line = new Line(_time);
        _time.Advance(TimeSpan.FromSeconds(15));
        await line.SendAsync("{}\x1e");
        await line.ReceiveAsync();
        _time.Advance(TimeSpan.FromSeconds(19));
        line.Beat();
        Assert.Null(line.CutBecause);

        _time.Advance(TimeSpan.FromSeconds(1));
        line.Beat();

        Assert.NotNull(line.CutBecause);
    }

    private sealed class Line : DefaultConnectionContext, IAsyncDisposable
    {
        private readonly Pipe _up = new(new PipeOptions(pauseWriterThreshold: 0));
        private readonly Pipe _down = new();

        public Line(TimeProvider time)
        {
            Transport = new Duplex(_up.Reader, _down.Writer);
            Features.Set<IConnectionHeartbeatFeature>(_heart);
            MessageLimit.Watch(this, time, NullLogger.Instance, time);
        }

        private readonly Heart _heart = new();

        public void Beat() => _heart.Beat();

        public PipeReader Input => Transport.Input;
        public string? CutBecause { get; private set; }

        public override void Abort(ConnectionAbortedException abortReason) => CutBecause = abortReason.Message;

        public async Task SendAsync(string text) => await _up.Writer.WriteAsync(Encoding.UTF8.GetBytes(text));

        public void HangUp() => _up.Writer.Complete();

        /// <returns>Null when the line is cut or hung up.</returns>
        public async Task<string?> ReceiveAsync()
        {
            var result = await Input.ReadAsync();
            var text = Encoding.UTF8.GetString(result.Buffer.ToArray());
            Input.AdvanceTo(result.Buffer.End);
            return result.IsCanceled || (result.IsCompleted && text.Length == 0) ? null : text;
        }

        public async Task<string> ReceiveAllAsync()
        {
            var all = new StringBuilder();
            while (await ReceiveAsync() is { } text)
                all.Append(text);
            return all.ToString();
        }

        private sealed class Heart : IConnectionHeartbeatFeature
        {
            public Action Beat { get; private set; } = () => { };

            public void OnHeartbeat(Action<object> action, object state) => Beat += () => action(state);
        }

        private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;
    }
}
