using CivicsClass.Library;
using CivicsClass.Library.Files;
using CivicsClass.Library.Topics;
using CivicsClass.Pages.Library.Editing;

namespace CivicsClass.Pages.Library.Topics;

/// <summary>A part as its page shows it: the form, what is still to do, and the preview.</summary>
/// <param name="Token">See <see cref="PartForm.Token"/>: of what stands in the topic.</param>
public sealed record PartView(TopicInProgress Topic, TopicPart Part, IReadOnlyList<FieldView> Fields, string Token, IReadOnlyList<TopicProblem> Problems)
{
    /// <summary>Where somebody else was faster: what they saved, by the fields' names. Absent otherwise.</summary>
    public IReadOnlyDictionary<string, string>? Theirs { get; init; }
    public string TheirName { get; init; } = "";
    /// <summary>Why nothing was saved.</summary>
    public string? Refused { get; init; }
    public bool Saved { get; init; }
    /// <summary>The number in the history of what was saved.</summary>
    public int? Change { get; init; }

    /// <summary>Absent where the page keeps the buttons it has.</summary>
    public UndoView? Undo { get; init; }

    public string Title => Topic.TitleOf(Part);
    public string Address => $"/library/topics/{Topic.Draft.Id}/{Part.Route}";
    public string Outcome => Theirs is not null ? "overtaken" : Refused is not null ? "refused" : Saved ? "saved" : "shown";

    /// <summary>What stands in the topic.</summary>
    internal static PartView? Of(TopicInProgress topic, TopicPart part)
    {
        if (part.Find(topic.Texts) is not { } map)
            return null;
        var form = PartForms.For(part, topic.Pack);
        return new PartView(topic, part, form.Show(map), form.Token(map), [.. topic.Problems.Where(p => p.Part == part)]);
    }

    /// <summary>What was typed, beside what stands in the topic.</summary>
    internal static PartView? Typed(TopicInProgress topic, TopicPart part, YamlMap typed, bool beside) =>
        Of(topic, part) is { } theirs
            ? theirs with { Fields = PartForms.For(part, topic.Pack).Show(typed), Problems = [], Theirs = beside ? Flat(theirs.Fields).ToDictionary() : null }
            : null;

    /// <summary>The values by name, in words.</summary>
    internal static IEnumerable<KeyValuePair<string, string>> Flat(IEnumerable<FieldView> fields)
    {
        foreach (var field in fields)
            if (field.Field is EntriesField)
                foreach (var pair in field.Entries.SelectMany(e => Flat(e.Fields)))
                    yield return pair;
            else if (field.Field is not KeptField)
                yield return new(field.Name, string.Join('\n', field.Values.Select(v => Words(field.Field, v))));
    }

    /// <summary>What somebody else saved in fields that this form does not have.</summary>
    public IEnumerable<string> Elsewhere()
    {
        var here = Flat(Fields).Select(f => f.Key).ToHashSet();
        return (Theirs ?? new Dictionary<string, string>()).Where(t => !here.Contains(t.Key) && t.Value.Length > 0).Select(t => t.Value);
    }

    public static string Words(PartField field, string value) => field switch
    {
        ChoiceField choice => choice.Options.FirstOrDefault(o => o.Value == value).Label ?? value,
        PickField pick => pick.Options.FirstOrDefault(o => o.Value == value).Label ?? value,
        FlagField => value == "true" ? "Yes" : "No",
        _ => value,
    };
}

/// <summary>A field within its page.</summary>
public sealed record PartFieldView(FieldView View, PartView Page)
{
    public IEnumerable<string> Todo => Page.Problems.Where(p => p.Field == View.Name).Select(p => p.Sentence).Distinct();
    public string? Theirs => Page.Theirs is { } all && View.Field is not EntriesField ? all.GetValueOrDefault(View.Name, "") is var theirs && theirs != PartView.Flat([View]).Select(f => f.Value).FirstOrDefault("") ? theirs : null : null;
}
