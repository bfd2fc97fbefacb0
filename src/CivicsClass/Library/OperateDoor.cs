using System.Net;
using System.Security.Cryptography;
using System.Text;
using CivicsClass.Accounts;
using CivicsClass.Data;
using CivicsClass.Library.Files;
using CivicsClass.Library.Importing;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CivicsClass.Library;

/// <summary>Lets the command line load a pack or make a password link while the server runs, because only the server writes then. Answers this machine
/// alone, and only who can read the token in the data folder; the token is new at each start.</summary>
internal sealed class OperateDoor(InstanceLock data, IServer server) : IHostedLifecycleService
{
    public const string Header = "X-Operate-Token";
    public const string LoadPath = "/operate/load";
    public const string ReadingPath = "/operate/reading";
    public const string PasswordPath = "/operate/password";
    private const int EmailBytes = 1024;

    private readonly string _token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    private string File => FileIn(data.Folder);

    public static bool IsAsked(PathString path) => path == LoadPath || path == ReadingPath || path == PasswordPath;

    public static string FileIn(string folder) => System.IO.Path.Combine(folder, "operate.token");

    /// <summary>The server listens: writes where it can be reached from this machine, and the token.</summary>
    public async Task StartedAsync(CancellationToken stop)
    {
        if (!data.IsHeld || Address() is not { } address)
            return;
        System.IO.File.Delete(File);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var file = new StreamWriter(File, Encoding.ASCII, options);
        await file.WriteAsync($"{address}\n{_token}\n");
    }

    public Task StoppingAsync(CancellationToken stop)
    {
        if (data.IsHeld)
            System.IO.File.Delete(File);
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken stop) => Task.CompletedTask;
    public Task StartAsync(CancellationToken stop) => Task.CompletedTask;
    public Task StopAsync(CancellationToken stop) => Task.CompletedTask;
    public Task StoppedAsync(CancellationToken stop) => Task.CompletedTask;

    public async Task<IResult> LoadAsync(HttpContext http, PackDoor door)
    {
        if (!MayOperate(http))
            return Results.NotFound();
        var problems = new Problems();
        var report = await Uploads.ReadAsync(http.Request.Body, Limits.PackBytes, http.RequestAborted) is { } zip && PackZip.Read(zip, problems) is { } files
            ? await door.PublishAsync(files, LoadCommand.By, http.RequestAborted)
            : PackReport.Refuse(problems.None ? [new Problem("", 0, "The pack is too large.")] : problems.List());
        return Results.Text(report.InWords(), statusCode: report.Outcome == PackOutcome.Refused ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    public async Task<IResult> ReadingAsync(HttpContext http, string name, DraftIntake drafts)
    {
        if (!MayOperate(http))
            return Results.NotFound();
        var imported = await Uploads.ReadAsync(http.Request.Body, Limits.PackBytes, http.RequestAborted) is { } file
            ? await drafts.TakeAsync(Path.GetFileName(name), file, LoadCommand.By, http.RequestAborted)
            : new ImportedFile(ImportReport.Refuse(Path.GetFileName(name), "The file is too large."), null);
        return Results.Text(imported.InWords(), statusCode: imported.Draft is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    public async Task<IResult> PasswordAsync(HttpContext http)
    {
        if (!MayOperate(http))
            return Results.NotFound();
        var email = await Uploads.ReadAsync(http.Request.Body, EmailBytes, http.RequestAborted) is { } bytes ? Encoding.UTF8.GetString(bytes) : "";
        var (made, words) = await PasswordCommand.MakeAsync(http.RequestServices, email, Address()?.ToString());
        return Results.Text(words, statusCode: made ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private bool MayOperate(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from)
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(http.Request.Headers[Header].ToString()), Encoding.UTF8.GetBytes(_token));

    /// <summary>Plain HTTP if there is any; a server that listens everywhere also listens on the loopback address.</summary>
    private Uri? Address()
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var address = addresses.OrderBy(a => a.StartsWith("https:", StringComparison.Ordinal)).FirstOrDefault();
        if (address is null || !Uri.TryCreate(address.Replace("*", "0.0.0.0", StringComparison.Ordinal).Replace("+", "0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var uri))
            return null;
        return uri.IsLoopback ? uri : new UriBuilder(uri) { Host = "127.0.0.1" }.Uri;
    }
}
