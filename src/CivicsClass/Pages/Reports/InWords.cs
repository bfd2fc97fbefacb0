using System.Globalization;
using CivicsClass.Debates;
using CivicsClass.Reports;
using CivicsClass.Sessions;
using Humanizer;
using Humanizer.Localisation;

namespace CivicsClass.Pages.Reports;

/// <summary>How the report says things.</summary>
public static class InWords
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static string Minutes(int minutes) =>
        minutes == 0 ? "less than a minute" : TimeSpan.FromMinutes(minutes).Humanize(2, English, TimeUnit.Day, TimeUnit.Minute);

    public static string Wait(int seconds) =>
        seconds == 0 ? "less than a second" : TimeSpan.FromSeconds(seconds).Humanize(2, English, TimeUnit.Day, TimeUnit.Second);

    public static string Identity(IdentityMode mode) => mode switch
    {
        IdentityMode.NameForTeacher => "real names for the teacher, class names for everyone else",
        IdentityMode.Alias => "class names only",
        _ => "nicknames that everyone sees",
    };

    public static string Status(ArgumentStatus status) => status switch
    {
        ArgumentStatus.Pending => "waiting for you",
        ArgumentStatus.Approved => "approved",
        ArgumentStatus.Returned => "returned",
        ArgumentStatus.Removed => "removed",
        _ => "withdrawn by its author",
    };

    public static string Kind(ArgumentKind kind) => kind switch
    {
        ArgumentKind.Support => "supports",
        ArgumentKind.Rebut => "rebuts",
        _ => "asks about",
    };

    /// <summary>Such as "minute 12".</summary>
    public static string Minute(DateTime at, DateTime from) => string.Create(CultureInfo.InvariantCulture, $"minute {(int)(at - from).TotalMinutes}");

    /// <summary>Such as "returned after 2 minutes, 5 seconds: claim missing".</summary>
    public static string Decision(DecisionReport decision)
    {
        var what = decision.Kind == DecisionKind.Withdrawn ? "withdrawn by its author" : decision.Kind.Humanize(LetterCasing.LowerCase);
        var after = decision.WaitedSeconds is { } seconds ? $" after {Wait(seconds)}" : "";
        return decision.Reason is { } reason ? $"{what}{after}: {reason.ToLowerInvariant()}" : $"{what}{after}";
    }

    /// <summary>Such as "11 of 28 (39 %)"; without n there is no percentage.</summary>
    public static string Share(int count, int of, int? percent) =>
        percent is null ? string.Create(CultureInfo.InvariantCulture, $"{count} of {of}") : string.Create(CultureInfo.InvariantCulture, $"{count} of {of} ({percent} %)");
}
