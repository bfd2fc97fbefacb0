using System.Text.RegularExpressions;
using CivicsClass.Guards;
using CivicsClass.Library;

namespace CivicsClass.Quizzes.Files;

/// <summary>All kinds of quiz files, in the order in which a file is tried.</summary>
public static class QuizFiles
{
    public static IReadOnlyList<IQuizFormat> Formats { get; } =
    [
        new GiftFormat(), new MoodleXmlFormat(), Qti2Format.Version21, Qti2Format.Version30, new Qti12Format(),
        new CsvFormat(), new AikenFormat(), new KahootFormat(), new ClassQuizFormat(),
    ];

    private static readonly string[] Order = ["kahoot", "qti-3.0", "qti-2.1", "qti-1.2", "moodle-xml", "classquiz", "aiken", "csv", "gift"];

    /// <summary>Reads a file of any of the formats. Never throws for what is wrong in the file.</summary>
    public static QuizReading Read(string name, byte[] bytes)
    {
        var intake = new QuizIntake();
        IQuizFormat? format = null;
        try
        {
            var upload = QuizUpload.Open(bytes);
            if (upload.Remark is { } remark)
                intake.Remark(remark);
            format = Order.Select(Find).FirstOrDefault(f => f!.Recognises(upload))
                ?? throw upload.Trouble ?? new UnreadableQuiz("", "No kind of quiz file was recognised in this. Export the questions as GIFT, Moodle XML, QTI, Aiken, CSV, a Kahoot spreadsheet or ClassQuiz JSON, or use the CSV template.");
            format.Read(upload, intake);
        }
        catch (UnreadableQuiz wrong)
        {
            intake.Refuse(wrong.Place, "", wrong.Message);
        }
        catch (RegexMatchTimeoutException)
        {
            intake.Refuse("", "", PatternTime.Sentence);
        }
        var reading = intake.Done(name, format?.Name);
        if (format is not null && reading.Questions.Count + reading.Refused.Count == 0)
            return reading with { Refused = [new RefusedQuestion("", "", "There is no question in this file. Export the questions again.")] };
        return reading;
    }

    public static IQuizFormat? Find(string? key) => Formats.FirstOrDefault(f => f.Key == key);

    /// <summary>The questions that the format can hold, as a file.</summary>
    public static byte[] Write(IQuizFormat format, string title, IEnumerable<QuizItem> items) =>
        format.Write(QuizText.OneLine(title), [.. items.Where(i => format.CannotHold(i) is null).Select(QuizText.Tidy)]);
}
