using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace CivicsClass.Pages.Reports;

/// <summary>A moment on a page: in UTC as the server writes it, in the reader's own time once a script has run.</summary>
public static class Clock
{
    public static IHtmlContent Day(DateTime at) => new HtmlString(string.Create(CultureInfo.InvariantCulture,
        $"<time datetime=\"{at:yyyy-MM-dd'T'HH:mm:ss'Z'}\" data-local>{at:d MMM yyyy, HH:mm} UTC</time>"));
}
