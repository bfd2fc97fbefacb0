namespace CivicsClass.Quizzes.Files;

/// <summary>How much a quiz file may hold, so that no file takes more than 64 MB of memory.</summary>
public static class QuizLimits
{
    /// <summary>A file as it is sent.</summary>
    public const int FileBytes = 8 * 1024 * 1024;
    /// <summary>A text, or a text out of an archive.</summary>
    public const int TextBytes = 3 * 1024 * 1024;
    /// <summary>All texts of an archive together.</summary>
    public const int ArchiveBytes = 4 * 1024 * 1024;
    public const int Entries = 1000;
    public const int Questions = 500;
    public const int XmlParts = 60_000;
    public const int JsonParts = 100_000;
    public const int XmlDepth = 64;
    /// <summary>A text of a question in characters; far more than a question may have, so that it can be shortened in the preview.</summary>
    public const int Words = 20_000;
    public const int Lines = 50_000, LineLength = 100_000;
    public const int Cells = 60, CellLength = 20_000;
    public const int Files = 10;
}
