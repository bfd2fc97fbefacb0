using System.Net;
using System.Text.RegularExpressions;

namespace CivicsClass.Tests;

/// <summary>What a person's browser does, without drawing: keeps cookies, opens a page, fills in its form. Follows no redirect.</summary>
public sealed partial class Browser : IDisposable
{
    private readonly HttpClient _http;

    public Browser(Uri address)
    {
        Cookies = new CookieContainer();
        _http = new HttpClient(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = address };
        _http.DefaultRequestHeaders.Add("Accept", "text/html,application/json;q=0.9,*/*;q=0.8");
    }

    public CookieContainer Cookies { get; }
    public HttpClient Http => _http;

    public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(path);

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _http.SendAsync(request);

    public Task<string> ReadAsync(string path) => _http.GetStringAsync(path);

    /// <summary>Opens the page and posts its form with its antiforgery token.</summary>
    public Task<HttpResponseMessage> SubmitAsync(string path, params (string Name, string Value)[] fields) => SubmitAsync(path, path, fields);

    /// <summary>Takes the antiforgery token from one page and posts to another address.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string page, string to, params (string Name, string Value)[] fields) =>
        await SendFormAsync(to, await OpenFormAsync(page), fields);

    /// <summary>Opens a page with a form.</summary>
    /// <returns>Its antiforgery token.</returns>
    public async Task<string> OpenFormAsync(string page) => Token(await ReadAsync(page));

    public Task<HttpResponseMessage> SendFormAsync(string to, string token, params (string Name, string Value)[] fields) =>
        _http.PostAsync(to, new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2))));

    public void Dispose() => _http.Dispose();

    public static string Token(string html) =>
        TokenField().Match(html) is { Success: true } match ? match.Groups[1].Value : throw new InvalidOperationException("The page has no form: " + html);

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();
}
