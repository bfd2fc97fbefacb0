using System.Diagnostics;
using System.Net.Sockets;

namespace CivicsClass.Tests.Cluster;

/// <summary>nginx with the file that docs/operating.md names: other addresses, no TLS, a folder of its own.</summary>
internal sealed class Nginx : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _folder = Directory.CreateTempSubdirectory("civics-nginx-").FullName;
    private readonly int _port = ClusterServer.FreePort();

    /// <param name="spread">Without the hash, so that the students of one class come by all servers.</param>
    public Nginx(string root, IReadOnlyList<ClusterServer> servers, bool spread)
    {
        var file = File.ReadAllText(Path.Combine(root, "docs", "cluster", "nginx.conf"));
        for (var i = 0; i < servers.Count; i++)
            file = Replace(file, $"server 10.0.0.{5 + i}:5080", $"server {servers[i].Address.Authority}");
        file = Replace(file, "listen 443 ssl;", $"listen 127.0.0.1:{_port};");
        file = Replace(file, "ssl_certificate /etc/nginx/civics.crt;", "");
        file = Replace(file, "ssl_certificate_key /etc/nginx/civics.key;", "");
        file = Replace(file, "worker_processes auto;", $"daemon off; pid {_folder}/pid; error_log stderr warn; worker_processes 1;");
        file = Replace(file, "http {", $"http {{ access_log off; {string.Concat(new[] { "client_body", "proxy", "fastcgi", "uwsgi", "scgi" }.Select(t => $"{t}_temp_path {_folder}/{t}; "))}");
        if (spread)
            file = Replace(file, "hash $civics_class consistent;", "");
        File.WriteAllText(Path.Combine(_folder, "nginx.conf"), file);
        _process = Process.Start(new ProcessStartInfo(Program(), ["-p", _folder, "-c", Path.Combine(_folder, "nginx.conf")]) { RedirectStandardError = true })!;
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
    }

    public Uri Address => new($"http://127.0.0.1:{_port}/");

    public Task ReadyAsync() => Wait.UntilAsync(async () =>
    {
        Assert.False(_process.HasExited, "nginx did not start.");
        try
        {
            using var probe = new TcpClient();
            await probe.ConnectAsync("127.0.0.1", _port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    });

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static string Replace(string text, string what, string with)
    {
        Assert.Contains(what, text, StringComparison.Ordinal);
        return text.Replace(what, with, StringComparison.Ordinal);
    }

    private static string Program() => new[] { "/usr/sbin/nginx", "/opt/homebrew/bin/nginx", "/usr/local/bin/nginx" }.FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("These tests need nginx (on Debian: apt-get install nginx).");
}
