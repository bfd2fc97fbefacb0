namespace CivicsClass.Tests.Guards;

/// <summary>Who may do what in a session that is there: its own teacher and its own students, and nobody by another role.</summary>
internal static partial class AuthorisationList
{
    /// <summary>Student: of this session. Removed: was one. OtherClass: a student of another session.</summary>
    public enum Person { Nobody, Student, Removed, OtherClass, OtherTeacher, Admin, Owner }

    /// <param name="Route">As on <see cref="Routes"/>.</param>
    /// <param name="Posts">A form, sent with its token, and not a visit.</param>
    public sealed record OfSessionRow(string Route, string Path, bool Posts, Answer Stranger, Answer Student, Answer Removed, Answer OtherStaff, Answer Owner)
    {
        public Answer For(Person person) => person switch
        {
            Person.Student => Student,
            Person.Removed => Removed,
            Person.OtherTeacher or Person.Admin => OtherStaff,
            Person.Owner => Owner,
            _ => Stranger,
        };
    }

    /// <summary>In this order: leaving comes last, because afterwards there is no seat.</summary>
    public static readonly OfSessionRow[] OfSession =
    [
        Seat("/s/{key}", Answer.Page),
        Seat("/s/{key}/leave", Answer.Page),
        Owner("/s/{key}/wall/{token?}", "/s/{key}/wall", Answer.NotFound),
        Owner("/s/{key}/wall/{token?}", "/s/{key}/wall/wrong", Answer.NotFound),
        Owner("/s/{key}/qr.svg", "/s/{key}/qr.svg", Answer.NotFound),
        // Library/ImagesTests shows who sees an image that is there.
        Owner("/s/{key}/images/{name}", "/s/{key}/images/none.png", Answer.NotFound) with { Owner = Answer.NotFound },
        Owner("/s/{key}/teach", "/s/{key}/teach"),
        Owner("/s/{key}/report", "/s/{key}/report"),
        Owner("/s/{key}/report/teams", "/s/{key}/report/teams"),
        Owner("/s/{key}/report.csv", "/s/{key}/report.csv"),
        Owner("/s/{key}/report.json", "/s/{key}/report.json"),
        // Reports/ReportPagesTests shows who sees a map that is there.
        Owner("/s/{key}/report/map.svg", "/s/{key}/report/map.svg?step=none") with { Owner = Answer.NotFound },
        Owner("/s/{key}/delete", "/s/{key}/delete"),
        // The wrong word is typed, so that the session is there for the next row.
        Owner("/s/{key}/delete", "/s/{key}/delete") with { Posts = true },
        Owner("/s/{key}/reentry/{participant}", "/s/{key}/reentry/p1") with { Posts = true },
        Owner("/dashboard", "/dashboard?handler=Again") with { Posts = true, Owner = Answer.Onward },
        Seat("/s/{key}/leave", Answer.Onward) with { Posts = true, Removed = Answer.Page },
    ];

    /// <summary>Who alone may open a live page. The wall opens to its link, too.</summary>
    public static readonly (string Route, Person Whom)[] Hubs =
    [
        ("/s/{key}/student", Person.Student),
        ("/s/{key}/teacher", Person.Owner),
        ("/s/{key}/projector", Person.Owner),
    ];

    private static OfSessionRow Owner(string route, string path, Answer students = Answer.SignIn) =>
        new(route, path, Posts: false, students, students, students, Answer.NotFound, Answer.Page);

    /// <summary>Whoever has no seat is led to the door.</summary>
    private static OfSessionRow Seat(string route, Answer seated) =>
        new(route, route, Posts: false, Answer.Onward, seated, seated, Answer.Onward, Answer.Onward);
}
