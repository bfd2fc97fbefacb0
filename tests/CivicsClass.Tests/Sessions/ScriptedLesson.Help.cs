using CivicsClass.Help;

namespace CivicsClass.Tests.Sessions;

internal sealed partial class ScriptedLesson
{
    private void AskForHelp()
    {
        Ben(new AskTeacher("May I quote twice?"));
        Ana(new AnswerQuestion("q1", "Yes, if both carry your reason."));
        Ben(new AskTeacher("Never mind?"));
        Ben(new TakeBackQuestion("q2"));
        Chi(new AskTeacher("Are we done soon?"));
        Ana(new FinishQuestion("q3"));
        Chi(new AskTeacher("What is a detainer?"));
        Ana(new ShowMoment("q4", null));
        Ana(new PostPrompt("Look for the strongest objection.", null, null, null));
        Ana(new PostPrompt("One more minute.", "controversy", null, "t2"));
        Ana(new TakeBackPrompt("h1"));
    }
}
