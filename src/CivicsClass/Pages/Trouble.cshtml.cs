using CivicsClass.Guards;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CivicsClass.Pages;

/// <summary>The face of an answer that would have none: not found, refused, too busy. Shown in its place, never visited.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken]
public sealed class TroubleModel : PageModel
{
    public string Title { get; private set; } = "";
    public string Sentence { get; private set; } = "";
    public string? Reference { get; private set; }

    public void OnGet(int status) => Show(status);

    public void OnPost(int status) => Show(status);

    private void Show(int status)
    {
        if (HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null)
            Response.StatusCode = status = StatusCodes.Status404NotFound;
        (Title, Sentence) = status switch
        {
            404 => ("This page is not here", "The address may be mistyped, or the page is not yours to see. If you follow a link, ask for a new one."),
            400 => ("This form was open too long", "Go back, load the page again and send it once more."),
            413 => ("This is too large", "Choose a smaller file or a shorter text."),
            429 => ("Many people are at the door", "Wait a few seconds and try again."),
            _ => ("This did not work", "Go back and try once more."),
        };
        if (status is not (404 or 429))
            Reference = ErrorPage.Reference(HttpContext);
    }
}
