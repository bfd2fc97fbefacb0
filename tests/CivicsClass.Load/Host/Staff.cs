using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace CivicsClass.Load.Host;

/// <summary>The first admin of a new server, who also teaches.</summary>
public sealed partial class Staff
{
    private Staff(Browser browser, string password) => (Browser, Password) = (browser, password);

    public const string Email = "demo@example.org";
    public Browser Browser { get; }
    public string Password { get; }

    /// <summary>Goes through the first run as a person would: the printed link, then its form.</summary>
    public static async Task<Staff> SetUpAsync(ServerProcess server)
    {
        var link = SetupLink().Match(await server.LineAsync(line => SetupLink().IsMatch(line))).Value;
        var staff = new Staff(new Browser(server.Address), RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 16));
        var form = (await staff.Browser.GetAsync(new Uri(link).AbsolutePath)).Fill(("name", "Ana Demo"), ("email", Email), ("password", staff.Password));
        var done = await staff.Browser.SubmitAsync(form);
        return done.Address.AbsolutePath.StartsWith("/setup", StringComparison.Ordinal)
            ? throw new InvalidOperationException($"The first admin could not be made. The page says: {done.Text}")
            : staff;
    }

    /// <summary>Starts a lesson from the dashboard with everything as its form proposes it.</summary>
    public async Task<StartedSession> StartAsync(string lesson)
    {
        var dashboard = await Browser.GetAsync("/dashboard");
        var link = StartLink().Matches(dashboard.Html).Select(m => m.Groups[1].Value).FirstOrDefault(l => l.EndsWith("/" + lesson, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"The dashboard offers no lesson “{lesson}”. It says: {dashboard.Text}");
        var console = await Browser.SubmitAsync((await Browser.GetAsync(link)).Fill(("identity", "NameForTeacher")));
        return console.Attribute("data-key") is { } key
            ? new StartedSession(key, console.Address, new Uri(console.Attribute("data-join-url")!), new Uri(console.Attribute("data-wall-url")!))
            : throw new InvalidOperationException($"The lesson did not start. The page says: {console.Text}");
    }

    [GeneratedRegex("https?://\\S+/setup/\\S+")]
    private static partial Regex SetupLink();

    [GeneratedRegex("href=\"(/start/[^\"]+)\"")]
    private static partial Regex StartLink();
}

/// <param name="Join">Ends with the join code.</param>
/// <param name="Wall">The projector, with its token.</param>
public sealed record StartedSession(string Key, Uri Console, Uri Join, Uri Wall)
{
    public string Code => Join.Segments[^1];
    public Uri Hub(string who) => new(Console, $"/s/{Key}/{who}");
}
