using CivicsClass.Sessions;

namespace CivicsClass.Help;

public abstract record HelpCommand : SessionCommand;

public abstract record HelpEvent : SessionEvent;

/// <summary>A question that only the teacher reads.</summary>
public sealed record AskTeacher(string Text) : HelpCommand, IFromStudent;

public sealed record TakeBackQuestion(string Question) : HelpCommand, IFromStudent;

/// <summary>Answers privately; a second answer takes the place of the first.</summary>
public sealed record AnswerQuestion(string Question, string Text) : HelpCommand, IFromTeacher;

/// <summary>Done without a written answer.</summary>
public sealed record FinishQuestion(string Question) : HelpCommand, IFromTeacher;

/// <summary>The question of the moment, on every screen until it is taken down.</summary>
/// <param name="Question">A student's question, shown without a name; absent: the teacher's own.</param>
/// <param name="Text">The teacher's words; absent: the student's. Both absent: taken down.</param>
public sealed record ShowMoment(string? Question, string? Text) : HelpCommand, IFromTeacher;

/// <summary>Words to the class; to those on a side or in a team of a step, when one is named.</summary>
/// <param name="Step">Present with <c>Side</c> or <c>Team</c>.</param>
/// <param name="Side">A side by lot of a debate, or the side assigned in a controversy.</param>
/// <param name="Team">A team's id.</param>
public sealed record PostPrompt(string Text, string? Step, string? Side, string? Team) : HelpCommand, IFromTeacher;

public sealed record TakeBackPrompt(string Prompt) : HelpCommand, IFromTeacher;

public sealed record QuestionAsked(string Question, string Text, IReadOnlyList<HoldMark>? Held = null) : HelpEvent, IWritten
{
    internal override Audiences Touches => Audiences.Teacher | Audiences.My;

    string IWritten.Item => Question;
    IEnumerable<KeyValuePair<string, string>> IWritten.Texts => [KeyValuePair.Create("text", Text)];
    SessionEvent IWritten.Erased() => this with { Text = Written.Erased, Held = null };
}

public sealed record QuestionTakenBack(string Question) : HelpEvent
{
    internal override Audiences Touches => Audiences.Teacher | Audiences.My;
}

public sealed record QuestionAnswered(string Question, string Text) : HelpEvent
{
    internal override Audiences Touches => Audiences.Teacher | Audiences.My;
}

public sealed record QuestionFinished(string Question) : HelpEvent
{
    internal override Audiences Touches => Audiences.Teacher | Audiences.My;
}

public sealed record MomentShown(string? Question, string? Text) : HelpEvent;

public sealed record PromptPosted(string Prompt, string Text, string? Step, string? Side, string? Team) : HelpEvent
{
    internal override Audiences Touches => Audiences.Teacher | Audiences.My;
}

public sealed record PromptTakenBack(string Prompt) : HelpEvent
{
    internal override Audiences Touches => Audiences.Teacher | Audiences.My;
}

/// <summary>Raised: shown to the class as the question of the moment.</summary>
public enum QuestionStage { Open, Answered, Done, Raised, TakenBack }

/// <summary>One student's own part. Absent from the student's view while there is nothing in it.</summary>
/// <param name="Order">The student's questions, the first asked first.</param>
/// <param name="Prompts">What the teacher says to this student's class, side or team now, the newest last.</param>
public sealed record MyHelp(IReadOnlyList<string> Order, IReadOnlyDictionary<string, MyAsked> Questions, IReadOnlyList<MyPrompt> Prompts);

/// <param name="Answer">The teacher's, for this student alone.</param>
public sealed record MyAsked(string Text, QuestionStage Stage, string? Answer);

public enum PromptTo { All, Side, Team }

public sealed record MyPrompt(string Id, PromptTo To, string Text);

/// <summary>The teacher's part. Absent until somebody asks or the teacher says something.</summary>
/// <param name="Order">Every question, the first asked first.</param>
/// <param name="Prompts">What stands on students' pages now.</param>
/// <param name="Moment">The question of the moment, as everybody reads it.</param>
/// <param name="MomentOf">The student's question it is; absent: the teacher's own.</param>
public sealed record TeacherHelp(IReadOnlyList<string> Order, IReadOnlyDictionary<string, AskedQuestion> Questions, IReadOnlyList<PostedPrompt> Prompts, string? Moment, string? MomentOf);

/// <param name="At">UTC.</param>
/// <param name="Seq">Of the event that brought it: what is released, erased or kept as an incident.</param>
/// <param name="Held">Words to look at before others see them; absent: none.</param>
public sealed record AskedQuestion(string Participant, string Text, DateTime At, QuestionStage Stage, string? Answer, long Seq, IReadOnlyList<HoldMark>? Held = null);

/// <param name="Readers">How many students it reaches.</param>
public sealed record PostedPrompt(string Id, string Text, string? Step, string? Side, string? Team, int Readers);
