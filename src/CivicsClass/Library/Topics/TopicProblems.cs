using System.Text.RegularExpressions;
using CivicsClass.Library.Files;

namespace CivicsClass.Library.Topics;

/// <summary>What keeps a topic from being published, in the words of the forms. <c>Field</c>: its name in the part's form.</summary>
public sealed record TopicProblem(TopicPart? Part, string Field, string Sentence)
{
    public string FieldId => Field.Replace('.', '-');
}

/// <summary>Leads what the pack's rules say of files and lines back to the parts and fields that people see.</summary>
internal sealed partial class TopicProblems(TopicInProgress topic)
{
    private readonly Dictionary<TopicPart, (PartForm Form, IReadOnlyList<FieldView> Views)> _forms = [];

    public IReadOnlyList<TopicProblem> All() => [.. topic.Reading.Problems.Select(Of).Distinct()];

    private TopicProblem Of(Problem problem)
    {
        if (problem.File is ReadingFile.Folder or LessonFile.Folder && problem.Line == 0)
            return new TopicProblem(null, "", problem.File == ReadingFile.Folder ? "There are no readings yet. Add at least one for each position." : "There is no lesson yet. Add one, so that teachers can start a class.");
        if (topic.PartAt(problem.File, problem.Line) is not { } part || FormOf(part) is not { } form)
            return new TopicProblem(null, "", problem.ToString());
        return new TopicProblem(part, FieldAt(form.Views, problem), Plainly(problem.Sentence, form.Form.Fields));
    }

    private (PartForm Form, IReadOnlyList<FieldView> Views)? FormOf(TopicPart part)
    {
        if (_forms.TryGetValue(part, out var known))
            return known;
        if (part.Find(topic.Texts) is not { } map)
            return null;
        var form = PartForms.For(part, topic.Pack);
        return _forms[part] = (form, form.Show(map));
    }

    /// <summary>The field that the sentence names, in the entry that stands at the line; else what stands at the line.</summary>
    private static string FieldAt(IReadOnlyList<FieldView> fields, Problem problem)
    {
        var last = fields.Where(f => f.Line > 0 && f.Line <= problem.Line).OrderBy(f => f.Line).LastOrDefault();
        var key = Named().Match(problem.Sentence).Groups[1].Value;
        var entry = last?.Entries.LastOrDefault(e => e.Line > 0 && e.Line <= problem.Line);
        // A list begins where its first entry does.
        if (entry is not null && (entry.Line > last!.Line || entry.Fields.Any(f => f.Field.Key == key)))
            return FieldAt(entry.Fields, problem);
        var named = fields.FirstOrDefault(f => f.Field.Key == key);
        return (named ?? last ?? fields.FirstOrDefault(f => f.Field is not KeptField))?.Name ?? "";
    }

    private static string Plainly(string sentence, IReadOnlyList<PartField> fields)
    {
        var known = Flat(fields).DistinctBy(f => f.Key).ToDictionary(f => f.Key);
        var plain = Code().Replace(sentence, code =>
        {
            if (!known.TryGetValue(code.Groups[1].Value, out var field))
                return code.Value.Trim('`');
            var value = code.Groups[2].Value;
            var word = field is ChoiceField choice ? choice.Options.FirstOrDefault(o => o.Value == value).Label : null;
            return word is null ? $"“{field.Label}”" : $"“{field.Label}: {word}”";
        });
        return OtherCode().Replace(plain, "“$1”").Replace("Add it here.", "Fill it in.", StringComparison.Ordinal).Replace(" Fill it in or leave it out.", " Fill it in, or remove it.", StringComparison.Ordinal)
            .Replace(" (Put both words in quotation marks.)", "", StringComparison.Ordinal).Replace(" in quiz.yaml", "", StringComparison.Ordinal);
    }

    private static IEnumerable<PartField> Flat(IEnumerable<PartField> fields) =>
        fields.SelectMany(f => f is EntriesField list ? Flat(list.Fields).Prepend(f) : [f]);

    [GeneratedRegex("^(?:An entry of |Each entry of )?`([A-Za-z]+)`")]
    private static partial Regex Named();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex OtherCode();

    [GeneratedRegex("`([A-Za-z]+)(?:: ([^`]*))?`")]
    private static partial Regex Code();
}
