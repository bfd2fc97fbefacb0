using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CivicsClass.Pages;

[AllowAnonymous]
public sealed class IndexModel : PageModel;
