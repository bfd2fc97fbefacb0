using System.Net;
using System.Text.RegularExpressions;
using CivicsClass.Library;
using Microsoft.Extensions.DependencyInjection;

namespace CivicsClass.Tests.Library.Finding;

public sealed class SearchPagesTests : IAsyncLifetime
{
    private TestServer _server = null!;
    private Browser _ana = null!;
    private Guid _uniforms;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.StartAsync(settings: new() { ["Seed:Folder"] = "none" });
        _ana = await _server.SignedInAsync(await _server.TeacherAsync());
        _uniforms = await PublishAsync(new SamplePack());
    }

    public ValueTask DisposeAsync()
    {
        _ana.Dispose();
        return _server.DisposeAsync();
    }

    [Fact]
    public async Task All_words_must_occur_in_one_text_wherever_they_stand_in_it()
    {
        var found = await SearchAsync("q=COURTS+schools");
        Assert.Equal(["What the law says"], Titles(found));
        Assert.Contains("<mark>Courts</mark> look at speech.", found, StringComparison.Ordinal);
        Assert.Contains("<mark>Schools</mark> may set rules.", found, StringComparison.Ordinal);

        Assert.Empty(Titles(await SearchAsync("q=courts+principal")));
        Assert.Equal(["Dress code"], Titles(await SearchAsync("q=rules+clothes")));
        Assert.Equal(["Who may set a dress code?"], Titles(await SearchAsync("q=tailor+schools")));
        Assert.Equal(["Uniforms at school"], Titles(await SearchAsync("q=some+schools+require")));
        Assert.Equal(["For uniforms"], Titles(await SearchAsync("q=for+uniforms+principal")));
    }

    [Fact]
    public async Task Accents_and_case_do_not_count_and_a_title_stands_first()
    {
        await PublishAsync(new SamplePack().Change("pack.yaml", "id: school-uniforms", "id: second").Change("pack.yaml", "title: Uniforms at school", "title: José and the Ærø ferry")
            .Change("readings/03-for-choice.md", "Clothes speak.", "Clothes speak, José said."));

        var titles = Titles(await SearchAsync("q=jose"));

        Assert.Equal(["José and the Ærø ferry", "For choice"], titles);
        Assert.Equal(["José and the Ærø ferry"], Titles(await SearchAsync("q=AERO+JOSE%CC%81")));
    }

    [Fact]
    public async Task Every_result_leads_to_a_place_that_is_there()
    {
        var links = new List<string>();
        foreach (var query in new[] { "q=courts", "q=uniforms", "q=speak", "q=rules", "q=tailor", "side=argues" })
            links.AddRange(Regex.Matches(await SearchAsync(query), "href=\"(/library/packs/[^\"]+#[^\"]+)\"").Select(m => m.Groups[1].Value));
        Assert.True(links.Count > 10);
        var page = await _ana.ReadAsync($"/library/packs/{_uniforms}");

        Assert.All(links, link => Assert.Contains($"id=\"{link.Split('#')[1]}\"", page, StringComparison.Ordinal));
        Assert.Contains(links, link => link.EndsWith("#what-the-law-says-2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Readings_are_narrowed_down_by_what_a_teacher_asks_of_them()
    {
        await PublishAsync(new SamplePack().Change("pack.yaml", "id: school-uniforms", "id: second").Change("pack.yaml", "title: Uniforms at school", "title: Long texts")
            .Change("readings/01-what-the-law-says.md", "Schools may set rules.", string.Join(' ', Enumerable.Repeat("The bus is late and we wait for it by the old red barn.", 40)))
            .Change("readings/02-for-uniforms.md", "kind: secondary", "kind: opinion").Change("readings/03-for-choice.md", "date: 2024-05", "date: 2024-05\nlanguage: es"));

        Assert.Equal(["For choice", "For choice", "For uniforms", "For uniforms"], Titles(await SearchAsync("side=argues")).Order());
        Assert.Equal(["What the law says", "What the law says"], Titles(await SearchAsync("side=background")));
        Assert.Equal(["For uniforms"], Titles(await SearchAsync("topic=second&side=require")));
        Assert.Empty(Titles(await SearchAsync("side=require")));
        Assert.Equal(["For uniforms"], Titles(await SearchAsync("kind=Opinion")));
        Assert.Equal(["For choice"], Titles(await SearchAsync("language=es")));
        Assert.Equal(["What the law says"], Titles(await SearchAsync("length=Medium")));
        Assert.Equal(["What the law says"], Titles(await SearchAsync("level=Middle")));
        Assert.Empty(Titles(await SearchAsync("level=College")));
        Assert.Equal(["For choice"], Titles(await SearchAsync("q=clothes&side=argues&language=es&topic=second&kind=Secondary&length=Short")));
        var form = await SearchAsync("q=clothes&topic=second&side=choose&kind=Secondary");
        foreach (var kept in new[] { "value=\"clothes\"", "<option value=\"second\" selected=\"selected\">", "<option value=\"choose\" selected=\"selected\">Clothing should be a choice", "<option value=\"Secondary\" selected=\"selected\">" })
            Assert.Contains(kept, form, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_found_says_what_to_try()
    {
        var none = await SearchAsync("q=zebra+stripes&kind=Opinion");

        foreach (var told in new[] { "Nothing found", "use fewer words: all of “zebra” and “stripes” must occur", "href=\"/library?q=zebra%20stripes\"", "bring in a reading of your own" })
            Assert.Contains(told, none, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("q=")]
    [InlineData("q=&topic=&side=&kind=&level=&length=&language=")]
    [InlineData("kind=Gossip&level=99x&length=-")]
    public async Task A_search_for_nothing_shows_the_topics(string query)
    {
        var page = await SearchAsync(query);

        Assert.Contains("<h2>Topics</h2>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"results\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_results_come_in_parts_with_addresses_of_their_own()
    {
        var pack = new SamplePack();
        for (var n = 10; n < 45; n++)
            pack.With($"readings/{n}-more-{n}.md", SamplePack.Reading("background", $"More {n}", "A zebra & a “lion” cross."));
        await PublishAsync(pack);

        var first = await SearchAsync("q=zebra");
        Assert.DoesNotContain("<script>alert", await SearchAsync("q=zebra+%3Cscript%3Ealert(1)%3C/script%3E"), StringComparison.Ordinal);
        Assert.Contains("35 results found", first, StringComparison.Ordinal);
        Assert.Equal(30, Titles(first).Count);
        Assert.Contains("A <mark>zebra</mark> &amp; a “lion” cross.", first, StringComparison.Ordinal);
        var next = Regex.Match(first, "href=\"(/library\\?[^\"]*from=30)\"").Groups[1].Value;
        Assert.Equal(["More 40", "More 41", "More 42", "More 43", "More 44"], Titles(await _ana.ReadAsync(WebUtility.HtmlDecode(next))));
    }

    [Fact]
    public async Task A_withdrawn_version_is_not_looked_through()
    {
        await PublishAsync(new SamplePack().Change("readings/01-what-the-law-says.md", "They ask for a reason.", "They ask a zebra."));
        Assert.Equal(["What the law says"], Titles(await SearchAsync("q=zebra")));
        var second = (await _server.Services.GetRequiredService<Packs>().LatestAsync()).Single();

        await _server.InDatabaseAsync(db =>
        {
            db.Withdrawals.Add(new Withdrawal { VersionId = second.Id, Reason = "Zebras.", By = "ada", At = DateTime.UnixEpoch });
            return db.SaveChangesAsync();
        });

        Assert.Empty(Titles(await SearchAsync("q=zebra")));
        Assert.Contains($"/library/packs/{_uniforms}", await SearchAsync("q=courts"), StringComparison.Ordinal);
    }

    private async Task<string> SearchAsync(string query)
    {
        var html = await _ana.ReadAsync($"/library?{query}");
        return html.Replace("&#x27;", "'", StringComparison.Ordinal).Replace("&#x201C;", "“", StringComparison.Ordinal).Replace("&#x201D;", "”", StringComparison.Ordinal);
    }

    private static List<string> Titles(string html) =>
        [.. Regex.Matches(html, "<h3><a href=\"[^\"]*\">(.*?)</a></h3>").Select(m => WebUtility.HtmlDecode(Regex.Replace(m.Groups[1].Value, "</?mark>", "")))];

    private Task<Guid> PublishAsync(SamplePack pack) => _server.InScopeAsync(async services =>
    {
        var report = await services.GetRequiredService<PackDoor>().PublishAsync(pack.Files, "test");
        Assert.True(report.Outcome == PackOutcome.Taken, string.Join('\n', report.Problems));
        return report.Version!.Id;
    });
}
