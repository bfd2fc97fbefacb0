using CivicsClass.Debates;
using CivicsClass.Sessions;
using CivicsClass.Tests.Debates;

namespace CivicsClass.Tests.Sessions;

internal sealed partial class ScriptedLesson
{
    private void JudgeHeld()
    {
        var side = ((TeacherDebate)Room.Session.Step("debate").TeacherView()).Lots[Classroom.ChiId];
        Chi(Debating.Reply("a1", "HOLD: a street is named here.", ArgumentKind.Ask, side) with { Reason = null });
        Ana(new ReleaseText(Last));
        Chi(Debating.Reply("a1", "HOLD: somebody is named here.", side: side));
        Ana(new ReturnText(Last, "personal", "Say it without the name."));
        Chi(Debating.Reply("a1", "HOLD: somebody's papers.", side: side));
        var papers = Last;
        Ana(new KeepIncident(papers));
        Ana(new EraseText(papers));
    }

    private long Last => Room.Log[^1].Seq;
}
