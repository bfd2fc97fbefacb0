using System.ComponentModel.DataAnnotations;
using CivicsClass.Accounts;
using CivicsClass.Sessions;
using Humanizer;
using Humanizer.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace CivicsClass.Pages;

[Authorize(Roles = Roles.Admin)]
public sealed class PeopleModel(
    StaffList staff, Invitations invitations, PasswordLinks passwords, UserManager<Teacher> people, IOptions<SiteAddress> site, TimeProvider time) : PageModel
{
    /// <summary>Shown once, to be passed on.</summary>
    public sealed record OneTimeLink(string Title, string Address, string Lasts);

    public IReadOnlyList<StaffMember> Staff { get; private set; } = [];
    public IReadOnlyList<Invitation> Open { get; private set; } = [];
    public string? Notice { get; private set; }
    public OneTimeLink? Link { get; private set; }
    public DateTime Now { get; } = time.GetUtcNow().UtcDateTime;

    /// <summary>Whole days to the nearest, the same wherever the page names a span; on the last day, hours.</summary>
    public static string InWords(TimeSpan span) =>
        (span.TotalDays < 1 ? span : TimeSpan.FromDays(Math.Round(span.TotalDays))).Humanize(maxUnit: TimeUnit.Day);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostInviteAsync(string? email, string? role)
    {
        email = email?.Trim();
        if (email is not { Length: <= 256 } || !new EmailAddressAttribute().IsValid(email))
            ModelState.AddModelError("", "Type the e-mail of the person you invite.");
        else if (role is not (Roles.Admin or Roles.Teacher))
            ModelState.AddModelError("", "Choose a role.");
        else if (await invitations.InviteAsync(email, role, User.Id()) is { } token)
            Link = new($"Invitation for {email}", Address($"/invite/{token.Text}"), InWords(Invitations.Last));
        else
            ModelState.AddModelError("", "This person has an account already.");
        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id)
    {
        await invitations.WithdrawAsync(id);
        Notice = "The invitation is withdrawn. Its link does not work any more.";
        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostDisableAsync(string id)
    {
        if (await staff.DisableAsync(id, User.Id()) is { } refusal)
            ModelState.AddModelError("", refusal);
        else
            Notice = "The account is disabled and signed out everywhere.";
        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostEnableAsync(string id)
    {
        await staff.EnableAsync(id, User.Id());
        Notice = "The account is enabled. The person can sign in again.";
        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostPasswordAsync(string id)
    {
        var person = await people.FindByIdAsync(id);
        if (id == User.Id())
            ModelState.AddModelError("", "Change your own password on the page of your account.");
        else if (await passwords.MakeAsync(person, User.Id()) is { } token)
            Link = new($"New password for {person!.DisplayName}", Address($"/password/{token.Text}"), PasswordLinks.Last.Humanize(maxUnit: TimeUnit.Hour));
        else
            ModelState.AddModelError("", "This account is disabled or not there any more. It gets no link.");
        return await ShowAsync();
    }

    private string Address(string path) => site.Value.Of(Request) + path;

    private async Task<IActionResult> ShowAsync()
    {
        await LoadAsync();
        return Page();
    }

    private async Task LoadAsync() => (Staff, Open) = (await staff.AllAsync(), await invitations.OpenAsync());
}
