using System.Text;
using System.Text.RegularExpressions;
using CivicsClass.Library;

namespace CivicsClass.Quizzes.Files;

/// <summary>Aiken (docs.moodle.org, "Aiken format"): a question, lettered options and the letter of the one right answer.</summary>
public sealed partial class AikenFormat : IQuizFormat
{
    public string Key => "aiken";
    public string Name => "Aiken";
    public string Ending => ".aiken.txt";
    public string ContentType => "text/plain; charset=utf-8";
    public QuizParts Keeps => QuizParts.None;

    public bool Recognises(QuizUpload upload) =>
        upload.Lines.Any(l => Answer().IsMatch(l)) && upload.Lines.Any(l => Option().IsMatch(l));

    public string? CannotHold(QuizItem item) =>
        item.Kind == ItemKind.Multiple ? "It has several right answers, and Aiken knows only one." : null;

    public void Read(QuizUpload upload, QuizIntake intake)
    {
        var (stem, options, from) = (new List<string>(), new List<string>(), 0);
        for (var at = 0; at < upload.Lines.Length && !intake.IsFull; at++)
        {
            var line = upload.Lines[at].Trim();
            if (line.Length == 0)
                continue;
            from = stem.Count == 0 ? at + 1 : from;
            if (stem.Count > 0 && Answer().Match(line) is { Success: true } answer)
            {
                Take(string.Join(' ', stem), options, answer.Groups[1].Value[0], SafeXml.Place("", from), intake);
                stem.Clear();
                options.Clear();
            }
            else if (stem.Count > 0 && Option().Match(line) is { Success: true } option)
                options.Add(option.Groups[2].Value);
            else if (options.Count > 0)
                options[^1] += " " + line;
            else
                stem.Add(line);
        }
        if (stem.Count > 0)
            intake.Refuse(SafeXml.Place("", from), string.Join(' ', stem), Unfit.Incomplete);
    }

    public byte[] Write(string title, IReadOnlyList<QuizItem> items)
    {
        var text = new StringBuilder();
        foreach (var item in items)
        {
            text.Append(item.Stem).Append('\n');
            foreach (var (index, option) in item.Options.Index())
                text.Append((char)('A' + index)).Append(". ").Append(option.Text).Append('\n');
            text.Append("ANSWER: ").Append((char)('A' + item.Options.Index().First(o => o.Item.Correct).Index)).Append("\n\n");
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Take(string stem, List<string> options, char answer, string place, QuizIntake intake)
    {
        var right = char.ToUpperInvariant(answer) - 'A';
        if (options.Count >= 2 && right >= options.Count)
        {
            intake.Refuse(place, stem, $"The answer is {answer}, and there is no such option. Correct the letter.");
            return;
        }
        var raw = new RawQuestion(place) { Stem = stem };
        raw.Options.AddRange(options.Select((o, i) => new RawOption(o, i == right ? 1 : 0)));
        intake.Take(raw);
    }

    [GeneratedRegex(@"\A\s*ANSWER\s*:\s*([A-Za-z])\s*\.?\s*\z", RegexOptions.IgnoreCase)]
    private static partial Regex Answer();

    [GeneratedRegex(@"\A\s*([A-Z])[.)]\s+(\S.*)\z")]
    private static partial Regex Option();
}
