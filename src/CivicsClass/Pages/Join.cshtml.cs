using CivicsClass.Sessions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CivicsClass.Pages;

/// <summary>The door for students: a code, then a name. Right codes are never limited, so a whole school can join from one address;
/// after many wrong ones, each further wrong one is answered slowly.</summary>
[AllowAnonymous]
public sealed class JoinModel(LiveSessions live, Door door, SeatCookie seats, JoinLimits limits) : PageModel
{
    private const string NotOfThisClass = "That is not a recovery word or code of this class. Check the spelling, or ask your teacher for a re-entry code.";

    public sealed record OpenClass(string Title, string Question, IdentityMode Identity, bool Locked);

    [BindProperty(SupportsGet = true)] public string? Code { get; set; }
    public OpenClass? Class { get; private set; }
    public string? Name { get; private set; }
    public Guid Ticket { get; private set; } = Guid.NewGuid();
    public string? Problem { get; private set; }
    public string? ReturnProblem { get; private set; }
    public bool ComesBack { get; private set; }
    public string GroupedCode => Codes.Grouped(Codes.Clean(Code));

    public async Task<IActionResult> OnGetAsync()
    {
        if (await OpenAsync() is { } host && seats.Read(HttpContext, host.Row) is { } me && await StillSeatedAsync(host, me))
            return Redirect($"/s/{host.Key}");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid ticket, string? name)
    {
        if (await OpenAsync() is not { } host)
            return Page();
        (Name, Ticket) = (name, ticket == Guid.Empty ? Guid.NewGuid() : ticket);
        if (seats.Read(HttpContext, host.Row) is { } me)
        {
            if (await StillSeatedAsync(host, me))
                return Redirect($"/s/{host.Key}");
            Problem = "Your teacher has taken you out of this class. Talk to your teacher.";
            return Page();
        }
        try
        {
            var (participant, word) = await door.TakeSeatAsync(host, Ticket, name);
            Seat(host, participant);
            TempData["RecoveryWord"] = word;
            return Redirect($"/s/{host.Key}");
        }
        catch (Refusal refusal)
        {
            Problem = refusal.Message;
            return Page();
        }
    }

    public async Task<IActionResult> OnPostReturnAsync(string? word)
    {
        if (await OpenAsync() is not { } host)
            return Page();
        ComesBack = true;
        var tries = $"{host.Key} {HttpContext.Connection.RemoteIpAddress}";
        if (door.Reenter(host, word ?? "") is { } called && await StillSeatedAsync(host, called))
            return BackTo(host, called);
        if (Codes.IsWhole(word))
        {
            await CountWrongCodeAsync();
            ReturnProblem = door.IsSpent(host, word!) ? "This code is used up: a code works once, and for ten minutes. Your teacher can make a new one for you." : NotOfThisClass;
        }
        else if (!limits.Words.Count(tries))
        {
            ReturnProblem = "Too many wrong words came from your network. Wait a minute, or ask your teacher for a re-entry code: it works at once.";
        }
        else if (await door.RecogniseAsync(host, word ?? "") is { } known && await StillSeatedAsync(host, known))
        {
            limits.Words.Forgive(tries);
            return BackTo(host, known);
        }
        else
        {
            ReturnProblem = NotOfThisClass;
        }
        return Page();
    }

    private async Task<SessionHost?> OpenAsync()
    {
        if (string.IsNullOrWhiteSpace(Code))
        {
            if (Request.Query.ContainsKey(nameof(Code)))
                Problem = "Type the code from your teacher's screen.";
            return null;
        }
        if (await live.FindByCodeAsync(Codes.Clean(Code)) is not { } host)
        {
            await CountWrongCodeAsync();
            Problem = Codes.IsWhole(Code)
                ? $"No class is open under “{Code}”. Check the code on your teacher's screen; codes stop working when a lesson ends."
                : $"“{Code}” is not a whole code: codes have six letters and digits, such as K7M 3QX. Check the code on your teacher's screen.";
            return null;
        }
        Class = await host.AskAsync((session, _) => new OpenClass(session.Title, session.Pack.Question, session.Identity, session.Locked));
        return host;
    }

    private async Task CountWrongCodeAsync()
    {
        if (!limits.Codes.Count(HttpContext.Connection.RemoteIpAddress?.ToString() ?? ""))
            await limits.SlowDownAsync(HttpContext.RequestAborted);
    }

    private RedirectResult BackTo(SessionHost host, string participant)
    {
        Seat(host, participant);
        return Redirect($"/s/{host.Key}");
    }

    private void Seat(SessionHost host, string participant) => seats.Write(HttpContext, host.Row, participant);

    private static Task<bool> StillSeatedAsync(SessionHost host, string participant) =>
        host.AskAsync((session, _) => session.People.TryGetValue(participant, out var me) && !me.Removed);
}
