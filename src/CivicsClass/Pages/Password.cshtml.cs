using System.ComponentModel.DataAnnotations;
using CivicsClass.Accounts;
using CivicsClass.Guards;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace CivicsClass.Pages;

[AllowAnonymous, EnableRateLimiting(GuardsSetup.PasswordWork)]
public sealed class PasswordModel(PasswordLinks links, SignIns signIns) : PageModel
{
    /// <summary>Whose password; null when the link does not work.</summary>
    public string? Email { get; private set; }

    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty(Name = "Account.Password"), Required(ErrorMessage = "Choose a password.")]
    public string Password { get; set; } = "";

    public async Task OnGetAsync()
    {
        ModelState.Clear();
        await LookAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LookAsync() || !ModelState.IsValid)
            return Page();
        var (person, result) = await links.UseAsync(new Token(Token), Password, HttpContext.Connection.RemoteIpAddress);
        if (person is not null)
        {
            await signIns.EnterAsync(HttpContext, person);
            TempData["Notice"] = "Your new password is saved. Other devices are signed out.";
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
        Email = (await links.FindAsync(new Token(Token)))?.Email;
        if (Email is null)
            Response.StatusCode = StatusCodes.Status410Gone;
        return Email is not null;
    }
}
