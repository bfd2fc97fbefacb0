using System.Globalization;
using System.Text;
using System.Text.Json;
using CivicsClass.Accounts;
using CivicsClass.Sessions;

namespace CivicsClass.Reports;

public static class ReportsSetup
{
    public static WebApplicationBuilder AddReports(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<SessionReports>();
        return builder;
    }

    public static void MapReports(this WebApplication app)
    {
        var session = app.MapGroup("/s/{key}").RequireAuthorization();
        session.MapGet("report.csv", CsvAsync);
        session.MapGet("report.json", JsonAsync);
        session.MapGet("report/map.svg", MapAsync);
    }

    /// <summary>Leaves names out when the address says <c>names=off</c>.</summary>
    public static bool WithNames(string? names) => !string.Equals(names, "off", StringComparison.OrdinalIgnoreCase);

    private static async Task<IResult> CsvAsync(string key, string? part, string? names, HttpContext http, SessionReports reports)
    {
        if (!Enum.TryParse<ReportPart>(part ?? nameof(ReportPart.Participation), ignoreCase: true, out var wanted) || !Enum.IsDefined(wanted)
            || await reports.FindAsync(http.User.Id(), key, WithNames(names)) is not { } found)
            return Results.NotFound();
        return Results.File(Csv.Write(found.Report.Table(wanted)), "text/csv; charset=utf-8", FileName(found.Row, $"{wanted.ToString().ToLowerInvariant()}.csv"));
    }

    private static async Task<IResult> JsonAsync(string key, string? names, HttpContext http, SessionReports reports, StepCatalog catalog)
    {
        if (await reports.FindAsync(http.User.Id(), key, WithNames(names)) is not { } found)
            return Results.NotFound();
        return Results.File(JsonSerializer.SerializeToUtf8Bytes(SessionExport.Of(found, catalog), catalog.Json), "application/json", FileName(found.Row, "session.json"));
    }

    /// <param name="step">Absent: the first debate.</param>
    private static async Task<IResult> MapAsync(string key, string? step, HttpContext http, SessionReports reports)
    {
        if (await reports.FindAsync(http.User.Id(), key, withNames: false) is not { } found)
            return Results.NotFound();
        var maps = ArgumentMap.All(found.Session, found.Report.Head.Positions);
        return (step is null ? maps.Values.FirstOrDefault() : maps.GetValueOrDefault(step)) is { } map
            ? Results.File(Encoding.UTF8.GetBytes(map), "image/svg+xml", FileName(found.Row, "map.svg"))
            : Results.NotFound();
    }

    /// <summary>Such as "argue-both-sides-2026-09-01-quiz.csv": only letters, digits, dots and hyphens, whatever the title.</summary>
    internal static string FileName(SessionRow row, string end)
    {
        var words = new string([.. row.Title.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var title = string.Join('-', words) is { Length: > 0 } slug ? slug[..Math.Min(slug.Length, 50)].TrimEnd('-') : "session";
        return string.Create(CultureInfo.InvariantCulture, $"{title}-{row.StartedAt:yyyy-MM-dd}-{end}");
    }
}
