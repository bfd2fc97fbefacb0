using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace CivicsClass.Tests.Library.Topics;

/// <summary>The form of a part, filled in as a browser would.</summary>
internal sealed class OpenForm(Browser browser, string path, IHtmlDocument page)
{
    private readonly List<(string Name, string Value)> _fields = [.. Fields(page)];

    public IHtmlDocument Page => page;

    public static async Task<OpenForm> At(Browser browser, string path) => Of(browser, path, await browser.ReadAsync(path));

    public static OpenForm Of(Browser browser, string path, string html) => new(browser, path, new HtmlParser().ParseDocument(html));

    public string this[string name]
    {
        get => _fields.First(f => f.Name == name).Value;
        set
        {
            var at = _fields.FindIndex(f => f.Name == name);
            if (at >= 0)
                _fields[at] = (name, value);
            else
                _fields.Add((name, value));
        }
    }

    public OpenForm With(string name, string value)
    {
        this[name] = value;
        return this;
    }

    public bool Has(string name) => _fields.Any(f => f.Name == name);

    public IEnumerable<string> All(string name) => _fields.Where(f => f.Name == name).Select(f => f.Value);

    public Task<HttpResponseMessage> SendAsync(params (string Name, string Value)[] more) =>
        browser.Http.PostAsync(path, new FormUrlEncodedContent(_fields.Concat(more).Select(f => KeyValuePair.Create(f.Name, f.Value))));

    /// <summary>Saves, and opens the page again.</summary>
    public async Task<OpenForm> SaveAsync(params (string Name, string Value)[] more)
    {
        var answer = await SendAsync(more);
        if (answer.StatusCode == HttpStatusCode.OK)
            return Of(browser, path, await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await At(browser, path);
    }

    private static IEnumerable<(string Name, string Value)> Fields(IHtmlDocument page)
    {
        foreach (var field in page.QuerySelectorAll("#part input, #part textarea, #part select"))
            switch (field)
            {
                case IHtmlInputElement { Type: "file" }:
                case IHtmlInputElement { Type: "checkbox", IsChecked: false }:
                    break;
                case IHtmlInputElement input when input.Name is { Length: > 0 } name:
                    yield return (name, input.Value);
                    break;
                case IHtmlTextAreaElement area:
                    yield return (area.Name!, area.Value);
                    break;
                case IHtmlSelectElement select:
                    yield return (select.Name!, select.Value ?? "");
                    break;
            }
    }
}
