using System.Net;
using System.Text.RegularExpressions;
using CivicsClass.Library;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CivicsClass.Tests.Library.Topics;

/// <summary>A server whose library holds the sample pack, and Ada, who edits it.</summary>
public abstract class TopicPages : IAsyncLifetime
{
    private protected TestServer Server { get; private set; } = null!;
    private protected Browser Ada { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Server = await TestServer.StartAsync(settings: new() { ["Seed:Folder"] = "none" });
        Ada = await Server.SignedInAsync(await Server.AdminAsync());
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Ada.Dispose();
        return Server.DisposeAsync();
    }

    /// <returns>The path of the topic in progress.</returns>
    private protected async Task<string> EditSampleAsync(SamplePack? pack = null)
    {
        var report = await PublishAsync(pack ?? new SamplePack());
        var begun = await Ada.SubmitAsync($"/library/packs/{report.Version!.Id}", "/library/topics/new?handler=From", ("version", $"{report.Version.Id}"));
        Assert.Equal(HttpStatusCode.Redirect, begun.StatusCode);
        return begun.Headers.Location!.OriginalString;
    }

    private protected Task<PackReport> PublishAsync(SamplePack pack) =>
        Server.InScopeAsync(s => s.GetRequiredService<PackDoor>().PublishAsync(pack.Files, "seed"));

    private protected async Task<Browser> BeaAsync() => await Server.SignedInAsync(await Server.AdminAsync("bea@school.example"));

    private protected Task<HttpResponseMessage> DoAsync(string topic, string handler, params (string Name, string Value)[] fields) =>
        Ada.SubmitAsync(topic, $"{topic}?handler={handler}", fields);

    /// <summary>Presses the button that the page shows now.</summary>
    /// <param name="who">Ada, if nobody is named.</param>
    /// <param name="part">The part whose page it is pressed on; else the topic's.</param>
    private protected async Task<HttpResponseMessage> PressAsync(string name, string topic, Browser? who = null, string part = "", bool sure = false)
    {
        var page = await (who ?? Ada).ReadAsync(part.Length > 0 ? $"{topic}/{part}" : topic);
        var step = Regex.Match(page, $"handler={name}&amp;back=[^>]*>\\s*<input type=\"hidden\" name=\"step\" value=\"(\\d+)\"").Groups[1].Value;
        return await (who ?? Ada).SubmitAsync(topic, $"{topic}?handler={name}&back={part}", ("step", step), ("sure", sure ? "true" : "false"));
    }

    private protected Task<string> TextAsync(string path) =>
        Server.InDatabaseAsync(db => db.TopicDraftFiles.Where(f => f.Path == path).Select(f => f.Text).SingleAsync());

    private protected static async Task<string> ReadAsync(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

    private protected async Task<string> PageAsync(string path) => WebUtility.HtmlDecode(await Ada.ReadAsync(path));
}
