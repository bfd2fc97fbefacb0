using System.Net;

namespace CivicsClass.Tests.Cluster;

[Trait("Kind", "Cluster")]
public sealed class NginxTests
{
    [Theory]
    [InlineData("/dashboard")]
    [InlineData("/s/abc/student/negotiate")]
    public async Task Where_no_server_answers_the_proxy_says_so_calmly(string path)
    {
        var nobody = Enumerable.Range(0, 3).Select(_ => new ClusterServer("", new Dictionary<string, string>())).ToArray();
        await using var nginx = new Nginx(ThreeServers.Root(), nobody, spread: false);
        await nginx.ReadyAsync();
        using var http = new HttpClient();

        var answer = await http.GetAsync(new Uri(nginx.Address, path), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(TimeSpan.FromSeconds(5), answer.Headers.RetryAfter!.Delta);
        Assert.Contains("Nothing that was saved before is lost.", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
