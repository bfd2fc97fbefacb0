using CivicsClass.Accounts;
using CivicsClass.Guards;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace CivicsClass.Pages;

[EnableRateLimiting(GuardsSetup.PasswordWork)]
public sealed class AccountModel(UserManager<Teacher> people, SignIns signIns) : PageModel
{
    public string Name { get; private set; } = "";
    public string Email { get; private set; } = "";
    public string? Notice { get; private set; }

    public async Task OnGetAsync() => await MeAsync();

    public async Task<IActionResult> OnPostNameAsync(string? name)
    {
        var me = await MeAsync();
        if (NewAccounts.Name(name) is not { } better)
            ModelState.AddModelError("", NewAccounts.NameWanted);
        else
        {
            me.DisplayName = Name = better;
            await people.UpdateAsync(me);
            await signIns.RenewAsync(HttpContext, me);
            Notice = "Saved. Students see the new name from now on.";
        }
        return Page();
    }

    public async Task<IActionResult> OnPostPasswordAsync(string? current, string? password)
    {
        var me = await MeAsync();
        if (await signIns.ChangePasswordAsync(HttpContext, me, current ?? "", password ?? "") is { } refusal)
            ModelState.AddModelError("", refusal);
        else
            Notice = "Your password is changed. Other devices are signed out.";
        return Page();
    }

    private async Task<Teacher> MeAsync()
    {
        var me = await people.GetUserAsync(User) ?? throw new InvalidOperationException("The person who is signed in has no account.");
        (Name, Email) = (me.DisplayName, me.Email!);
        return me;
    }
}
