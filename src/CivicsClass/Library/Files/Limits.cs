namespace CivicsClass.Library.Files;

/// <summary>How much a pack may hold. Lengths are in characters. Documented in docs/content-packs.md.</summary>
public static class Limits
{
    public const int FileBytes = 256 * 1024;
    /// <summary>300 questions with all their feedback need more than another file may have.</summary>
    public const int QuizBytes = 2 * 1024 * 1024;
    public const int PackBytes = 8 * 1024 * 1024;
    public const int ImageBytes = 2 * 1024 * 1024;
    public const int Entries = 500;
    public const int Depth = 32;
    /// <summary>Texts, lists and maps in a YAML file, and in all of a pack together.</summary>
    public const int Pieces = 50_000, PackPieces = 100_000;

    public const int Id = 60, Title = 200, Question = 500, Summary = 1000, Name = 120, Short = 40, Norm = 300, Person = 200;
    public const int Stem = 1000, Option = 400, Feedback = 600, Explanation = 1000, Misconception = 120, Standard = 60;
    public const int Term = 80, Definition = 600, Rights = 300, Description = 600, StepTitle = 120, Script = 600, Objective = 300, Prompt = 500, Url = 2000;
    public const int Paragraph = 5000, Columns = 20, ArticleParagraph = 1000, Claim = 500, ChangeMind = 600;
    public const int Readings = 200, Items = 300, Terms = 300, Lessons = 50, Standards = 100, Steps = 30;
    public const int Reasons = 5, SourceChecks = 50, ArticleParagraphs = 40, Claims = 30, Evidence = 10;

    /// <summary>How large a text file of a pack may be.</summary>
    internal static int Of(string path) => Path.GetFileName(path) == QuizFile.Path ? QuizBytes : FileBytes;
}
