using CivicsClass.Sessions;

namespace CivicsClass.Tests.Sessions;

public sealed class SessionHostTests
{
    [Fact]
    public async Task Acknowledged_means_stored()
    {
        await using var engine = await Engine.StartAsync();
        var (host, ben) = await OpenAsync(engine);
        Assert.Equal(0, await engine.OnDiskAsync<int>("""SELECT count(*) FROM "SessionEvents" WHERE "Kind" = 'probe.said'"""));

        var outcome = await engine.SayAsync(host, ben, "hello");

        Assert.NotNull(outcome.Seq);
        Assert.Equal(1, await engine.OnDiskAsync<int>($"""SELECT count(*) FROM "SessionEvents" WHERE "Kind" = 'probe.said' AND "Seq" = {outcome.Seq}"""));
    }

    [Fact]
    public async Task Every_command_sent_many_times_at_once_counts_once()
    {
        await using var engine = await Engine.StartAsync();
        var (host, ben) = await OpenAsync(engine);
        var ids = Enumerable.Range(0, 40).Select(_ => Guid.NewGuid()).ToArray();

        var outcomes = await Task.WhenAll(ids.Concat(ids).Concat(ids).Select(id => engine.SayAsync(host, ben, id.ToString(), id)));

        Assert.Equal(40, outcomes.Select(o => o.Seq).Distinct().Count());
        Assert.Equal(40, await engine.OnDiskAsync<int>("""SELECT count(*) FROM "SessionEvents" WHERE "Kind" = 'probe.said'"""));
    }

    [Fact]
    public async Task A_command_repeated_after_a_restart_answers_the_same()
    {
        await using var engine = await Engine.StartAsync();
        var (host, ben) = await OpenAsync(engine);
        var id = Guid.NewGuid();
        var first = await engine.SayAsync(host, ben, "once", id);

        await using var after = await engine.RestartAsync();
        var again = await after.SayAsync((await after.Live.FindAsync(host.Key))!, ben, "once", id);

        Assert.Equal(first.Seq, again.Seq);
        Assert.Equal(1, await after.OnDiskAsync<int>("""SELECT count(*) FROM "SessionEvents" WHERE "Kind" = 'probe.said'"""));
    }

    [Fact]
    public async Task What_cannot_be_stored_is_not_acknowledged_not_shown_and_not_remembered()
    {
        await using var engine = await Engine.StartAsync();
        var (host, ben) = await OpenAsync(engine);
        await Engine.EnterAsync(host, "c1", "class", ben);
        await engine.BreakAsync("poison");

        var failure = await Record.ExceptionAsync(() => engine.SayAsync(host, ben, "poison"));

        Assert.NotNull(failure);
        Assert.Empty(await host.AskAsync((live, _) => ((Probe)live.Steps[0]).Everything));
        Assert.DoesNotContain(engine.Heard.All, sent => sent.Json.Contains("poison", StringComparison.Ordinal));

        await engine.MendAsync();
        Assert.NotNull((await engine.SayAsync(host, ben, "poison")).Seq);
        Assert.Equal(["poison"], await host.AskAsync((live, _) => ((Probe)live.Steps[0]).Everything));
    }

    [Fact]
    public async Task A_disk_that_does_not_answer_is_not_waited_for_and_nothing_happens_twice()
    {
        await using var engine = await Engine.StartAsync();
        var (host, ben) = await OpenAsync(engine);
        var before = await host.AskAsync((live, loaded) => loaded.Row.Epoch);
        Task<Outcome> said;
        using (await engine.Lock.EnterAsync())
        {
            said = engine.SayAsync(host, ben, "slow");
            await UntilAsync(() => Task.FromResult(host.IsStoring));
            await UntilAsync(() =>
            {
                engine.Time.Advance(TimeSpan.FromSeconds(1));
                host.Beat();
                return Task.FromResult(!host.IsStoring);
            });
            Assert.False(said.IsCompleted);
        }

        Assert.NotNull((await said).Seq);
        Assert.True(await host.AskAsync((live, loaded) => loaded.Row.Epoch) > before);
        Assert.Equal(1, await engine.OnDiskAsync<int>("""SELECT count(*) FROM "SessionEvents" WHERE "Kind" = 'probe.said'"""));
    }

    [Fact]
    public async Task After_trouble_every_view_begins_a_new_epoch()
    {
        await using var engine = await Engine.StartAsync();
        var (host, ben) = await OpenAsync(engine);
        var before = (await Engine.EnterAsync(host, "c1", "class", ben)).Views["my"].Version;
        await engine.BreakAsync("poison");

        await Record.ExceptionAsync(() => engine.SayAsync(host, ben, "poison"));
        var after = (await Engine.EnterAsync(host, "c1", "class", ben)).Views["my"].Version;

        Assert.True(after[0] > before[0], $"epoch {before[0]} then {after[0]}");
    }

    [Fact]
    public async Task A_verb_that_breaks_down_fails_alone()
    {
        await using var engine = await Engine.StartAsync();
        var (host, ben) = await OpenAsync(engine);

        var broken = engine.SayAsync(host, ben, "break");
        var fine = engine.SayAsync(host, ben, "fine");

        Assert.StartsWith("This could not be done.", (await broken).Refused);
        Assert.NotNull((await fine).Seq);
        Assert.Equal(["fine"], await host.AskAsync((live, _) => ((Probe)live.Steps[0]).Everything));
    }

    [Fact]
    public async Task Time_is_called_once_by_the_server_and_at_the_same_moment_after_a_restart()
    {
        await using var engine = await Engine.StartAsync();
        var (host, ben) = await OpenAsync(engine, minutes: 5);
        var due = await host.AskAsync((live, _) => live.NextDeadline);
        Assert.Equal(engine.Now + TimeSpan.FromMinutes(5) + CivicsClass.Sessions.Timer.Grace, due);

        engine.Time.Advance(TimeSpan.FromMinutes(2));
        await using var after = await engine.RestartAsync();
        var back = (await after.Live.FindAsync(host.Key))!;
        Assert.Equal(due, await back.AskAsync((live, _) => live.NextDeadline));
        Assert.Equal(0, await after.OnDiskAsync<int>("""SELECT count(*) FROM "SessionEvents" WHERE "Kind" = 'timer.ranOut'"""));

        after.Time.Advance(TimeSpan.FromMinutes(4));
        await UntilAsync(() => back.AskAsync((live, _) => live.Time.Up));
        Assert.Equal("Time is up.", (await after.SayAsync(back, ben, "too late")).Refused);
        after.Time.Advance(TimeSpan.FromMinutes(60));
        Assert.Equal(1, await after.OnDiskAsync<int>("""SELECT count(*) FROM "SessionEvents" WHERE "Kind" = 'timer.ranOut'"""));
    }

    [Fact]
    public async Task Time_that_ran_out_while_the_database_was_away_is_called_when_it_is_back()
    {
        await using var engine = await Engine.StartAsync();
        var (host, ben) = await OpenAsync(engine, minutes: 5);
        await engine.OnDiskAsync<int>("""ALTER TABLE "SessionEvents" RENAME TO "EventsAway"; ALTER TABLE "Sessions" RENAME TO "SessionsAway"; SELECT 0""");
        await Assert.ThrowsAnyAsync<Exception>(() => engine.SayAsync(host, ben, "not stored"));

        engine.Time.Advance(TimeSpan.FromMinutes(6));
        await Assert.ThrowsAnyAsync<Exception>(() => host.AskAsync((live, _) => live.Seq));
        await engine.OnDiskAsync<int>("""ALTER TABLE "EventsAway" RENAME TO "SessionEvents"; ALTER TABLE "SessionsAway" RENAME TO "Sessions"; SELECT 0""");
        Assert.False(await host.AskAsync((live, _) => live.Time.Up));

        await UntilAsync(async () =>
        {
            engine.Time.Advance(TimeSpan.FromSeconds(2));
            return await host.AskAsync((live, _) => live.Time.Up);
        });
        Assert.Equal(1, await engine.OnDiskAsync<int>("""SELECT count(*) FROM "SessionEvents" WHERE "Kind" = 'timer.ranOut'"""));
    }

    [Theory]
    [InlineData(-50, true)]
    [InlineData(50, false)]
    public async Task What_arrives_around_the_deadline_is_judged_by_when_it_arrived(int millisecondsAfterGrace, bool accepted)
    {
        await using var engine = await Engine.StartAsync();
        var (host, ben) = await OpenAsync(engine);
        var due = (await host.AskAsync((live, _) => live.NextDeadline))!.Value;

        var outcome = await host.DoAsync(Actor.Student(ben), Guid.NewGuid(), new Say("probe", "just"), due.AddMilliseconds(millisecondsAfterGrace));

        Assert.Equal(accepted, outcome.Seq is not null);
    }

    [Fact]
    public async Task A_removed_student_hears_nothing_more()
    {
        await using var engine = await Engine.StartAsync();
        var (host, ben) = await OpenAsync(engine);
        var cut = false;
        await Engine.EnterAsync(host, "ben-phone", "class", ben, () => cut = true);
        Assert.False(cut);

        await engine.TeachAsync(host, new RemoveStudent(ben));

        await UntilAsync(() => Task.FromResult(cut));
        Assert.Contains(engine.Heard.All, sent => sent is { What: "Leave", Json: "ben-phone" });
        Assert.Contains("no longer in this class", (await engine.SayAsync(host, ben, "still here")).Refused);
        await Assert.ThrowsAsync<Refusal>(() => Engine.EnterAsync(host, "ben-again", "class", ben));
    }

    [Fact]
    public async Task A_disabled_teacher_is_cut_off()
    {
        await using var engine = await Engine.StartAsync();
        var (host, _) = await OpenAsync(engine);
        var cut = new List<string>();
        await Engine.EnterAsync(host, "valid", "teacher", null, () => cut.Add("valid"), new StaffSeat(Engine.Ana, "stamp-1"));
        await Engine.EnterAsync(host, "revoked", "teacher", null, () => cut.Add("revoked"), new StaffSeat(Engine.Ana, "stamp-0"));

        host.CutStaff(seat => seat.SecurityStamp == "stamp-1");

        await UntilAsync(() => Task.FromResult(cut.Count > 0));
        Assert.Equal(["revoked"], cut);
    }

    private static async Task<(SessionHost Host, string Ben)> OpenAsync(Engine engine, int minutes = 5)
    {
        var host = await engine.HostAsync(minutes);
        var ben = await engine.SeatAsync(host);
        await engine.TeachAsync(host, new OpenStep("probe"));
        return (host, ben);
    }

    internal static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (!await holds())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
