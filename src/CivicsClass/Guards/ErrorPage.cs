using System.Diagnostics;

namespace CivicsClass.Guards;

/// <summary>The answer when something broke. It needs no account, database or layout, because any of these may be what broke.</summary>
internal static class ErrorPage
{
    /// <summary>What a person reads out and an operator finds in the log.</summary>
    public static string Reference(HttpContext context) => Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;

    public static Task WriteAsync(HttpContext context)
    {
        var reference = Reference(context);
        if (!context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
            return context.Response.WriteAsJsonAsync(new { title = "Something went wrong on the server.", reference });
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync($"""
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>Something went wrong · CivicsClass</title>
              <link rel="stylesheet" href="/css/base.css">
              <link rel="stylesheet" href="/css/site.css">
            </head>
            <body class="site">
              <main class="narrow stack">
                <h1>Something went wrong</h1>
                <p>The server could not do this. Nothing that was saved before is lost. Go back and try once more.</p>
                <p class="small">If it happens again, tell whoever runs this site the reference <strong>{reference}</strong>.</p>
                <p><a class="btn" href="/">Start page</a></p>
              </main>
            </body>
            </html>
            """);
    }
}
