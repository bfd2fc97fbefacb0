using System.Collections.Concurrent;
using Microsoft.Playwright;

[assembly: CollectionBehavior(MaxParallelThreads = 2)]

namespace CivicsClass.E2E;

/// <summary>One real browser for the tests of a class; every person gets a profile of their own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>What any page complained of, security policy violations and script errors above all.</summary>
    public ConcurrentQueue<string> Complaints { get; } = [];

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CIVICS_CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        SetDefaultExpectTimeout(15_000);
    }

    public async Task<IPage> PersonAsync(string who, int width, int height, ColorScheme scheme = ColorScheme.Light, string? script = null)
    {
        var context = await _browser!.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = scheme });
        context.SetDefaultTimeout(15_000);
        if (script is not null)
            await context.AddInitScriptAsync(script);
        return await TabAsync(context, who);
    }

    public async Task<IPage> TabAsync(IBrowserContext context, string who)
    {
        var page = await context.NewPageAsync();
        page.PageError += (_, problem) => Complaints.Enqueue($"{who}: {problem}");
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase) || message.Text.Contains("Permissions-Policy", StringComparison.Ordinal))
                Complaints.Enqueue($"{who}: {message.Text}");
        };
        return page;
    }

    /// <summary>The end of a test: no page complained, and none stays open to look for a server that is gone.</summary>
    public async Task LeaveAsync()
    {
        foreach (var context in _browser!.Contexts.ToArray())
            await context.CloseAsync();
        MustBeCalm();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    private void MustBeCalm()
    {
        var heard = Complaints.ToArray();
        Complaints.Clear();
        Assert.True(heard.Length == 0, string.Join('\n', heard));
    }
}
