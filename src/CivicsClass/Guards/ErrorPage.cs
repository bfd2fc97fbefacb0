using System.Data.Common;
using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using CivicsClass.Library;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Guards;

/// <summary>The answer when something broke. It needs no account, database or layout, because any of these may be what broke.</summary>
internal static class ErrorPage
{
    /// <summary>What a person reads out and an operator finds in the log.</summary>
    public static string Reference(HttpContext context) => Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;

    public static Task WriteAsync(HttpContext context)
    {
        var reference = Reference(context);
        var away = IsOfTheDatabase(context.Features.Get<IExceptionHandlerFeature>()?.Error);
        if (away)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "5";
        }
        var altered = context.Features.Get<IExceptionHandlerFeature>()?.Error as AlteredVersionException;
        if (altered is not null)
            context.Response.StatusCode = StatusCodes.Status409Conflict;
        var endless = context.Features.Get<IExceptionHandlerFeature>()?.Error is RegexMatchTimeoutException;
        if (endless)
            context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        var known = altered?.Message ?? (endless ? PatternTime.Sentence : null);
        var title = away ? "One moment" : altered is not null ? "This topic was altered" : endless ? "This text was not read" : "Something went wrong";
        if (!context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
            return context.Response.WriteAsJsonAsync(new { title = away ? "The server cannot reach its database at the moment." : known ?? "Something went wrong on the server.", reference });
        var again = away && HttpMethods.IsGet(context.Request.Method);
        var sentence = (away, again) switch
        {
            (true, true) => "The server cannot reach its database at the moment. Nothing that was saved before is lost. Try again in a moment.",
            (true, false) => "The server cannot reach its database at the moment. Nothing that was saved before is lost. Go back and send it again in a moment.",
            _ when known is not null => HtmlEncoder.Default.Encode(known),
            _ => "The server could not do this. Nothing that was saved before is lost. Go back and try once more.",
        };
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync($"""
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>{title} · CivicsClass</title>
              <link rel="stylesheet" href="/css/base.css">
              <link rel="stylesheet" href="/css/site.css">
            </head>
            <body class="site">
              <main class="narrow stack">
                <h1>{title}</h1>
                <p>{sentence}</p>
                <p class="small">If it happens again, tell whoever runs this site the reference <strong>{reference}</strong>.</p>
                <p class="row">{(again ? $"""<a class="btn primary" href="{HtmlEncoder.Default.Encode(Asked(context))}">Try again</a>""" : "")}<a class="btn" href="/">Start page</a></p>
              </main>
            </body>
            </html>
            """);
    }

    private static string Asked(HttpContext context) =>
        (context.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? context.Request.Path.Value) + context.Request.QueryString;

    private static bool IsOfTheDatabase(Exception? problem)
    {
        for (; problem is not null; problem = problem.InnerException)
            if (problem is DbException or DbUpdateException and not DbUpdateConcurrencyException)
                return true;
        return false;
    }
}
