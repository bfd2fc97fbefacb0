using CivicsClass.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CivicsClass.Pages;

public sealed class SignOutModel(SignIns signIns) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        await signIns.LeaveAsync(User);
        return LocalRedirect("/");
    }
}
