using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using CivicsClass.Library;
using CivicsClass.Library.Topics;
using CivicsClass.Quizzes.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CivicsClass.Tests.Library.Questions;

public sealed partial class QuestionPagesTests : IAsyncLifetime
{
    private const string Gift = """
        ::Who pays::Who pays for uniforms?{=Families#Often. ~The Senate#No. ~<b>Nobody</b>#Somebody does.####Families mostly do.}

        ::Essay::Say what you think.{}
        """;

    private TestServer _server = null!;
    private Browser _ada = null!;
    private string _topic = "";

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.StartAsync(settings: new() { ["Seed:Folder"] = "none" });
        _ada = await _server.SignedInAsync(await _server.AdminAsync());
        var taken = await SendAsync("/library/upload", "/library/upload", [], ("pack", "pack.zip", new SamplePack().Zip()));
        _topic = Link().Match(await taken.Content.ReadAsStringAsync()).Value;
    }

    public ValueTask DisposeAsync()
    {
        _ada.Dispose();
        return _server.DisposeAsync();
    }

    [Fact]
    public async Task Every_question_of_a_file_is_shown_with_what_was_understood_lost_and_refused()
    {
        Assert.Contains($"{_topic}/questions/import", await _ada.ReadAsync(_topic), StringComparison.Ordinal);

        var page = await ReadFileAsync(Gift);

        foreach (var html in new[] { page, await _ada.ReadAsync(_topic + "/questions/import") })
            Assert.Equal((2, 2), (Regex.Count(html, "<form method=\"post\""), Regex.Count(html, "name=\"__RequestVerificationToken\"")));
        foreach (var shown in new[] { "read as GIFT", "1 question to take, 1 refused", "quiz.txt, line 3", "essay question", "Who pays for uniforms?", "Families mostly do.", "Formatting was left out", "Still needed: rests on, difficulty", "Put this into every gap" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>Nobody", page, StringComparison.Ordinal);
        Assert.Equal(1, await _server.InDatabaseAsync(db => db.PackVersions.CountAsync()));
    }

    [Fact]
    public async Task Nothing_typed_is_lost_and_a_second_import_doubles_nothing()
    {
        var fields = Fields(await ReadFileAsync(Gift));
        fields["0.Stem"] = "Who pays for <i>uniforms</i> here?";

        var refused = await PageAsync(await SendAsync(_topic + "/questions/import", _topic + "/questions/import?handler=Add", fields));
        Assert.Contains("Some questions need another look", refused, StringComparison.Ordinal);
        Assert.Contains("Choose how hard it is.", refused, StringComparison.Ordinal);
        Assert.Contains("Who pays for <i>uniforms</i> here?</textarea>", refused, StringComparison.Ordinal);
        Assert.Contains("essay question", refused, StringComparison.Ordinal);

        (fields["all.RestsOn"], fields["all.Difficulty"], fields["all.Helps"]) = ("for-uniforms#1", "Medium", "require");
        fields = Fields(await PageAsync(await SendAsync(_topic + "/questions/import", _topic + "/questions/import?handler=Fill", fields)));
        var published = await SendAsync(_topic + "/questions/import", _topic + "/questions/import?handler=Add", fields);
        Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);
        Assert.EndsWith("?questions=1#quiz", published.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("1 question is in the topic now.", await _ada.ReadAsync(published.Headers.Location.OriginalString), StringComparison.Ordinal);
        Assert.Equal(1, await _server.InDatabaseAsync(db => db.PackVersions.CountAsync()));
        var pack = await NextAsync();
        Assert.Equal(3, pack.Quiz.Count);
        Assert.Equal(("who-pays", "Who pays for <i>uniforms</i> here?", "require", Difficulty.Medium, new ParagraphRef("for-uniforms", 1)), (pack.Quiz[2].Id, pack.Quiz[2].Stem, pack.Quiz[2].Helps, pack.Quiz[2].Difficulty, pack.Quiz[2].RestsOn.Single()));

        var again = await PageAsync(await SendAsync(_topic + "/questions/import", _topic + "/questions/import", [], ("files", "a.json", QuizFiles.Write(QuizFiles.Find("classquiz")!, "x", pack.Quiz))));
        Assert.Equal(3, Regex.Count(again, "There is nothing to take."));
        var nothing = await PageAsync(await SendAsync(_topic + "/questions/import", _topic + "/questions/import?handler=Add", Fields(again)));
        Assert.Contains("Nothing is chosen yet", nothing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_topic_that_changed_meanwhile_is_asked_again_and_what_was_typed_stays()
    {
        var fields = Fields(await ReadFileAsync(Gift));
        (fields["0.RestsOn"], fields["0.Difficulty"], fields["0.Helps"], fields["0.Explanation"]) = ("for-uniforms#1", "Easy", "neither", "Typed for an hour.");
        await SendAsync("/library/upload", "/library/upload", [], ("pack", "pack.zip", new SamplePack().Change("pack.yaml", "Some schools", "Many schools").Zip()));
        var to = _topic + "/questions/import?handler=Add";

        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(_topic + "/questions/import?large=false", to, fields)).StatusCode);
        var told = await PageAsync(await SendAsync(_topic + "/questions/import?large=false", to, fields));

        Assert.StartsWith("Many schools", (await NextAsync()).Summary, StringComparison.Ordinal);
        Assert.Equal(3, (await NextAsync()).Quiz.Count);
        Assert.Contains("The same question is there already", told, StringComparison.Ordinal);
        Assert.Contains("Typed for an hour.", told, StringComparison.Ordinal);
        Assert.Contains("the next version that is being written", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_says_what_it_loses_and_comes_as_a_file()
    {
        var page = WebUtility.HtmlDecode(await _ada.ReadAsync(_topic + "/questions/export"));
        Assert.Contains("Not kept in this format: ids, feedback, explanations, misconceptions, paragraphs they rest on, difficulty, standards", page, StringComparison.Ordinal);
        Assert.Equal(7, Regex.Count(page, "Keeps everything"));

        foreach (var format in QuizFiles.Formats)
        {
            var file = await _ada.GetAsync($"{_topic}/questions/export?handler=File&format={format.Key}");
            Assert.Equal("school-uniforms" + format.Ending, file.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
            Assert.Equal(2, QuizFiles.Read("x", await file.Content.ReadAsByteArrayAsync()).Questions.Count);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await _ada.GetAsync($"{_topic}/questions/export?handler=File&format=none")).StatusCode);
        Assert.Contains("option a", await _ada.ReadAsync(_topic + "/questions/import?handler=Template"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Three_hundred_questions_fit_into_one_preview_and_the_next_is_told_to_come_later()
    {
        var many = string.Concat(Enumerable.Range(1, 301).Select(i => $"::q{i}::What is number {i}?{{=right#y ~wrong#n ~other#n ~more#n ~fifth#n ~sixth#n####So it is.}}\n\n"));
        var page = await ReadFileAsync(many);
        Assert.Contains("At most 300 questions can be looked at", page, StringComparison.Ordinal);
        var fields = Fields(page);
        (fields["all.RestsOn"], fields["all.Difficulty"], fields["all.Helps"]) = ("for-uniforms#1", "Medium", "require");
        fields = Fields(await PageAsync(await SendAsync(_topic + "/questions/import", _topic + "/questions/import?handler=Fill", fields)));

        var full = await PageAsync(await SendAsync(_topic + "/questions/import", _topic + "/questions/import?handler=Add", fields));
        Assert.Contains("The topic would have 302 questions, and 300 fit. Leave 2 out.", full, StringComparison.Ordinal);
        (fields["0.Take"], fields["1.Take"]) = ("Leave", "Leave");
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(_topic + "/questions/import", _topic + "/questions/import?handler=Add", fields)).StatusCode);
        Assert.Equal(300, (await NextAsync()).Quiz.Count);
    }

    private async Task<string> ReadFileAsync(string text) =>
        await PageAsync(await SendAsync(_topic + "/questions/import", _topic + "/questions/import", [], ("files", "quiz.txt", Encoding.UTF8.GetBytes(text))));

    private async Task<HttpResponseMessage> SendAsync(string page, string to, Dictionary<string, string> fields, params (string Field, string Name, byte[] Content)[] files)
    {
        var open = await _ada.GetAsync(page);
        var html = await (open.StatusCode == HttpStatusCode.Redirect ? await _ada.GetAsync(open.Headers.Location!.ToString()) : open).Content.ReadAsStringAsync();
        using var form = new MultipartFormDataContent { { new StringContent(Browser.Token(html)), "__RequestVerificationToken" } };
        foreach (var (name, value) in fields)
            form.Add(new StringContent(value, Encoding.UTF8), name);
        foreach (var (field, name, content) in files)
            form.Add(new ByteArrayContent(content), field, name);
        return await _ada.Http.PostAsync(to, form);
    }

    private static async Task<string> PageAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode((await answer.Content.ReadAsStringAsync()).Replace("&lt;", "<", StringComparison.Ordinal));
    }

    /// <summary>What a browser would send of the form as it stands.</summary>
    private static Dictionary<string, string> Fields(string html)
    {
        var fields = new Dictionary<string, string>();
        foreach (Match input in Input().Matches(html))
            if (!input.Value.Contains("checkbox", StringComparison.Ordinal) || input.Value.Contains(" checked", StringComparison.Ordinal))
                fields[input.Groups[1].Value] = input.Groups[2].Value;
        foreach (Match area in Area().Matches(html))
            fields[area.Groups[1].Value] = area.Groups[2].Value;
        foreach (Match select in Select().Matches(html))
            fields[select.Groups[1].Value] = Chosen().Match(select.Groups[2].Value) is { Success: true } chosen ? chosen.Groups[1].Value : "";
        fields.Remove("__RequestVerificationToken");
        fields["Rests"] = Rests().Match(html).Groups[1].Value;
        return fields;
    }

    /// <summary>The version that is being written.</summary>
    private Task<Pack> NextAsync() => _server.InScopeAsync(async services => (await services.GetRequiredService<TopicDrafts>().FindAsync(TopicDrafts.IdOf("school-uniforms"), default))!.Pack);

    [GeneratedRegex("/library/packs/[0-9a-f-]{36}")]
    private static partial Regex Link();

    [GeneratedRegex("<input[^>]*? name=\"([^\"]+)\" value=\"([^\"]*)\"[^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex("<textarea[^>]*? name=\"([^\"]+)\"[^>]*>\n?([^\0]*?)</textarea>")]
    private static partial Regex Area();

    [GeneratedRegex("<select[^>]*? name=\"([^\"]+)\"[^>]*>([^\0]*?)</select>")]
    private static partial Regex Select();

    [GeneratedRegex("<option value=\"([^\"]*)\" selected")]
    private static partial Regex Chosen();

    [GeneratedRegex("name=\"Rests\" value=\"(\\[.*?\\])\">")]
    private static partial Regex Rests();
}
