using System.ComponentModel.DataAnnotations;
using CivicsClass.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CivicsClass.Pages;

[Authorize(Roles = Roles.Admin)]
public sealed class PeopleModel(StaffList staff, Invitations invitations, TimeProvider time) : PageModel
{
    public IReadOnlyList<StaffMember> Staff { get; private set; } = [];
    public IReadOnlyList<Invitation> Open { get; private set; } = [];
    public string? Notice { get; private set; }
    public string? Link { get; private set; }
    public string? InvitedEmail { get; private set; }
    public DateTime Now { get; } = time.GetUtcNow().UtcDateTime;

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostInviteAsync(string? email, string? role)
    {
        email = email?.Trim();
        if (email is not { Length: <= 256 } || !new EmailAddressAttribute().IsValid(email))
            ModelState.AddModelError("", "Type the e-mail of the person you invite.");
        else if (role is not (Roles.Admin or Roles.Teacher))
            ModelState.AddModelError("", "Choose a role.");
        else if (await invitations.InviteAsync(email, role, User.Id()) is { } token)
            (Link, InvitedEmail) = ($"{Request.Scheme}://{Request.Host}/invite/{token.Text}", email);
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

    private async Task<IActionResult> ShowAsync()
    {
        await LoadAsync();
        return Page();
    }

    private async Task LoadAsync() => (Staff, Open) = (await staff.AllAsync(), await invitations.OpenAsync());
}
