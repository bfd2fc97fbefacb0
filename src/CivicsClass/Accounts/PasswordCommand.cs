using CivicsClass.Data;
using CivicsClass.Library;
using CivicsClass.Sessions;
using Humanizer;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CivicsClass.Accounts;

/// <summary><c>CivicsClass password EMAIL</c>: prints a link to choose a new password, for the last admin who forgot theirs.
/// With SQLite it goes through the server while that runs.</summary>
public static class PasswordCommand
{
    private const string By = "command line";

    /// <returns>The exit code: 0 when there is a link.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, string email, TextWriter output)
    {
        if (await RunningServer.AskAsync(services, OperateDoor.PasswordPath, new StringContent(email), output) is { } answered)
            return answered;
        await using var scope = services.CreateAsyncScope();
        var (made, words) = await MakeAsync(scope.ServiceProvider, email, null);
        await output.WriteAsync(words);
        return made ? 0 : 1;
    }

    /// <param name="bound">Where the server listens; null when that is not known here.</param>
    internal static async Task<(bool Made, string Words)> MakeAsync(IServiceProvider scope, string email, string? bound)
    {
        var person = await scope.GetRequiredService<UserManager<Teacher>>().FindByEmailAsync(email.Trim());
        if (person is null)
            return (false, $"There is no account with the e-mail {email.Trim()}.\n");
        if (await scope.GetRequiredService<PasswordLinks>().MakeAsync(person, By) is not { } token)
            return (false, $"The account of {person.Email} is disabled. An admin can enable it on the page People.\n");
        var known = scope.GetRequiredService<IOptions<SiteAddress>>().Value.Address ?? bound;
        var address = (known ?? FirstOf(scope.GetRequiredService<IConfiguration>()["urls"]) ?? "http://127.0.0.1:5080").TrimEnd('/');
        var where = known is null ? " Open it at your server's own address, if that is another one." : "";
        return (true, $"""

              {person.DisplayName} ({person.Email}) chooses a new password here: {address}/password/{token.Text}
              The link works once, for {PasswordLinks.Last.Humanize(maxUnit: Humanizer.Localisation.TimeUnit.Hour)}.{where}


            """);
    }

    private static string? FirstOf(string? urls) => urls?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault();
}
