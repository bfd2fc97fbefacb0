namespace CivicsClass.Servers;

/// <summary>The answer while a class moves from one server to another: nothing was done, and the next try finds it.</summary>
internal static class MovingPage
{
    private const string Sentence = "This class is moving to another server. That takes a few seconds; what was saved is kept.";

    public static Task WriteAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        response.Headers.RetryAfter = "2";
        if (!request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
            return response.WriteAsync(Sentence, context.RequestAborted);
        var again = HttpMethods.IsGet(request.Method);
        response.ContentType = "text/html; charset=utf-8";
        return response.WriteAsync($"""
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              {(again ? """<meta http-equiv="refresh" content="2">""" : "")}
              <title>One moment · CivicsClass</title>
              <link rel="stylesheet" href="/css/base.css">
              <link rel="stylesheet" href="/css/site.css">
            </head>
            <body class="site">
              <main class="narrow stack">
                <h1>One moment</h1>
                <p>{Sentence}</p>
                <p>{(again ? "The page tries again by itself." : "Go back and send it again.")}</p>
              </main>
            </body>
            </html>
            """, context.RequestAborted);
    }
}
