using CivicsClass.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CivicsClass.Pages;

/// <summary>How the server does, live; the browser asks for the figures itself.</summary>
[Authorize(Roles = Roles.Admin)]
public sealed class HealthModel : PageModel;
