using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CivicsClass.Pages.Library;

/// <summary>Answers an upload that is announced too large with the page itself, which says so, and reads nothing of it.
/// Runs before the form is read for the antiforgery token.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UploadLimitAttribute : Attribute, IAuthorizationFilter, IOrderedFilter
{
    public const long Bytes = 9 * 1024 * 1024;

    public int Order => 500;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (context.HttpContext.Request.ContentLength > Bytes)
            context.Result = new LocalRedirectResult($"{context.HttpContext.Request.Path}?large=true");
    }
}
