using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using CivicsClass.Load.Host;

namespace CivicsClass.Load.Bench.Phone;

/// <summary>A headless Chromium that behaves like a phone, driven over its DevTools protocol; each page in a profile of its own, with an empty cache.
/// Source: chromedevtools.github.io/devtools-protocol.</summary>
public sealed class ChromiumPage : IAsyncDisposable
{
    private const string Said = "DevTools listening on ";
    private readonly TemporaryFolder _profile = new();
    private readonly ClientWebSocket _socket = new();
    private readonly ArraySegment<byte> _buffer = new byte[64 * 1024];
    private readonly Process _process;
    private string? _session;
    private int _lastId;

    private ChromiumPage(string program)
    {
        string[] switches =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--remote-debugging-port=0", $"--user-data-dir={_profile.Path}", "about:blank",
        ];
        _process = Process.Start(new ProcessStartInfo(program, switches) { RedirectStandardError = true, RedirectStandardOutput = true })!;
    }

    public static async Task<ChromiumPage> StartAsync()
    {
        var program = Environment.GetEnvironmentVariable("CIVICS_CHROMIUM") ?? "/usr/bin/chromium";
        if (!File.Exists(program))
            throw new FileNotFoundException($"This needs Chromium; there is none at {program}. CIVICS_CHROMIUM names another Chrome.");
        var page = new ChromiumPage(program);
        string? line;
        do
            line = await page._process.StandardError.ReadLineAsync();
        while (line is not null && !line.StartsWith(Said, StringComparison.Ordinal));
        await page._socket.ConnectAsync(new Uri((line ?? throw new InvalidOperationException("Chromium did not start."))[Said.Length..]), CancellationToken.None);
        return page;
    }

    /// <summary>A new profile that holds these cookies, slowed down as told.</summary>
    /// <param name="cookies">As in a Cookie header.</param>
    /// <param name="script">Runs before any script of the pages.</param>
    public async Task BeginAsync(PhoneProfile phone, Uri site, string cookies, string script)
    {
        _session = null;
        var context = (await AskAsync("Target.createBrowserContext", new { })).GetProperty("browserContextId").GetString();
        var target = (await AskAsync("Target.createTarget", new { url = "about:blank", browserContextId = context })).GetProperty("targetId").GetString();
        _session = (await AskAsync("Target.attachToTarget", new { targetId = target, flatten = true })).GetProperty("sessionId").GetString();
        await AskAsync("Page.enable", new { });
        await AskAsync("Network.enable", new { });
        foreach (var pair in cookies.Split("; ").Select(c => c.Split('=', 2)))
            await AskAsync("Network.setCookie", new { name = pair[0], value = pair[1], url = site.ToString() });
        await AskAsync("Page.addScriptToEvaluateOnNewDocument", new { source = script });
        await AskAsync("Emulation.setDeviceMetricsOverride", new { width = phone.Width, height = phone.Height, deviceScaleFactor = 3, mobile = true });
        await AskAsync("Emulation.setCPUThrottlingRate", new { rate = phone.TimesSlower });
        await AskAsync("Network.emulateNetworkConditions", new { offline = false, latency = phone.RoundTripMs, downloadThroughput = phone.BytesPerSecond, uploadThroughput = phone.BytesPerSecond });
    }

    public Task GoAsync(Uri address) => AskAsync("Page.navigate", new { url = address.ToString() });

    /// <summary>Waits for a promise in the page.</summary>
    public async Task<double> NumberAsync(string expression)
    {
        var answer = await AskAsync("Runtime.evaluate", new { expression, awaitPromise = true, returnByValue = true });
        return answer.TryGetProperty("exceptionDetails", out var problem)
            ? throw new InvalidOperationException($"The page says: {problem.GetProperty("text").GetString()}")
            : answer.GetProperty("result").GetProperty("value").GetDouble();
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _profile.Dispose();
    }

    /// <summary>One question at a time; what Chromium tells unasked is passed over.</summary>
    private async Task<JsonElement> AskAsync(string method, object parameters)
    {
        var id = ++_lastId;
        object message = _session is null ? new { id, method, @params = parameters } : new { id, method, @params = parameters, sessionId = _session };
        await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, true, CancellationToken.None);
        while (true)
        {
            var told = await HearAsync();
            if (!told.TryGetProperty("id", out var answers) || answers.GetInt32() != id)
                continue;
            return told.TryGetProperty("error", out var error) ? throw new InvalidOperationException($"{method}: {error}") : told.GetProperty("result");
        }
    }

    private async Task<JsonElement> HearAsync()
    {
        using var whole = new MemoryStream();
        WebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(_buffer, CancellationToken.None);
            whole.Write(_buffer.AsSpan(0, part.Count));
        }
        while (!part.EndOfMessage);
        return JsonSerializer.Deserialize<JsonElement>(whole.ToArray());
    }
}
