using System.Net;

namespace CivicsClass.Tests.Guards;

/// <summary>Who may use what. A new endpoint or command needs a row here, and a row needs a reason.</summary>
internal static partial class AuthorisationList
{
    /// <summary>What the endpoint itself asks for. Under /s/ a page or hub then asks the session: a seat, its teacher, the wall's token.</summary>
    public enum Who { Anyone, Staff, Admin }

    public enum Answer { Page, SignIn, NotFound, Gone, Onward, BadForm }

    public enum From { Student, Teacher }

    /// <param name="Visit">An address to ask for, and what nobody in particular, a teacher and an admin get there.</param>
    public sealed record Row(string Route, Who Who, string? Visit = null, Answer Nobody = Answer.Page, Answer Teacher = Answer.Page, Answer Admin = Answer.Page);

    private const string NoSuchId = "0197a000-0000-7000-8000-000000000001";

    public static readonly Row[] Routes =
    [
        Open("/", "/"),
        Open("/Index", "/Index"),
        // For load balancers and service managers: one word.
        Open("/health/live", "/health/live"),
        Open("/health/ready", "/health/ready"),
        new("/sign-in", Who.Anyone, "/sign-in", Answer.Page, Answer.Onward, Answer.Onward),
        new("/setup/{token}", Who.Anyone, "/setup/wrong", Answer.Gone, Answer.Gone, Answer.Gone),
        new("/invite/{token}", Who.Anyone, "/invite/wrong", Answer.Gone, Answer.Gone, Answer.Gone),
        new("/password/{token}", Who.Anyone, "/password/wrong", Answer.Gone, Answer.Gone, Answer.Gone),
        new("/trouble/{status:int}", Who.Anyone, "/trouble/500", Answer.NotFound, Answer.NotFound, Answer.NotFound),
        new("/{**path}", Who.Anyone, "/no/such/page", Answer.NotFound, Answer.NotFound, Answer.NotFound),
        Open("/join/{code?}", "/join"),
        Hidden("/s/{key}", Who.Anyone, "/s/none"),
        // The holder of a seat leaves it; nobody else's is within reach.
        Hidden("/s/{key}/leave", Who.Anyone, "/s/none/leave"),
        Hidden("/s/{key}/wall/{token?}", Who.Anyone, "/s/none/wall"),
        // For whoever is in the session, and only images of its version.
        Hidden("/s/{key}/images/{name}", Who.Anyone, "/s/none/images/none.png"),
        Hidden("/s/{key}/qr.svg", Who.Anyone, "/s/none/qr.svg"),
        new("/s/{key}/student", Who.Anyone),
        new("/s/{key}/student/negotiate", Who.Anyone),
        new("/s/{key}/projector", Who.Anyone),
        new("/s/{key}/projector/negotiate", Who.Anyone),
        new("/s/{key}/teacher", Who.Staff),
        new("/s/{key}/teacher/negotiate", Who.Staff),
        Hidden("/s/{key}/teach", Who.Staff, "/s/none/teach"),
        new("/s/{key}/reentry/{participant}", Who.Staff),
        Hidden("/s/{key}/report", Who.Staff, "/s/none/report"),
        Hidden("/s/{key}/report/teams", Who.Staff, "/s/none/report/teams"),
        Hidden("/s/{key}/report.csv", Who.Staff, "/s/none/report.csv"),
        Hidden("/s/{key}/report/map.svg", Who.Staff, "/s/none/report/map.svg"),
        Hidden("/s/{key}/report.json", Who.Staff, "/s/none/report.json"),
        Hidden("/s/{key}/delete", Who.Staff, "/s/none/delete"),
        Hidden("/start/{version:guid}/{lesson}", Who.Staff, $"/start/{NoSuchId}/none"),
        Staff("/dashboard", "/dashboard"),
        Staff("/dashboard/earlier/{part:int:min(1)=1}", "/dashboard/earlier"),
        // From this machine only, with the token that stands in the data folder.
        Hidden("/operate/load", Who.Anyone, "/operate/load"),
        Hidden("/operate/reading", Who.Anyone, "/operate/reading"),
        Hidden("/operate/password", Who.Anyone, "/operate/password"),
        Staff("/account", "/account"),
        Staff("/sign-out", "/sign-out"),
        Admin("/people", "/people"),
        Admin("/health", "/health"),
        Admin("/health/figures", "/health/figures"),
        // Teachers find readings and lessons here; what changes the library stays with admins.
        Staff("/library", "/library"),
        Admin("/library/upload", "/library/upload"),
        // A teacher sees their own drafts alone (Lessons/OwnTextsTests).
        Staff("/library/drafts/new", "/library/drafts/new"),
        // Their names follow from what they hold: nobody guesses one.
        Hidden("/library/images/{name}", Who.Staff, "/library/images/none.png"),
        Hidden("/s/preview/images/{name}", Who.Staff, "/s/preview/images/none.png"),
        Hidden("/library/packs/{id:guid}", Who.Staff, $"/library/packs/{NoSuchId}"),
        // Teachers see why a version is not what it was.
        Hidden("/library/packs/{id:guid}/changes", Who.Staff, $"/library/packs/{NoSuchId}/changes"),
        Hidden("/library/packs/{id:guid}/withdraw", Who.Admin, $"/library/packs/{NoSuchId}/withdraw"),
        Hidden("/library/packs/{id:guid}/zip", Who.Admin, $"/library/packs/{NoSuchId}/zip"),
        // Every teacher may judge what they teach with; a version of somebody's own is not found.
        Hidden("/library/packs/{id:guid}/balance", Who.Staff, $"/library/packs/{NoSuchId}/balance"),
        // A published list; only an admin's form changes it.
        Staff("/library/words", "/library/words"),
        Staff("/library/holds", "/library/holds"),
        Hidden("/library/packs/{id:guid}/questions/import", Who.Admin, $"/library/packs/{NoSuchId}/questions/import"),
        Hidden("/library/packs/{id:guid}/questions/export", Who.Admin, $"/library/packs/{NoSuchId}/questions/export"),
        Hidden("/library/packs/{id:guid}/lessons/{lesson}/preview/{step?}", Who.Staff, $"/library/packs/{NoSuchId}/lessons/none/preview"),
        // Of the teacher who is signed in, and nobody else's (Lessons/OwnLessonPagesTests).
        Hidden("/lessons/{id:guid}", Who.Staff, $"/lessons/{NoSuchId}"),
        Hidden("/lessons/{id:guid}/move", Who.Staff, $"/lessons/{NoSuchId}/move"),
        Hidden("/library/drafts/{id:guid}", Who.Staff, $"/library/drafts/{NoSuchId}"),
        Admin("/library/topics/new", "/library/topics/new"),
        Hidden("/library/topics/{id:guid}", Who.Admin, $"/library/topics/{NoSuchId}"),
        Hidden("/library/topics/{id:guid}/history", Who.Admin, $"/library/topics/{NoSuchId}/history"),
        // What asks for review is for every teacher to read, and only that (Library/Topics/ReviewTests).
        Hidden("/library/topics/{id:guid}/review", Who.Staff, $"/library/topics/{NoSuchId}/review"),
        Hidden("/library/topics/{id:guid}/review/lessons/{lesson}/preview/{step?}", Who.Staff, $"/library/topics/{NoSuchId}/review/lessons/none/preview"),
        Hidden("/library/topics/{id:guid}/{**part}", Who.Admin, $"/library/topics/{NoSuchId}/about"),
        Hidden("/library/drafts/{id:guid}/add", Who.Admin, $"/library/drafts/{NoSuchId}/add"),
    ];

    /// <summary>What takes a form: the page's route, its handler's name, and an address of it. Without its token it does nothing.</summary>
    public static readonly (string Route, string? Handler, string Path)[] Forms =
    [
        ("/sign-in", null, "/sign-in"),
        ("/sign-out", null, "/sign-out"),
        ("/setup/{token}", null, "/setup/x"),
        ("/invite/{token}", null, "/invite/x"),
        ("/password/{token}", null, "/password/x"),
        ("/account", "Name", "/account?handler=Name"),
        ("/account", "Password", "/account?handler=Password"),
        ("/people", "Invite", "/people?handler=Invite"),
        ("/people", "Withdraw", "/people?handler=Withdraw"),
        ("/people", "Disable", "/people?handler=Disable"),
        ("/people", "Enable", "/people?handler=Enable"),
        ("/people", "Password", "/people?handler=Password"),
        ("/join/{code?}", null, "/join/ABC234"),
        ("/join/{code?}", "Return", "/join/ABC234?handler=Return"),
        ("/s/{key}/leave", null, "/s/none/leave"),
        ("/s/{key}/delete", null, "/s/none/delete"),
        ("/start/{version:guid}/{lesson}", null, $"/start/{NoSuchId}/none"),
        ("/dashboard", "Again", "/dashboard?handler=Again"),
        ("/library/packs/{id:guid}", "Copy", $"/library/packs/{NoSuchId}?handler=Copy"),
        ("/lessons/{id:guid}", null, $"/lessons/{NoSuchId}"),
        ("/lessons/{id:guid}", "Step", $"/lessons/{NoSuchId}?handler=Step"),
        ("/lessons/{id:guid}", "Use", $"/lessons/{NoSuchId}?handler=Use"),
        ("/lessons/{id:guid}", "Delete", $"/lessons/{NoSuchId}?handler=Delete"),
        ("/lessons/{id:guid}/move", null, $"/lessons/{NoSuchId}/move"),
        ("/library/upload", null, "/library/upload"),
        ("/library/packs/{id:guid}/withdraw", null, $"/library/packs/{NoSuchId}/withdraw"),
        ("/library/packs/{id:guid}/withdraw", "Back", $"/library/packs/{NoSuchId}/withdraw?handler=Back"),
        ("/library/words", null, "/library/words"),
        ("/library/holds", null, "/library/holds"),
        ("/library/holds", "Try", "/library/holds?handler=Try"),
        ("/library/packs/{id:guid}/balance", "SignOff", $"/library/packs/{NoSuchId}/balance?handler=SignOff"),
        ("/library/packs/{id:guid}/questions/import", null, $"/library/packs/{NoSuchId}/questions/import"),
        ("/library/packs/{id:guid}/questions/import", "Fill", $"/library/packs/{NoSuchId}/questions/import?handler=Fill"),
        ("/library/packs/{id:guid}/questions/import", "Add", $"/library/packs/{NoSuchId}/questions/import?handler=Add"),
        ("/library/drafts/new", null, "/library/drafts/new"),
        ("/library/drafts/new", "Files", "/library/drafts/new?handler=Files"),
        ("/library/drafts/new", "Preview", "/library/drafts/new?handler=Preview"),
        ("/library/drafts/new", "Picture", "/library/drafts/new?handler=Picture"),
        ("/library/drafts/{id:guid}", null, $"/library/drafts/{NoSuchId}"),
        ("/library/drafts/{id:guid}", "Text", $"/library/drafts/{NoSuchId}?handler=Text"),
        ("/library/drafts/{id:guid}", "Preview", $"/library/drafts/{NoSuchId}?handler=Preview"),
        ("/library/drafts/{id:guid}", "Picture", $"/library/drafts/{NoSuchId}?handler=Picture"),
        ("/library/drafts/{id:guid}", "Here", $"/library/drafts/{NoSuchId}?handler=Here"),
        ("/library/drafts/{id:guid}", "Undo", $"/library/drafts/{NoSuchId}?handler=Undo"),
        ("/library/drafts/{id:guid}", "Redo", $"/library/drafts/{NoSuchId}?handler=Redo"),
        ("/library/drafts/{id:guid}", "Delete", $"/library/drafts/{NoSuchId}?handler=Delete"),
        ("/library/topics/new", null, "/library/topics/new"),
        ("/library/topics/new", "From", "/library/topics/new?handler=From"),
        ("/library/topics/{id:guid}", "Undo", $"/library/topics/{NoSuchId}?handler=Undo"),
        ("/library/topics/{id:guid}", "Redo", $"/library/topics/{NoSuchId}?handler=Redo"),
        ("/library/topics/{id:guid}", "Add", $"/library/topics/{NoSuchId}?handler=Add"),
        ("/library/topics/{id:guid}", "Take", $"/library/topics/{NoSuchId}?handler=Take"),
        ("/library/topics/{id:guid}", "Move", $"/library/topics/{NoSuchId}?handler=Move"),
        ("/library/topics/{id:guid}", "Remove", $"/library/topics/{NoSuchId}?handler=Remove"),
        ("/library/topics/{id:guid}", "Review", $"/library/topics/{NoSuchId}?handler=Review"),
        ("/library/topics/{id:guid}", "SignOff", $"/library/topics/{NoSuchId}?handler=SignOff"),
        ("/library/topics/{id:guid}", "TakeBack", $"/library/topics/{NoSuchId}?handler=TakeBack"),
        ("/library/topics/{id:guid}", "Publish", $"/library/topics/{NoSuchId}?handler=Publish"),
        ("/library/topics/{id:guid}", "Delete", $"/library/topics/{NoSuchId}?handler=Delete"),
        ("/library/topics/{id:guid}/review", "SignOff", $"/library/topics/{NoSuchId}/review?handler=SignOff"),
        ("/library/topics/{id:guid}/{**part}", "Preview", $"/library/topics/{NoSuchId}/about?handler=Preview"),
        ("/library/topics/{id:guid}/{**part}", "Here", $"/library/topics/{NoSuchId}/about?handler=Here"),
        ("/library/topics/{id:guid}/{**part}", "Picture", $"/library/topics/{NoSuchId}/about?handler=Picture"),
        ("/library/topics/{id:guid}/{**part}", null, $"/library/topics/{NoSuchId}/about"),
        ("/library/drafts/{id:guid}/add", null, $"/library/drafts/{NoSuchId}/add"),
    ];

    public static readonly (string Kind, From From)[] Commands =
    [
        ("step.open", From.Teacher), ("step.close", From.Teacher), ("step.skip", From.Teacher),
        ("lesson.pause", From.Teacher), ("lesson.extend", From.Teacher), ("lesson.eyesUp", From.Teacher),
        ("door.lock", From.Teacher), ("student.remove", From.Teacher), ("student.pausePosting", From.Teacher), ("session.end", From.Teacher),
        ("draft.keep", From.Student),
        ("norms.accept", From.Student),
        ("reading.keep", From.Student), ("reading.drop", From.Student), ("reading.finish", From.Student),
        ("quiz.answer", From.Student),
        ("quiz.open", From.Teacher), ("quiz.close", From.Teacher), ("quiz.reveal", From.Teacher), ("quiz.revealAll", From.Teacher),
        ("debate.submit", From.Student), ("debate.withdraw", From.Student), ("debate.mark", From.Student),
        ("debate.approve", From.Teacher), ("debate.return", From.Teacher), ("debate.remove", From.Teacher), ("debate.spotlight", From.Teacher), ("debate.undo", From.Teacher),
        ("text.release", From.Teacher), ("text.return", From.Teacher), ("text.keepIncident", From.Teacher), ("text.erase", From.Teacher),
        ("help.ask", From.Student), ("help.takeBack", From.Student), ("help.answer", From.Teacher), ("help.finish", From.Teacher),
        ("help.moment", From.Teacher), ("help.prompt", From.Teacher), ("help.takeBackPrompt", From.Teacher),
        ("poll.vote", From.Student), ("poll.skip", From.Student),
        ("controversy.saveEntry", From.Student), ("controversy.dropEntry", From.Student), ("controversy.present", From.Student), ("controversy.restate", From.Student),
        ("controversy.accept", From.Student), ("controversy.sendBack", From.Student), ("controversy.signOff", From.Student), ("controversy.callTeacher", From.Student), ("controversy.comeBack", From.Student),
        ("controversy.deal", From.Teacher), ("controversy.moveMember", From.Teacher), ("controversy.keepApart", From.Teacher), ("controversy.markAbsent", From.Teacher),
        ("controversy.openPhase", From.Teacher), ("controversy.moveTeam", From.Teacher), ("controversy.extendTeam", From.Teacher), ("controversy.pauseTeam", From.Teacher),
        ("controversy.stopForToday", From.Teacher), ("controversy.removeEntry", From.Teacher), ("controversy.answerCall", From.Teacher), ("controversy.showTeam", From.Teacher),
        ("sourceCheck.judge", From.Student),
        ("sourceCheck.reveal", From.Teacher), ("sourceCheck.revealAll", From.Teacher), ("sourceCheck.show", From.Teacher),
        ("reflection.write", From.Student),
    ];

    public static Answer Seen(HttpResponseMessage answer) => answer.StatusCode switch
    {
        HttpStatusCode.OK => Answer.Page,
        HttpStatusCode.NotFound => Answer.NotFound,
        HttpStatusCode.Gone => Answer.Gone,
        HttpStatusCode.BadRequest => Answer.BadForm,
        HttpStatusCode.Redirect when answer.Headers.Location!.OriginalString.Contains("/sign-in", StringComparison.Ordinal) => Answer.SignIn,
        HttpStatusCode.Redirect => Answer.Onward,
        var status => throw new InvalidOperationException($"{answer.RequestMessage!.RequestUri} answered {status}."),
    };

    /// <summary>Nothing there for this person: a stranger signs in first where only staff may look, everybody else finds nothing.</summary>
    private static Row Hidden(string route, Who who, string visit) =>
        new(route, who, visit, who == Who.Anyone ? Answer.NotFound : Answer.SignIn, Answer.NotFound, Answer.NotFound);

    private static Row Open(string route, string visit) => new(route, Who.Anyone, visit);
    private static Row Staff(string route, string visit) => new(route, Who.Staff, visit, Answer.SignIn);
    private static Row Admin(string route, string visit) => new(route, Who.Admin, visit, Answer.SignIn, Answer.NotFound);
}
