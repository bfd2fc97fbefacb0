using CivicsClass.Library;

namespace CivicsClass.Quizzes.Files;

/// <summary>What of a question a format may have a place for, beside stem, options and key.</summary>
[Flags]
public enum QuizParts
{
    None = 0,
    Id = 1,
    Feedback = 2,
    Explanation = 4,
    Misconceptions = 8,
    RestsOn = 16,
    Difficulty = 32,
    Standards = 64,
    Helps = 128,
    AsOf = 256,
    All = 511,
}

/// <summary>One kind of quiz file, in and out. What a format keeps comes back the same: docs/quiz-files.md.</summary>
public interface IQuizFormat
{
    /// <summary>In addresses, such as "moodle-xml".</summary>
    string Key { get; }
    string Name { get; }
    /// <summary>Such as ".xml".</summary>
    string Ending { get; }
    string ContentType { get; }
    QuizParts Keeps { get; }

    /// <summary>Judges by what the file holds; its name says nothing.</summary>
    bool Recognises(QuizUpload upload);

    /// <summary>Gives every question to the intake, or refuses it there with place and reason.</summary>
    /// <exception cref="UnreadableQuiz">The file as a whole cannot be read.</exception>
    void Read(QuizUpload upload, QuizIntake intake);

    /// <summary>Why the format has no way to say this question; absent when it has.</summary>
    string? CannotHold(QuizItem item) => null;

    /// <summary>What the tool that the format belongs to will ask for before it takes this question.</summary>
    string? Remark(QuizItem item) => null;

    /// <param name="items">Tidy, and such as the format can hold.</param>
    byte[] Write(string title, IReadOnlyList<QuizItem> items);
}

/// <summary>The file as a whole cannot be read, and what to do about it.</summary>
public sealed class UnreadableQuiz(string place, string reason) : Exception(reason)
{
    /// <summary>Such as "line 3"; empty for the whole file.</summary>
    public string Place => place;
}
