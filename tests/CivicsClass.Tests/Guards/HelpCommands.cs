using CivicsClass.Help;
using CivicsClass.Sessions;
using CivicsClass.Tests.Sessions;

namespace CivicsClass.Tests.Guards;

/// <summary>When each command of live help is valid.</summary>
internal static class HelpCommands
{
    public static (Action<Classroom> Arrange, SessionCommand Command)? Case(string kind) => kind switch
    {
        "help.ask" => (Nothing, new AskTeacher("Why?")),
        "help.takeBack" => (Asked, new TakeBackQuestion("q1")),
        "help.answer" => (Asked, new AnswerQuestion("q1", "Because.")),
        "help.finish" => (Asked, new FinishQuestion("q1")),
        "help.moment" => (Asked, new ShowMoment("q1", null)),
        "help.prompt" => (Nothing, new PostPrompt("Go on.", null, null, null)),
        "help.takeBackPrompt" => (Prompted, new TakeBackPrompt("h1")),
        _ => null,
    };

    private static void Nothing(Classroom room) { }

    private static void Asked(Classroom room) => room.Ben(new AskTeacher("Why?"));

    private static void Prompted(Classroom room) => room.Ana(new PostPrompt("Go on.", null, null, null));
}
