using System.Net;

namespace CivicsClass.Load.Host;

/// <summary>One person's browser as far as pages and forms go: cookies of its own, redirects followed.</summary>
public sealed class Browser(Uri address)
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseCookies = false, UseProxy = false, AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(60) };
    private readonly Dictionary<string, string> _cookies = [];

    public Uri Address { get; } = address;

    /// <summary>The value of the Cookie header.</summary>
    public string Cookies => string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}"));

    public Task<Page> GetAsync(string path) => SendAsync(new Uri(Address, path), null);

    public Task<Page> SubmitAsync(FilledForm form) => SendAsync(form.Action, form.Fields);

    private async Task<Page> SendAsync(Uri uri, IReadOnlyCollection<KeyValuePair<string, string>>? fields)
    {
        for (var hops = 0; hops < 10; hops++)
        {
            using var request = new HttpRequestMessage(fields is null ? HttpMethod.Get : HttpMethod.Post, uri);
            if (_cookies.Count > 0)
                request.Headers.Add("Cookie", Cookies);
            if (fields is not null)
            {
                request.Headers.Add("Origin", Address.GetLeftPart(UriPartial.Authority));
                request.Content = new FormUrlEncodedContent(fields);
            }
            using var response = await Http.SendAsync(request);
            Keep(response);
            if (response.Headers.Location is not { } next || (int)response.StatusCode is < 300 or > 399)
                return new Page(uri, response.StatusCode, await response.Content.ReadAsStringAsync());
            (uri, fields) = (new Uri(uri, next), null);
        }
        throw new InvalidOperationException($"{uri} redirects for ever.");
    }

    private void Keep(HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues("Set-Cookie", out var cookies))
            return;
        foreach (var cookie in cookies)
        {
            var pair = cookie.Split(';', 2)[0].Split('=', 2);
            if (pair is not [var name, var value])
                continue;
            if (value.Length == 0)
                _cookies.Remove(name);
            else
                _cookies[name] = value;
        }
    }
}

/// <summary>A page as it arrived.</summary>
public sealed record Page(Uri Address, HttpStatusCode Status, string Html)
{
    /// <summary>The value of an attribute such as <c>data-key</c>, wherever it stands first.</summary>
    public string? Attribute(string name) => HtmlForm.Attribute(Html, name);

    /// <summary>The first form that has a field of this name.</summary>
    public FilledForm Fill(params (string Field, string Value)[] values) =>
        HtmlForm.All(this).FirstOrDefault(f => values.All(v => f.Has(v.Field)))?.Fill(values)
        ?? throw new InvalidOperationException($"{Address} ({(int)Status}) has no form with {string.Join(", ", values.Select(v => v.Field))}. It says: {Text}");

    /// <summary>What a person would read, roughly and at most 500 characters.</summary>
    public string Text => HtmlForm.Words(Html) is var words && words.Length > 500 ? words[..500] : HtmlForm.Words(Html);
}
