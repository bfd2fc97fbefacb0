using System.Net;
using System.Text.RegularExpressions;
using CivicsClass.Accounts;
using CivicsClass.Library;
using CivicsClass.Tests.Library;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CivicsClass.Tests.Lessons;

/// <summary>A server with one small topic, and Ana, who teaches and makes lessons of her own.</summary>
internal sealed class OwnLessons : IAsyncDisposable
{
    private OwnLessons(TestServer server, Teacher ana, Browser browser, Guid topic) => (Server, Ana, Browser, Topic) = (server, ana, browser, topic);

    public TestServer Server { get; }
    public Teacher Ana { get; }
    public Browser Browser { get; }
    /// <summary>The topic's first version.</summary>
    public Guid Topic { get; }

    /// <summary>The server's library must be empty.</summary>
    public static async Task<OwnLessons> OnAsync(TestServer server)
    {
        var ana = await server.TeacherAsync();
        return new OwnLessons(server, ana, await server.SignedInAsync(ana), await PublishAsync(server, new SamplePack()));
    }

    public Task<Guid> PublishAsync(SamplePack pack) => PublishAsync(Server, pack);

    /// <returns>The address of Ana's copy.</returns>
    public async Task<string> CopyAsync()
    {
        var copied = await Browser.SubmitAsync($"/library/packs/{Topic}", $"/library/packs/{Topic}?handler=Copy", ("lesson", "short"));
        Assert.Equal(HttpStatusCode.Redirect, copied.StatusCode);
        return copied.Headers.Location!.OriginalString.Split('?')[0];
    }

    public Task<TeacherLesson> RowAsync() => Server.InDatabaseAsync(db => db.TeacherLessons.AsNoTracking().SingleAsync());

    /// <summary>A complete draft of Ana's.</summary>
    public async Task<Guid> DraftAsync(string title, string text, Browser? by = null)
    {
        var saved = await (by ?? Browser).SubmitAsync("/library/drafts/new", ("Title", title), ("Author", "Ana"), ("Publisher", "Our school"), ("Date", "2024-05"), ("Kind", "Secondary"), ("LawAsOf", ""),
            ("RightsKind", "own"), ("RightsNote", ""), ("Language", "en"), ("Text", text));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        return Guid.Parse(saved.Headers.Location!.OriginalString.Split('/')[^1]);
    }

    /// <summary>Every field of the first form with steps, as a browser would send it.</summary>
    public static List<(string Name, string Value)> Fields(string html)
    {
        var form = Regex.Match(html, "<form[^>]*action=\"/lessons/[^>]*>.*?</form>", RegexOptions.Singleline).Value;
        var fields = new List<(string, string)>();
        foreach (Match tag in Regex.Matches(form, "<(input|textarea|select)\\b([^>]*)>(.*?)(?=<(?:input|textarea|select|/form)\\b)", RegexOptions.Singleline))
        {
            var (kind, attributes) = (tag.Groups[1].Value, tag.Groups[2].Value);
            var name = WebUtility.HtmlDecode(Regex.Match(attributes, "\\bname=\"([^\"]*)\"").Groups[1].Value);
            var value = kind switch
            {
                "textarea" => Regex.Match(tag.Groups[3].Value, "^(.*?)</textarea>", RegexOptions.Singleline).Groups[1].Value,
                "select" => Regex.Match(tag.Groups[3].Value, "<option value=\"([^\"]*)\" selected").Groups[1].Value,
                _ => Regex.Match(attributes, "\\bvalue=\"([^\"]*)\"").Groups[1].Value,
            };
            if (name.Length > 0 && name != "__RequestVerificationToken" && (!attributes.Contains("type=\"checkbox\"", StringComparison.Ordinal) || attributes.Contains(" checked", StringComparison.Ordinal)))
                fields.Add((name, WebUtility.HtmlDecode(value)));
        }
        return fields;
    }

    public static void Set(List<(string Name, string Value)> fields, string name, string value)
    {
        var at = fields.FindIndex(f => f.Name == name);
        Assert.True(at >= 0, $"The form has no {name}.");
        fields[at] = (name, value);
    }

    /// <summary>Opens the editor, lets the test change its fields, and presses a button.</summary>
    public async Task<(HttpResponseMessage Answer, string Html)> PressAsync(string lesson, string handler, Action<List<(string Name, string Value)>> change)
    {
        var html = await Browser.ReadAsync(lesson);
        return await PressAsync(lesson, handler, html, change);
    }

    public async Task<(HttpResponseMessage Answer, string Html)> PressAsync(string lesson, string handler, string html, Action<List<(string Name, string Value)>> change)
    {
        var fields = Fields(html);
        change(fields);
        var answer = await Browser.SendFormAsync(lesson + (handler.Length > 0 ? $"?handler={handler}" : ""), CivicsClass.Tests.Browser.Token(html), [.. fields]);
        return (answer, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await Server.DisposeAsync();
    }

    private static Task<Guid> PublishAsync(TestServer server, SamplePack pack) => server.InScopeAsync(async services =>
    {
        var report = await services.GetRequiredService<PackDoor>().PublishAsync(pack.Files, "test");
        Assert.Equal(PackOutcome.Taken, report.Outcome);
        return report.Version!.Id;
    });
}
