using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CivicsClass.Quizzes.Files;

/// <summary>One question of a GIFT file.</summary>
internal sealed partial class GiftQuestion(string block, string place, string? id, IReadOnlyList<string> tags)
{
    private readonly RawQuestion _raw = new(place) { Id = id };
    private string _form = "";

    public void Into(QuizIntake intake)
    {
        _raw.Tags.AddRange(tags);
        var rest = Form(Title(block));
        var open = Find(rest, '{', 0);
        if (open < 0)
        {
            intake.Refuse(place, Words(rest), Find(rest, '}', 0) >= 0 ? "There is a } without a { before it. Add the brace, or write \\} if the sign belongs to the text." : Unfit.Description);
            return;
        }
        if (Find(rest, '}', open) is not (> 0 and var close))
        {
            intake.Refuse(place, Words(rest[..open]), "The closing } is missing. Add it after the last answer, and leave no empty line before it.");
            return;
        }
        var (before, answers, after) = (rest[..open], rest[(open + 1)..close].Trim(), rest[(close + 1)..].Trim());
        _raw.Stem = Words(before, _form);
        if (Find(after, '{', 0) >= 0)
            intake.Refuse(place, _raw.Stem, Unfit.Gaps);
        else if (Unasked(answers) is { } reason)
            intake.Refuse(place, _raw.Stem + (after.Length > 0 ? " … " + Words(after, _form) : ""), reason);
        else
        {
            if (after.Length > 0)
            {
                _raw.Stem = $"{_raw.Stem} _____ {Words(after, _form)}";
                _raw.Note("The options stood in the middle of the sentence; their place is marked with a line.");
            }
            Answers(answers);
            intake.Take(_raw);
        }
    }

    private string Title(string text)
    {
        if (!text.StartsWith("::", StringComparison.Ordinal))
            return text;
        for (var at = 2; at + 1 < text.Length; at++)
            if (text[at] == '\\')
                at++;
            else if (text[at] == ':' && text[at + 1] == ':')
            {
                _raw.Title = Plain(text[2..at]);
                return text[(at + 2)..].TrimStart();
            }
        return text[2..];
    }

    private string Form(string text)
    {
        if (FormMark().Match(text) is not { Success: true } mark)
            return text;
        _form = mark.Groups[1].Value;
        return text[mark.Length..];
    }

    private static string? Unasked(string answers)
    {
        if (answers.Length == 0)
            return Unfit.Essay;
        if (answers[0] == '#')
            return answers.StartsWith("####", StringComparison.Ordinal) ? Unfit.Essay : Unfit.Number;
        if (TrueFalse().IsMatch(answers) || Find(answers, '~', 0) >= 0)
            return null;
        return Find(answers, '=', 0) >= 0 && answers.Contains("->", StringComparison.Ordinal) ? Unfit.Matching : Unfit.ShortText;
    }

    private void Answers(string answers)
    {
        if (Last(answers) is >= 0 and var general)
        {
            _raw.Explanation = Words(answers[(general + 4)..]);
            answers = answers[..general].TrimEnd();
        }
        if (TrueFalse().Match(answers) is { Success: true } truth)
            TrueOrFalse(truth.Groups[1].Value[0] is 'T' or 't', answers[truth.Length..]);
        else
            Choices(answers);
    }

    /// <summary>The first feedback is for those who were wrong, the second for those who were right.</summary>
    private void TrueOrFalse(bool isTrue, string feedback)
    {
        var parts = Parts(feedback, "#");
        var (wrong, right) = (parts.Count > 1 ? Words(parts[1].Text) : null, parts.Count > 2 ? Words(parts[2].Text) : null);
        _raw.Options.Add(new RawOption("True", isTrue ? 1 : 0, isTrue ? right : wrong));
        _raw.Options.Add(new RawOption("False", isTrue ? 0 : 1, isTrue ? wrong : right));
    }

    private void Choices(string answers)
    {
        var parts = Parts(answers, "=~");
        if (parts[0].Text.Trim().Length > 0)
            _raw.Note($"“{Words(parts[0].Text)}” stood before the first answer and was left out.");
        _raw.Several = parts.All(p => p.Mark != '=');
        foreach (var (mark, text) in parts.Skip(1))
        {
            var answer = text.Trim();
            var weight = mark == '=' ? 1.0 : 0.0;
            if (Weight().Match(answer) is { Success: true } share)
            {
                weight = double.Parse(share.Groups[1].Value, CultureInfo.InvariantCulture) / 100;
                answer = answer[share.Length..];
            }
            var feedback = Find(answer, '#', 0);
            _raw.Options.Add(feedback < 0
                ? new RawOption(Words(answer), weight)
                : new RawOption(Words(answer[..feedback]), weight, Words(answer[(feedback + 1)..])));
        }
        if (_raw.Several && _raw.Options.All(o => o.Weight <= 0))
            _raw.Several = false;
    }

    /// <summary>Divides at unescaped marks; the first part stands before any mark.</summary>
    private static List<(char Mark, string Text)> Parts(string text, string marks)
    {
        var (parts, from, mark) = (new List<(char, string)>(), 0, '\0');
        for (var at = 0; at < text.Length; at++)
            if (text[at] == '\\')
                at++;
            else if (marks.Contains(text[at], StringComparison.Ordinal))
            {
                parts.Add((mark, text[from..at]));
                (from, mark) = (at + 1, text[at]);
            }
        parts.Add((mark, text[from..]));
        return parts;
    }

    private static int Last(string text)
    {
        var last = -1;
        for (var at = 0; at < text.Length; at++)
            if (text[at] == '\\')
                at++;
            else if (string.CompareOrdinal(text, at, "####", 0, 4) == 0)
                (last, at) = (at, at + 3);
        return last;
    }

    private static int Find(string text, char sign, int from)
    {
        for (var at = from; at < text.Length; at++)
            if (text[at] == '\\')
                at++;
            else if (text[at] == sign)
                return at;
        return -1;
    }

    /// <summary>An answer or a feedback, which may have a form of its own.</summary>
    private string Words(string text) =>
        FormMark().Match(text.Trim()) is { Success: true } own ? Words(text.Trim()[own.Length..], own.Groups[1].Value) : Words(text, _form);

    private string Words(string text, string form)
    {
        var plain = Plain(text);
        if (form == "html" || (form is "" or "moodle" && HtmlWords.Looks(plain)))
            return HtmlWords.Of(plain, _raw.Notes).Trim();
        if (form == "markdown")
            _raw.Note("The text was Markdown; signs such as * may have stayed in it.");
        return plain.Trim();
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
            if (text[at] != '\\' || at + 1 == text.Length)
                plain.Append(text[at]);
            else if (text[at + 1] is '~' or '=' or '#' or '{' or '}' or ':' or '\\')
                plain.Append(text[++at]);
            else if (text[at + 1] == 'n')
                (_, at) = (plain.Append('\n'), at + 1);
            else
                plain.Append('\\');
        return plain.ToString();
    }

    [GeneratedRegex(@"\A\[(html|moodle|plain|markdown)\]")]
    internal static partial Regex FormMark();

    [GeneratedRegex(@"\A(T|F|TRUE|FALSE)\s*(?=#|\z)", RegexOptions.IgnoreCase)]
    private static partial Regex TrueFalse();

    [GeneratedRegex(@"\A%(-?\d{1,3}(?:\.\d{1,9})?)%")]
    private static partial Regex Weight();
}
