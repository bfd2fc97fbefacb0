using System.Globalization;
using CivicsClass.Debates;
using CivicsClass.Library;
using CivicsClass.Reports;
using CivicsClass.Sessions;
using Humanizer;
using Humanizer.Localisation;

namespace CivicsClass.Pages.Reports;

/// <summary>How the report says things.</summary>
public static partial class InWords
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static string Minutes(int minutes) =>
        minutes == 0 ? "less than a minute" : TimeSpan.FromMinutes(minutes).Humanize(2, English, TimeUnit.Day, TimeUnit.Minute);

    public static string Wait(int seconds) =>
        seconds == 0 ? "less than a second" : TimeSpan.FromSeconds(seconds).Humanize(2, English, TimeUnit.Day, TimeUnit.Second);

    public static string Marks(MarkCounts marks) => string.Join(", ", new[] { ("strong evidence", marks.StrongEvidence), ("well reasoned", marks.WellReasoned), ("“I can answer this”", marks.CanAnswer) }
        .Where(m => m.Item2 > 0).Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Item1} {m.Item2}")));

    public static string Identity(IdentityMode mode) => mode switch
    {
        IdentityMode.NameForTeacher => "Real names for the teacher, class names for everyone else",
        IdentityMode.Alias => "Class names only",
        _ => "Nicknames that everyone sees",
    };

    /// <summary>The class in a few figures, of those who are still in it; none for what the lesson did not have.</summary>
    public static IEnumerable<(string What, string Figure)> Figures(SessionReport report)
    {
        var students = report.Students.Where(s => !s.Who.Removed).ToArray();
        if (Parts(s => s.Reading) is { Length: > 0 } reading)
            yield return ("Texts finished", Share(reading.Sum(r => r.Finished), reading.Sum(r => r.Texts)));
        if (Parts(s => s.Quiz) is { Length: > 0 } quiz)
            yield return ("Quiz answers right", Share(quiz.Sum(q => q.Right), quiz.Sum(q => q.Answered)));
        if (Parts(s => s.Debate) is { Length: > 0 } debate)
            yield return ("Arguments and replies", string.Create(CultureInfo.InvariantCulture, $"{debate.Sum(d => d.Arguments + d.Replies)}, {debate.Sum(d => d.Approved)} of them approved"));
        if (Parts(s => s.SourceCheck) is { Length: > 0 } check)
            yield return ("Claims judged", Share(check.Sum(c => c.Judged), check.Sum(c => c.Claims)));
        if (Parts(s => s.Reflection) is { Length: > 0 } reflection)
            yield return ("Reflections", Share(reflection.Sum(r => r.Written), reflection.Sum(r => r.Prompts)));

        T[] Parts<T>(Func<StudentReport, T?> part) where T : class => [.. students.Select(part).OfType<T>()];
    }

    public static string Of(Verdict verdict) => verdict.Humanize(LetterCasing.Sentence);

    public static string Status(ArgumentStatus status) => status switch
    {
        ArgumentStatus.Pending => "waiting for a decision",
        ArgumentStatus.Approved => "approved",
        ArgumentStatus.Returned => "returned",
        ArgumentStatus.Removed => "removed",
        _ => "withdrawn by its author",
    };

    public static string Kind(ArgumentKind kind) => kind switch
    {
        ArgumentKind.Support => "Supports",
        ArgumentKind.Rebut => "Rebuts",
        _ => "Asks about",
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
    public static string Share(int count, int of) => SessionReport.Percent(count, of) is { } percent
        ? string.Create(CultureInfo.InvariantCulture, $"{count} of {of} ({percent} %)")
        : string.Create(CultureInfo.InvariantCulture, $"{count} of {of}");
}
