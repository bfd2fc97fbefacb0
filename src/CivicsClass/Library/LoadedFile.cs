using System.Text;
using System.Text.RegularExpressions;
using CivicsClass.Library.Files;
using CivicsClass.Library.Importing;

namespace CivicsClass.Library;

/// <summary>A single file that the command line was given: a pack's zip, or a text that becomes a draft reading.</summary>
internal static partial class LoadedFile
{
    private static readonly string[] QuestionEndings = [".gift", ".csv", ".tsv", ".xlsx", ".xml", ".json", ".cqa"];

    public static bool IsText(string file, byte[] bytes) =>
        bytes is not [(byte)'P', (byte)'K', ..] || Ending(file) == ".docx" || PackZip.Names(bytes).Any(n => n.StartsWith("word/", StringComparison.Ordinal)) || AreQuestions(file, bytes);

    /// <summary>Questions belong to a topic, which is chosen in the browser.</summary>
    public static bool AreQuestions(string file, byte[] bytes) =>
        QuestionEndings.Contains(Ending(file)) || (bytes is [(byte)'P', (byte)'K', ..] && PackZip.Names(bytes).Any(n => n is "xl/workbook.xml" || n.Split('/')[^1] == "imsmanifest.xml"))
        || (Ending(file) == ".txt" && bytes.Length <= Limits.FileBytes && Aiken().IsMatch(Encoding.Latin1.GetString(bytes)));

    public static ImportReport Questions(string file) => ImportReport.Refuse(file,
        "This looks like questions, and these go into a topic: in the browser, choose Library, the topic, Import questions. (A text to read that only has this name: save it as .txt.)");

    /// <summary>What a person reads about a text.</summary>
    public static string InWords(this ImportedFile imported)
    {
        var (report, draft) = imported;
        var words = new StringBuilder(draft is null ? $"{report.File} was not taken:"
            : $"{report.File} is a draft reading now, “{draft.Title}”{(report.Outcome == ImportOutcome.Taken ? ". Nothing was changed or left out." : ". Not everything is as it was in the file:")}");
        foreach (var remark in report.Remarks)
            words.Append("\n- ").Append(remark.Sentence).Append(remark.Quote is { } quote ? $" “{quote}”" : "");
        return words.Append(draft is null ? "\n" : $"\nLook at it under Library, Draft readings (/library/drafts/{draft.Id}), and add it to a topic there.\n").ToString();
    }

    private static string Ending(string file) => Path.GetExtension(file).ToLowerInvariant();

    [GeneratedRegex(@"^ANSWER:[ \t]*[A-Z][ \t]*\r?$", RegexOptions.Multiline)]
    private static partial Regex Aiken();
}
