using System.ComponentModel.DataAnnotations;
using CivicsClass.Accounts;
using CivicsClass.Guards;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace CivicsClass.Pages;

[AllowAnonymous, EnableRateLimiting(GuardsSetup.PasswordWork)]
public sealed class SetupModel(SetupLinks links, SignIns signIns) : PageModel
{
    public bool Open { get; private set; }

    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty]
    public NewAccountForm Account { get; set; } = new();

    [BindProperty, Required(ErrorMessage = "Type your e-mail."), EmailAddress(ErrorMessage = "This does not look like an e-mail."), StringLength(256, ErrorMessage = "This e-mail is too long.")]
    public string Email { get; set; } = "";

    public async Task OnGetAsync()
    {
        ModelState.Clear();
        await LookAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LookAsync() || !ModelState.IsValid)
            return Page();
        var (admin, result) = await links.UseAsync(new Token(Token), Account.Name, Email.Trim(), Account.Password);
        if (admin is not null)
        {
            await signIns.EnterAsync(HttpContext, admin);
            return LocalRedirect("/dashboard");
        }
        Open = !result.Succeeded;
        Response.StatusCode = Open ? StatusCodes.Status200OK : StatusCodes.Status410Gone;
        foreach (var error in result.Errors)
            ModelState.AddModelError("", error.Description);
        return Page();
    }

    private async Task<bool> LookAsync()
    {
        Open = await links.IsOpenAsync(new Token(Token));
        if (!Open)
            Response.StatusCode = StatusCodes.Status410Gone;
        return Open;
    }
}
