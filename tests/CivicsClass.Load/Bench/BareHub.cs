using System.Text.Json;
using Microsoft.AspNetCore.SignalR;

namespace CivicsClass.Load.Bench;

/// <summary>The ceiling: SignalR alone, speaking the product's own wire with messages of the same size. Join a group, broadcast an
/// opened question, acknowledge an answer; no session, no rules, no log.</summary>
public sealed class BareHub(BareHub.Payloads sizes) : Hub
{
    /// <param name="EnterBytes">Length of the view that Enter returns.</param>
    /// <param name="PatchBytes">Length of the patch that opens a question.</param>
    public sealed record Payloads(int EnterBytes, int PatchBytes);

    public sealed record Command(string Kind, string Step, string Item, IReadOnlyList<string>? Options);

    public sealed record Entered(long Now, IReadOnlyDictionary<string, EnteredView> Views);

    public sealed record EnteredView(int[] Version, string View);

    private const string Verb = "hub";

    public static bool IsAsked(string[] args) => args is [Verb, ..];

    public static string[] Arguments(Payloads sizes) => [Verb, $"--enter={sizes.EnterBytes}", $"--patch={sizes.PatchBytes}"];

    public static async Task RunAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args[1..]);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton(new Payloads(builder.Configuration.GetValue("enter", 1000), builder.Configuration.GetValue("patch", 1000)));
        builder.Services.AddSignalR();
        var app = builder.Build();
        app.MapHub<BareHub>("/s/{key}/student");
        app.MapHub<BareHub>("/s/{key}/teacher");
        await app.RunAsync();
    }

    public override Task OnConnectedAsync()
    {
        Context.Items["key"] = (string)Context.GetHttpContext()!.Request.RouteValues["key"]!;
        return Task.CompletedTask;
    }

    public async Task<Entered> Enter(Dictionary<string, int[]> have)
    {
        await Groups.AddToGroupAsync(Context.ConnectionId, Key);
        return new Entered(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds(), new Dictionary<string, EnteredView> { ["class"] = new([1, have.Count], new string('v', sizes.EnterBytes)) });
    }

    public Task<Outcome> Do(Guid id, Command command)
    {
        if (command.Kind == "quiz.open")
            _ = Clients.Group(Key).SendAsync("Patch", "class", From, To, new Patch(command.Item, new string('p', sizes.PatchBytes)));
        return Task.FromResult(new Outcome(id.Version + 1_000, To, null));
    }

    public sealed record Outcome(long? Seq, int[]? My, string? Refused);

    public sealed record Patch(string Current, string Text);

    private static readonly int[] From = [1, 10], To = [1, 11];

    private string Key => (string)Context.Items["key"]!;
}
