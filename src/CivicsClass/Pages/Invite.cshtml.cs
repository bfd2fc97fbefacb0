using CivicsClass.Accounts;
using CivicsClass.Guards;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace CivicsClass.Pages;

[AllowAnonymous, EnableRateLimiting(GuardsSetup.PasswordWork)]
public sealed class InviteModel(Invitations invitations, SignIns signIns) : PageModel
{
    public Invitation? Invitation { get; private set; }

    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty]
    public NewAccountForm Account { get; set; } = new();

    public async Task OnGetAsync()
    {
        ModelState.Clear();
        await LookAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LookAsync() || !ModelState.IsValid)
            return Page();
        var (person, result) = await invitations.AcceptAsync(new Token(Token), Account.Name, Account.Password);
        if (person is not null)
        {
            await signIns.EnterAsync(HttpContext, person);
            return LocalRedirect("/dashboard");
        }
        if (result.Succeeded)
            await LookAsync();
        foreach (var error in result.Errors)
            ModelState.AddModelError("", error.Description);
        return Page();
    }

    private async Task<bool> LookAsync()
    {
        Invitation = await invitations.FindAsync(new Token(Token));
        if (Invitation is null)
            Response.StatusCode = StatusCodes.Status410Gone;
        return Invitation is not null;
    }
}
