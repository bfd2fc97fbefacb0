using CivicsClass.Help;
using CivicsClass.Sessions;

namespace CivicsClass.Tests.Sessions;

internal sealed partial class RandomLesson
{
    private string Question() => $"q{_dice.Next(1, 5)}";

    private SessionCommand Asks() => _dice.Next(4) == 0 ? new TakeBackQuestion(Question()) : new AskTeacher($"PRIVATE-{++_written}");

    /// <summary>Questions are put to the class in the teacher's words, so that what is private can be told from what is not.</summary>
    private SessionCommand Helps() => _dice.Next(6) switch
    {
        0 => new AnswerQuestion(Question(), $"An answer, {++_written}."),
        1 => new FinishQuestion(Question()),
        2 => _dice.Next(2) == 0 ? new ShowMoment(null, null) : new ShowMoment(Question(), "In other words?"),
        3 => new TakeBackPrompt($"h{_dice.Next(1, 4)}"),
        4 => new PostPrompt("To one side.", Debate(), Pick([SampleLesson.Require, SampleLesson.Choose]), null),
        _ => new PostPrompt("To a team.", Controversy, null, Pick(["t1", "t2"])),
    };
}
