using System.Text;
using System.Text.Json.Nodes;
using CivicsClass.Sessions;

namespace CivicsClass.Tests.Sessions;

public sealed class AudienceTests
{
    [Fact]
    public async Task A_burst_reaches_the_teacher_at_once_and_then_as_one_patch()
    {
        await using var engine = await Engine.StartAsync();
        var host = await engine.HostAsync();
        var ben = await engine.SeatAsync(host);
        await engine.TeachAsync(host, new OpenStep("probe"));
        await Engine.EnterAsync(host, "console", "teacher");
        engine.Time.Advance(TimeSpan.FromSeconds(1));
        var before = engine.Heard.Patches("teacher").Count;

        for (var i = 0; i < 50; i++)
            await engine.SayAsync(host, ben, $"line {i}");

        Assert.Equal(before + 1, engine.Heard.Patches("teacher").Count);
        engine.Time.Advance(TimeSpan.FromSeconds(1));
        await SessionHostTests.UntilAsync(() => Task.FromResult(engine.Heard.Patches("teacher").Count == before + 2));
        Assert.Contains("\"said\":50", engine.Heard.Patches("teacher")[^1].Json);
    }

    [Fact]
    public async Task A_teacher_sees_what_she_does_at_once_however_busy_the_class_is()
    {
        await using var engine = await Engine.StartAsync();
        var host = await engine.HostAsync();
        var ben = await engine.SeatAsync(host);
        await engine.TeachAsync(host, new OpenStep("probe"));
        await Engine.EnterAsync(host, "console", "teacher");
        engine.Time.Advance(TimeSpan.FromSeconds(1));
        await engine.SayAsync(host, ben, "first");
        await engine.SayAsync(host, ben, "second");
        var before = engine.Heard.Patches("teacher").Count;

        await engine.TeachAsync(host, new PausePosting(ben, true));
        await engine.TeachAsync(host, new PausePosting(ben, false));

        Assert.Equal(before + 2, engine.Heard.Patches("teacher").Count);
        Assert.Contains("\"said\":2", engine.Heard.Patches("teacher")[before].Json);
    }

    [Fact]
    public async Task What_a_teacher_does_reaches_the_class_soon_however_busy_it_is()
    {
        await using var engine = await Engine.StartAsync();
        var host = await engine.HostAsync();
        var ben = await engine.SeatAsync(host);
        await Engine.EnterAsync(host, "b", "class", ben);
        engine.Time.Advance(TimeSpan.FromSeconds(1));
        await engine.TeachAsync(host, new CallEyesUp(true));
        var before = engine.Heard.Patches("class").Count;

        await engine.TeachAsync(host, new CallEyesUp(false));

        Assert.Equal(before, engine.Heard.Patches("class").Count);
        engine.Time.Advance(TimeSpan.FromMilliseconds(100));
        await SessionHostTests.UntilAsync(() => Task.FromResult(engine.Heard.Patches("class").Count == before + 1));
    }

    [Fact]
    public async Task What_a_student_says_reaches_no_other_student()
    {
        await using var engine = await Engine.StartAsync();
        var host = await engine.HostAsync();
        var (ben, chi) = (await engine.SeatAsync(host), await engine.SeatAsync(host));
        await engine.TeachAsync(host, new OpenStep("probe"));
        await Engine.EnterAsync(host, "b", "class", ben);
        await Engine.EnterAsync(host, "c", "class", chi);
        engine.Time.Advance(TimeSpan.FromSeconds(1));
        var before = engine.Heard.Patches("class").Count;

        await engine.SayAsync(host, ben, "mine");
        engine.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(before, engine.Heard.Patches("class").Count);
        var patch = Assert.Single(engine.Heard.Patches("my"), p => p.Json.Contains("mine", StringComparison.Ordinal));
        Assert.Equal(ben, patch.Participant);
    }

    [Fact]
    public async Task A_screen_that_nobody_looked_at_shows_what_happened_meanwhile()
    {
        await using var engine = await Engine.StartAsync();
        var host = await engine.HostAsync();
        var ben = await engine.SeatAsync(host);
        await Engine.EnterAsync(host, "console", "teacher");
        await engine.TeachAsync(host, new OpenStep("probe"));
        host.Leave("console");
        var before = engine.Heard.Patches("teacher").Count;
        await engine.SayAsync(host, ben, "while nobody looked");
        engine.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(before, engine.Heard.Patches("teacher").Count);

        var entered = await Engine.EnterAsync(host, "console again", "teacher");

        Assert.Contains("\"said\":1", Encoding.UTF8.GetString(entered.Views["teacher"].View!.Value.Utf8.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_names_the_version_in_which_the_effect_shows()
    {
        await using var engine = await Engine.StartAsync();
        var host = await engine.HostAsync();
        var ben = await engine.SeatAsync(host);
        await engine.TeachAsync(host, new OpenStep("probe"));
        var entered = await Engine.EnterAsync(host, "b", "class", ben);

        var outcome = await engine.SayAsync(host, ben, "mine");

        Assert.Equal([entered.Views["my"].Version[0], entered.Views["my"].Version[1] + 1], outcome.My!);
    }

    [Fact]
    public async Task One_page_gets_its_change_with_the_answer_and_two_pages_get_it_each()
    {
        await using var engine = await Engine.StartAsync();
        var host = await engine.HostAsync();
        var ben = await engine.SeatAsync(host);
        await engine.TeachAsync(host, new OpenStep("probe"));
        var entered = await Engine.EnterAsync(host, "phone", "class", ben);
        var sent = engine.Heard.Patches("my").Count;

        var alone = await host.DoAsync(Actor.Student(ben), Guid.NewGuid(), new Say("probe", "alone"), engine.Now, "phone");
        Assert.Equal(entered.Views["my"].Version, alone.From!);
        Assert.Equal(sent, engine.Heard.Patches("my").Count);
        Assert.Contains("alone", System.Text.Encoding.UTF8.GetString(alone.Patch!.Value.Utf8.Span));

        await Engine.EnterAsync(host, "laptop", "class", ben);
        var both = await host.DoAsync(Actor.Student(ben), Guid.NewGuid(), new Say("probe", "both"), engine.Now, "phone");
        Assert.Null(both.Patch);
        Assert.Contains("both", engine.Heard.Patches("my")[^1].Json);
        Assert.Equal(sent + 1, engine.Heard.Patches("my").Count);
    }

    [Fact]
    public async Task Who_holds_the_newest_version_is_not_sent_it_again()
    {
        await using var engine = await Engine.StartAsync();
        var host = await engine.HostAsync();
        var ben = await engine.SeatAsync(host);
        var first = await Engine.EnterAsync(host, "b", "class", ben);
        Assert.NotNull(first.Views["class"].View);

        var again = await host.EnterAsync(new Listener("b", "class", ben, null, () => { }), first.Views.ToDictionary(v => v.Key, v => v.Value.Version));

        Assert.Null(again.Views["class"].View);
        Assert.Null(again.Views["my"].View);
    }

    [Fact]
    public async Task What_changed_while_a_student_was_away_is_sent_on_return()
    {
        await using var engine = await Engine.StartAsync();
        var host = await engine.HostAsync();
        var ben = await engine.SeatAsync(host);
        await engine.TeachAsync(host, new OpenStep("probe"));
        var before = await Engine.EnterAsync(host, "phone", "class", ben);
        host.Leave("phone");
        await engine.SayAsync(host, ben, "said by a request that was still under way");

        var back = await host.EnterAsync(new Listener("laptop", "class", ben, null, () => { }), before.Views.ToDictionary(v => v.Key, v => v.Value.Version));

        Assert.Contains("still under way", System.Text.Encoding.UTF8.GetString(back.Views["my"].View!.Value.Utf8.Span));
    }

    [Fact]
    public async Task The_version_is_repeated_after_a_change_and_then_now_and_then()
    {
        await using var engine = await Engine.StartAsync();
        var host = await engine.HostAsync();
        var ben = await engine.SeatAsync(host);
        await Engine.EnterAsync(host, "b", "class", ben);
        engine.Time.Advance(TimeSpan.FromSeconds(15));
        await Beats(engine, host);
        var calm = Beacons(engine);
        await engine.TeachAsync(host, new OpenStep("probe"));

        for (var i = 0; i < 8; i++)
        {
            engine.Time.Advance(TimeSpan.FromSeconds(1));
            host.Beat();
            await host.AskAsync((_, _) => 0);
        }

        Assert.True(Beacons(engine) - calm >= 3, $"{Beacons(engine) - calm} beacons");
    }

    [Fact]
    public async Task Two_tabs_are_one_student_and_away_means_both_are_gone()
    {
        await using var engine = await Engine.StartAsync();
        var host = await engine.HostAsync();
        var ben = await engine.SeatAsync(host);
        await Engine.EnterAsync(host, "tab-1", "class", ben);
        await Engine.EnterAsync(host, "tab-2", "class", ben);
        Assert.True(await HereAsync(engine, host, ben));

        host.Leave("tab-1");
        Assert.True(await HereAsync(engine, host, ben));
        host.Leave("tab-2");
        Assert.False(await HereAsync(engine, host, ben));
    }

    [Fact]
    public async Task A_draft_is_kept_for_its_student_alone_and_forgotten_when_empty_or_over()
    {
        await using var engine = await Engine.StartAsync();
        var host = await engine.HostAsync();
        var (ben, chi) = (await engine.SeatAsync(host), await engine.SeatAsync(host));
        await host.DoAsync(Actor.Student(ben), Guid.NewGuid(), new KeepDraft("debate/new/claim", "half a tho"), engine.Now);
        await host.DoAsync(Actor.Student(ben), Guid.NewGuid(), new KeepDraft("debate/new/reason", "because"), engine.Now);
        await host.DoAsync(Actor.Student(ben), Guid.NewGuid(), new KeepDraft("debate/new/reason", ""), engine.Now);

        await using var after = await engine.RestartAsync();
        host = (await after.Live.FindAsync(host.Key))!;
        var drafts = (await Engine.EnterAsync(host, "b", "class", ben)).Drafts!;

        Assert.Equal(("debate/new/claim", "half a tho"), (Assert.Single(drafts).Key, drafts.Single().Value.Text));
        Assert.Null((await Engine.EnterAsync(host, "c", "class", chi)).Drafts);
        await after.TeachAsync(host, new EndSession());
        Assert.Equal(0, await after.OnDiskAsync<int>("SELECT count(*) FROM \"Drafts\""));
    }

    [Fact]
    public async Task A_page_whose_answer_named_the_version_needs_no_beacon()
    {
        await using var engine = await Engine.StartAsync();
        var host = await engine.HostAsync();
        var (ben, chi) = (await engine.SeatAsync(host), await engine.SeatAsync(host));
        await Engine.EnterAsync(host, "b", "class", ben);
        await Engine.EnterAsync(host, "c", "class", chi);
        await engine.TeachAsync(host, new OpenStep("probe"));

        var first = await host.DoAsync(Actor.Student(ben), Guid.NewGuid(), new Say("probe", "one"), engine.Now, "b");
        var second = await host.DoAsync(Actor.Student(ben), Guid.NewGuid(), new Say("probe", "two"), engine.Now, "b");
        for (var i = 0; i < 5; i++)
        {
            engine.Time.Advance(TimeSpan.FromSeconds(1));
            host.Beat();
            await host.AskAsync((_, _) => 0);
        }

        Assert.NotNull(first.Class);
        Assert.Null(second.Class);
        var beacons = engine.Heard.All.Where(s => s is { What: "Beacon", Audience: "class" }).Select(s => s.Json).ToArray();
        Assert.Contains(beacons, json => json.StartsWith("c: class", StringComparison.Ordinal));
        Assert.DoesNotContain(beacons, json => !json.StartsWith("c: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_somebody_else_changed_after_the_answer_is_repeated()
    {
        await using var engine = await Engine.StartAsync();
        var host = await engine.HostAsync();
        var ben = await engine.SeatAsync(host);
        await Engine.EnterAsync(host, "b", "class", ben);
        await Beats(engine, host);
        await engine.TeachAsync(host, new OpenStep("probe"));
        var answer = await host.DoAsync(Actor.Student(ben), Guid.NewGuid(), new Say("probe", "one"), engine.Now, "b");
        await engine.TeachAsync(host, new PausePosting(ben, true));
        var before = engine.Heard.All.Count;

        engine.Time.Advance(TimeSpan.FromSeconds(1));
        await Beats(engine, host);

        var beacon = Assert.Single(engine.Heard.All.Skip(before), s => s is { What: "Beacon", Audience: "class" });
        Assert.EndsWith($"my={answer.My![0]},{answer.My[1] + 1}", beacon.Json, StringComparison.Ordinal);
    }

    private static int Beacons(Engine engine) => engine.Heard.All.Count(s => s is { What: "Beacon", Audience: "class" } && s.Json.Contains("class=", StringComparison.Ordinal));

    private static async Task Beats(Engine engine, SessionHost host)
    {
        host.Beat();
        await host.AskAsync((_, _) => 0);
        Assert.NotEmpty(engine.Heard.All);
    }

    private static async Task<bool> HereAsync(Engine engine, SessionHost host, string participant)
    {
        var view = JsonNode.Parse((await Engine.EnterAsync(host, "look", "teacher")).Views["teacher"].View!.Value.Utf8.Span)!;
        return view["roster"]![participant]!["here"]!.GetValue<bool>();
    }
}
