namespace CivicsClass.Sessions;

/// <summary>Something a person asks a session to do. Declared beside the step that answers it, registered under a stable wire name.</summary>
public abstract record SessionCommand;

/// <summary>A command for one step of the lesson.</summary>
public abstract record StepCommand(string Step) : SessionCommand;

public interface IFromStudent;

public interface IFromTeacher;

/// <summary>Sent by the server itself: the door (joining) and the clock (deadlines).</summary>
public interface IFromServer;

public enum Role { Student, Teacher, Projector, Server }

/// <summary>Who acts. <c>Id</c> is a participant id ("p1"), a teacher's user id, or "server"; it stands in the log as <c>By</c>.</summary>
public sealed record Actor(Role Role, string Id)
{
    public static readonly Actor Server = new(Role.Server, "server");
    public static Actor Student(string id) => new(Role.Student, id);
    public static Actor Teacher(string id) => new(Role.Teacher, id);
}

/// <summary>One command being carried out: who and when. Verbs read time from here and never from a clock.</summary>
public sealed record Turn(Actor By, DateTime Now);

/// <summary>A rule was broken. The sentence is shown to the student or teacher and says what to do.</summary>
public sealed class Refusal(string sentence) : Exception(sentence);
