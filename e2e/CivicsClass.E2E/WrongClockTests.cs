using System.Text.RegularExpressions;
using CivicsClass.E2E.Screens;
using Microsoft.Playwright;

namespace CivicsClass.E2E;

/// <summary>R5 in the browser: a device whose clock is wrong shows the server's time and is in time when the server says so.</summary>
public sealed partial class WrongClockTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private const int Hour = 3_600_000;
    private readonly School _school = new();

    public ValueTask InitializeAsync() => _school.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await chromium.LeaveAsync();
        await _school.DisposeAsync();
    }

    [Fact]
    public async Task A_clock_an_hour_wrong_shows_the_right_time_left_and_makes_nobody_late()
    {
        var ana = await TeacherScreen.SetUpAsync(chromium, _school);
        await ana.StartAsync("Full debate");
        var address = await ana.JoinAddressAsync();
        var ahead = await StudentScreen.JoinAsync(chromium, address, "Ben Okafor", script: ClockWrongBy(Hour));
        var behind = await StudentScreen.JoinAsync(chromium, address, "Chi Nguyen", script: ClockWrongBy(-Hour));
        await ana.OpenStepAsync("Check the law together");
        await ana.NextAsync("Open question 1");

        foreach (var student in new[] { ahead, behind })
        {
            Assert.InRange(Math.Abs(await student.Page.EvaluateAsync<double>("Date.now()") - TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()), Hour - 60_000, Hour + 60_000);
            await Expect(student.Page.GetByRole(AriaRole.Timer)).ToHaveTextAsync(MinuteOrLess());
            await student.AnswerAsync(1);
            await Expect(student.Saved).ToHaveTextAsync("Saved · B");
        }
        await Expect(ana.Page.Locator("main")).ToContainTextAsync("2 of 2");
    }

    private static string ClockWrongBy(int milliseconds) => $$"""
        {
          const RealDate = Date;
          const off = {{milliseconds}};
          globalThis.Date = class extends RealDate {
            constructor(...given) { super(...(given.length === 0 ? [RealDate.now() + off] : given)); }
            static now() { return RealDate.now() + off; }
          };
        }
        """;

    [GeneratedRegex(@"^(1:0\d|0:[0-5]\d) left$")]
    private static partial Regex MinuteOrLess();
}
