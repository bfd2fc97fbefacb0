using System.Globalization;
using System.Text.Json;
using CivicsClass.E2E.Screens;
using Microsoft.Playwright;

namespace CivicsClass.E2E;

/// <summary>What nobody should type or send, typed and sent all the same: refused with a sentence, or shown as the words it is. Nothing is lost.</summary>
public sealed class BadInputTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private const string Markup = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script> & \"so\" </p>{{1}}";
    private const string Odd = "👩🏽‍❤️‍💋‍👨🏿 من يقرر: المدينة؟ מי מחליט? e\u0301 क्षि";
    private readonly School _school = new();

    public ValueTask InitializeAsync() => _school.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await chromium.LeaveAsync();
        await _school.DisposeAsync();
    }

    [Theory]
    [InlineData(Markup)]
    [InlineData(Odd)]
    public async Task Whatever_stands_in_a_field_is_shown_as_it_was_typed_on_every_screen(string text)
    {
        var (ana, ben, chi) = await DebateAsync();
        var wall = await ana.OpenWallAsync();
        await FillAsync(ben, $"1 {text}", $"2 {text}", $"3 {text}", $"4 {text}", $"5 {text}");
        await ben.SendAsync();
        await ben.MustWaitAsync($"1 {text}");
        foreach (var n in new[] { 1, 2, 3, 4, 5 })
            await Expect(ana.Queue).ToContainTextAsync($"{n} {text}");
        await ana.PressAsync("a");

        foreach (var n in new[] { 1, 2, 3, 4, 5 })
            await Expect(chi.Board).ToContainTextAsync($"{n} {text}");
        await Expect(wall.Page.Locator("main")).ToContainTextAsync($"1 {text}");
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Show the map" }).ClickAsync();
        await Expect(wall.Page.Locator("figure.map")).ToContainTextAsync($"1 {text}");
        await wall.Page.MustSuitEverybodyAsync("wall, map");
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Map on the projector" }).ClickAsync();
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Spotlight" }).First.ClickAsync();
        foreach (var n in new[] { 1, 2, 3, 4, 5 })
            await Expect(wall.Page.Locator(".spotlight")).ToContainTextAsync($"{n} {text}");
        await ana.Page.GotoAsync(ana.Page.Url.Replace("/teach", "/report", StringComparison.Ordinal));
        foreach (var n in new[] { 1, 2, 3, 4, 5 })
            await Expect(ana.Page.Locator("main")).ToContainTextAsync($"{n} {text}");
        await Expect(ana.Page.Locator(".argument-map")).ToBeVisibleAsync();
        await ana.Page.MustSuitEverybodyAsync("report with a map");
        foreach (var page in new[] { ana.Page, ben.Page, chi.Page, wall.Page })
            Assert.NotEqual("owned", await page.TitleAsync());
    }

    [Fact]
    public async Task Ten_thousand_characters_are_refused_field_by_field_and_none_of_them_is_lost()
    {
        var (_, ben, _) = await DebateAsync();
        var text = new string('x', 10_000);
        await FillAsync(ben, text, text, text, text, text);

        await ben.SendAsync();

        foreach (var most in new[] { "300", "1,500", "600", "600", "1,000" })
            await ben.MustShowAsync($"10,000 of {most} characters. Shorten it by");
        await Expect(ben.Page.Locator("[aria-invalid=true]")).ToHaveCountAsync(5);
        await ben.ReloadAsync("A draft is kept");
        await ben.BeginArgumentAsync();
        await Expect(ben.Page.Locator("textarea")).ToHaveCountAsync(5);
        foreach (var field in await ben.Page.Locator("textarea").AllAsync())
            Assert.Equal(text, await field.InputValueAsync());
        await FillAsync(ben, "Short enough.", "Now it is.", "So it does.", "No.", "Yes.", isOpen: true);
        await ben.SendAsync();
        await ben.MustWaitAsync("Short enough.");
    }

    [Fact]
    public async Task A_claim_of_three_hundred_characters_is_taken_whatever_they_are_made_of()
    {
        var (_, ben, chi) = await DebateAsync();
        await ben.PostAsync(string.Concat(Enumerable.Repeat("😀", 300)), "Each of them is one.");
        await chi.BeginArgumentAsync();
        await chi.WriteAsync(string.Concat(Enumerable.Repeat("ب\u064B", 301)), "One too many.");
        await chi.QuoteAsync();
        await chi.SendAsync();
        await chi.MustShowAsync("301 of 300 characters. Shorten it by 1.");
    }

    [Fact]
    public async Task A_quotation_that_does_not_stand_in_the_text_is_refused_whatever_sends_it()
    {
        var (_, ben, _) = await DebateAsync();
        var (passage, exact, side) = await TrayAsync(ben);

        Assert.Contains("letter for letter", await SendPastThePageAsync(ben, passage, exact[..^2] + (exact[^2] == 'x' ? 'y' : 'x') + exact[^1], side), StringComparison.Ordinal);
        Assert.Contains("letter for letter", await SendPastThePageAsync(ben, passage, exact.Replace('e', '\u0435'), side), StringComparison.Ordinal);
        Assert.Contains("letter for letter", await SendPastThePageAsync(ben, passage, "As an earlier version of this text had it.", side), StringComparison.Ordinal);
        Assert.Contains("not in your evidence tray", await SendPastThePageAsync(ben, "one-market.1.1", exact, side), StringComparison.Ordinal);
        Assert.Equal("", await SendPastThePageAsync(ben, passage, exact, side));
        await ben.MustWaitAsync("Sent past the page.");
    }

    [Fact]
    public async Task The_second_of_two_consoles_is_told_that_somebody_has_decided_already()
    {
        var (ana, ben, chi) = await DebateAsync();
        var colleague = await chromium.TabAsync(ana.Page.Context, "second console");
        await ben.PostAsync("Two people read this.", "At the same time.");
        await chi.PostAsync("This comes next.", "In both queues.");
        await colleague.GotoAsync(ana.Page.Url);
        var queue = colleague.GetByRole(AriaRole.Region, new() { Name = "Moderation" });
        await Expect(queue).ToContainTextAsync("Two people read this.");

        await ana.PressAsync("a");
        await Expect(chi.Board).ToContainTextAsync("Two people read this.");
        await Expect(queue).ToContainTextAsync("Decided meanwhile.");
        await Expect(queue).ToContainTextAsync("Approved");
        await colleague.Keyboard.PressAsync("r");

        await Expect(chi.Board).ToContainTextAsync("Two people read this.");
        await Expect(chi.Posts).ToContainTextAsync("This comes next.");
        await Expect(ben.Posts.Locator("article").Filter(new() { HasText = "Two people read this." })).Not.ToContainTextAsync("returned", new() { IgnoreCase = true });
    }

    /// <summary>The argument's own fields, all of them.</summary>
    private static async Task FillAsync(StudentScreen student, string claim, string reason, string link, string counterclaim, string answer, bool isOpen = false)
    {
        if (!isOpen)
        {
            await student.BeginArgumentAsync();
            await student.WriteAsync(claim, reason);
            await student.QuoteAsync();
            await student.Page.GetByRole(AriaRole.Button, new() { Name = "Add a counterclaim" }).ClickAsync();
        }
        else
            await student.WriteAsync(claim, reason);
        await student.Page.GetByLabel("How does the quotation support your reason?").FillAsync(link);
        await student.Page.GetByLabel("What would the other side say?").FillAsync(counterclaim);
        await student.Page.GetByLabel("Your answer to it").FillAsync(answer);
    }

    /// <summary>A passage of the student's tray, its text, and the side the student writes for.</summary>
    private static async Task<(string Passage, string Exact, string Side)> TrayAsync(StudentScreen student)
    {
        var view = await PastThePageAsync(student, "Enter", "[{}]");
        using var entered = JsonDocument.Parse(view);
        var views = entered.RootElement.GetProperty("result").GetProperty("views");
        var my = views.GetProperty("my").GetProperty("view").GetProperty("steps");
        var passage = my.GetProperty("reading").GetProperty("tray")[0].GetString()!;
        var parts = passage.Split('.');
        var blocks = views.GetProperty("class").GetProperty("view").GetProperty("open").GetProperty("reading").GetProperty("readings").GetProperty(parts[0]).GetProperty("blocks");
        var block = blocks.EnumerateArray().First(b => b.TryGetProperty("number", out var number) && number.GetRawText() == parts[1]);
        return (passage, block.GetProperty("sentences")[int.Parse(parts[2], CultureInfo.InvariantCulture) - 1].GetString()!, my.GetProperty("debate").GetProperty("side").GetString()!);
    }

    /// <returns>The sentence of the refusal; empty when it was taken.</returns>
    private static async Task<string> SendPastThePageAsync(StudentScreen student, string passage, string exact, string side)
    {
        var command = new { kind = "debate.submit", step = "debate", argumentKind = "argue", side, claim = "Sent past the page.", basis = "fact", reason = "By a program.", quotations = new[] { new { passage, exact } } };
        var answer = await PastThePageAsync(student, "Do", JsonSerializer.Serialize(new object[] { Guid.NewGuid(), command }));
        using var outcome = JsonDocument.Parse(answer);
        return outcome.RootElement.GetProperty("result").TryGetProperty("refused", out var sentence) && sentence.ValueKind == JsonValueKind.String ? sentence.GetString()! : "";
    }

    /// <summary>Calls the hub with the student's own seat, as a program of theirs could.</summary>
    private static Task<string> PastThePageAsync(StudentScreen student, string method, string arguments) => student.Page.EvaluateAsync<string>("""
        ([method, args]) => new Promise((tell, fail) => {
          const socket = new WebSocket(location.href.replace(/^http/, 'ws').replace(/[/?#]*$/, '') + '/student');
          socket.onopen = () => socket.send('{"protocol":"json","version":1}\u001e');
          socket.onerror = () => fail(new Error('no socket'));
          let began = false;
          let text = '';
          socket.onmessage = ({ data }) => {
            text += data;
            for (let end; (end = text.indexOf('\u001e')) >= 0; text = text.slice(end + 1)) {
              const record = text.slice(0, end);
              if (!began) {
                began = true;
                socket.send(`{"type":1,"invocationId":"1","target":"${method}","arguments":${args}}\u001e`);
              } else if (record.startsWith('{"type":3')) {
                socket.close();
                tell(record);
              }
            }
          };
        })
        """, new[] { method, arguments });

    private async Task<(TeacherScreen Ana, StudentScreen Ben, StudentScreen Chi)> DebateAsync()
    {
        var ana = await TeacherScreen.SetUpAsync(chromium, _school);
        await ana.StartAsync("Full debate");
        var address = await ana.JoinAddressAsync();
        var (ben, chi) = (await StudentScreen.JoinAsync(chromium, address, "Ben Okafor", 360, 740), await StudentScreen.JoinAsync(chromium, address, "Chi Nguyen"));
        await ana.OpenStepAsync("Our norms");
        foreach (var student in new[] { ben, chi })
            await student.AcceptNormsAsync();
        await ana.OpenStepAsync("Read about both answers");
        foreach (var student in new[] { ben, chi })
            await student.KeepSentenceAsync(2);
        await ana.OpenStepAsync("Argue the side you are given");
        return (ana, ben, chi);
    }
}
