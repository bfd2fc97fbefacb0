using System.Collections.Concurrent;
using System.Net;
using CivicsClass.Accounts;
using CivicsClass.Sessions;
using CivicsClass.Tests.Reports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace CivicsClass.Tests.Watching;

/// <summary>S15.</summary>
public sealed class LogTests
{
    private const string Marker = "m4rk3d";

    [Fact]
    public async Task No_name_text_word_password_or_token_stands_in_the_log_whatever_goes_wrong()
    {
        var book = new LogBook();
        await using var server = await TestServer.StartAsync(
            settings: new() { ["Logging:LogLevel:Default"] = "Information" },
            services: s => s.AddSingleton<ILoggerProvider>(book));
        var ana = await server.TeacherAsync($"{Marker}-ana@school.example");
        using var browser = server.Browser();
        await browser.SubmitAsync("/sign-in", ("Email", ana.Email!), ("Password", $"{Marker} password that is wrong"));
        await browser.SubmitAsync("/sign-in", ("Email", $"{Marker}@nobody.example"), ("Password", $"{Marker} password"));
        using var signedIn = await server.SignedInAsync(ana);
        await browser.GetAsync($"/setup/{Marker}-setup-token");
        await browser.GetAsync($"/invite/{Marker}-invitation");

        var lesson = await TaughtLesson.EmptyAsync(server, ana);
        var code = lesson.Host.Row.JoinCode!;
        using var ben = server.Browser();
        await ben.SubmitAsync($"/join/{code}", $"/join/{code}?handler=Return", ("word", $"{Marker}-recovery-word-wrong"));
        Assert.Equal(HttpStatusCode.Redirect, (await ben.SubmitAsync($"/join/{code}", ("ticket", $"{Guid.NewGuid()}"), ("name", $"Ben {Marker}"))).StatusCode);
        await lesson.LearnAsync("p1", new KeepDraft("debate.claim", $"{Marker} kept"));
        using (var wall = server.Browser())
        {
            await wall.GetAsync($"/s/{lesson.Key}/wall/{lesson.Host.Row.WallToken}");
            using var page = await WallSocket.OpenAsync(server, wall, lesson.Key, $"?access_token={Marker}-access");
            await page.EnterAsync("{}");
            await page.SendAsync($$"""{"type":1,"target":"Do","arguments":["{{Marker}} no id",{"kind":"{{Marker}}"}]}""");
            await page.SendAsync($$"""{"type":1,"invocationId":"x","target":"{{Marker}}","arguments":[]}""");
            await page.EnterAsync("{}");
        }
        using (var strange = new HttpRequestMessage(HttpMethod.Get, $"/s/{lesson.Key}/student?access_token={Marker}-foreign"))
        {
            strange.Headers.TryAddWithoutValidation("Origin", "https://evil.example");
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.SendAsync(strange)).StatusCode);
        }

        await Break.EventsAsync(server);
        await Assert.ThrowsAnyAsync<Exception>(() => lesson.LearnAsync("p1", new KeepDraft("debate.claim", $"{Marker} lost")));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await signedIn.GetAsync($"/s/{lesson.Key}/report?names={Marker}")).StatusCode);
        await Break.MendEventsAsync(server);

        Assert.Contains(book.Lines, line => line.Contains("could not be stored", StringComparison.Ordinal));
        Assert.Contains(book.Lines, line => line.Contains("its origin is https://evil.example", StringComparison.Ordinal));
        string[] secrets = [Marker, lesson.Host.Row.WallToken, TestServer.Password];
        Assert.All(book.Lines, line => Assert.All(secrets, secret => Assert.DoesNotContain(secret, line, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task Asked_for_JSON_the_console_writes_it_without_the_addresses_of_requests()
    {
        await using var server = await TestServer.StartAsync(settings: new() { ["Logging:Json"] = "true" });

        Assert.Equal(ConsoleFormatterNames.Json, server.Services.GetRequiredService<IOptions<ConsoleLoggerOptions>>().Value.FormatterName);
        Assert.Single(server.Services.GetServices<ILoggerProvider>());
        Assert.False(server.Services.GetRequiredService<IOptions<JsonConsoleFormatterOptions>>().Value.IncludeScopes);
    }

    private sealed class LogBook : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = [];

        public IReadOnlyList<string> Lines => [.. _lines];
        public ILogger CreateLogger(string categoryName) => this;
        public bool IsEnabled(LogLevel logLevel) => true;
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        /// <summary>The sentence, every value in it, and the whole of what was thrown.</summary>
        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _lines.Enqueue($"{formatter(state, exception)} {string.Join(' ', state as IEnumerable<KeyValuePair<string, object?>> ?? [])} {exception}");

        public void Dispose()
        {
        }
    }
}
