using System.ComponentModel.DataAnnotations;
using CivicsClass.Accounts;
using CivicsClass.Guards;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace CivicsClass.Pages;

[AllowAnonymous, EnableRateLimiting(GuardsSetup.PasswordWork)]
public sealed class SignInModel(SignIns signIns) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Type your e-mail."), StringLength(256, ErrorMessage = "This e-mail is too long.")]
    public string Email { get; set; } = "";

    [BindProperty, Required(ErrorMessage = "Type your password."), StringLength(PasswordRules.Most, ErrorMessage = "This password is too long.")]
    public string Password { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet() => User.Identity!.IsAuthenticated ? Onward() : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
            return Page();
        if (await signIns.TryAsync(HttpContext, Email.Trim(), Password) is not { } refusal)
            return Onward();
        ModelState.AddModelError("", refusal);
        return Page();
    }

    private LocalRedirectResult Onward() => LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/dashboard");
}
