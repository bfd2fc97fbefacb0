using System.Globalization;
using System.Xml.Linq;

namespace CivicsClass.Quizzes.Files;

/// <summary>One item of QTI 2 or 3, with the names of version 2.</summary>
internal sealed class Qti2Item(XElement item, string place, IEnumerable<string> tags)
{
    private readonly RawQuestion _raw = new(place) { Id = item.Says("identifier"), Title = item.Says("title") };

    public void Into(QuizIntake intake)
    {
        var body = item.One("itemBody");
        var interactions = body?.Descendants().Where(e => IsInteraction(e) && !e.Ancestors().Any(IsInteraction)).ToList() ?? [];
        _raw.Stem = body is null ? "" : HtmlWords.Of(body, _raw.Notes, e => IsInteraction(e) || e.Name.LocalName is "rubricBlock" or "feedbackBlock" or "modalFeedback").Trim();
        foreach (var prompt in interactions.SelectMany(i => i.All("prompt")))
            _raw.Stem = $"{_raw.Stem} {HtmlWords.Of(prompt, _raw.Notes)}".Trim();
        if (Unasked(interactions) is { } reason)
            intake.Refuse(place, _raw.Stem.Length > 0 ? _raw.Stem : _raw.Title, reason);
        else
        {
            Choices(interactions[0]);
            _raw.Tags.AddRange(tags);
            intake.Take(_raw);
        }
    }

    private static bool IsInteraction(XElement element) => element.Name.LocalName.EndsWith("Interaction", StringComparison.Ordinal);

    private string? Unasked(List<XElement> interactions) => interactions switch
    {
        [] => Unfit.Description,
        [_, _, ..] when interactions.TrueForAll(i => i.Name.LocalName is "inlineChoiceInteraction" or "textEntryInteraction") => Unfit.Gaps,
        [_, _, ..] => "The item asks several things at once. Make a question of each.",
        [var only] => only.Name.LocalName switch
        {
            "choiceInteraction" => null,
            "textEntryInteraction" => Declaration(only)?.Says("baseType") is "float" or "integer" ? Unfit.Number : Unfit.ShortText,
            "sliderInteraction" => Unfit.Number,
            "extendedTextInteraction" => Unfit.Essay,
            "matchInteraction" or "associateInteraction" or "graphicAssociateInteraction" => Unfit.Matching,
            "orderInteraction" or "graphicOrderInteraction" => Unfit.Ordering,
            "inlineChoiceInteraction" or "gapMatchInteraction" or "graphicGapMatchInteraction" => Unfit.Gaps,
            "hotspotInteraction" or "selectPointInteraction" or "positionObjectInteraction" => Unfit.Picture,
            var other => Unfit.Kind(other),
        },
    };

    private void Choices(XElement interaction)
    {
        var declaration = Declaration(interaction);
        var weights = Weights(declaration);
        _raw.Several = declaration?.Says("cardinality") is { } cardinality ? cardinality == "multiple" : interaction.Says("maxChoices") is not (null or "1");
        var shown = new HashSet<XElement>();
        foreach (var choice in interaction.All("simpleChoice"))
        {
            var identifier = choice.Says("identifier") ?? "";
            var modal = item.All("modalFeedback").FirstOrDefault(f => f.Says("identifier") == identifier);
            var feedback = choice.Below("feedbackInline").FirstOrDefault() ?? modal;
            if (modal is not null)
                shown.Add(modal);
            _raw.Options.Add(new RawOption(
                HtmlWords.Of(choice, _raw.Notes, e => e.Name.LocalName == "feedbackInline").Trim(),
                weights.GetValueOrDefault(identifier),
                feedback is null ? null : HtmlWords.Of(feedback, _raw.Notes).Trim()));
        }
        General([.. item.All("modalFeedback").Where(f => !shown.Contains(f))]);
        if (item.Below("rubricBlock").Any() || item.Below("feedbackBlock").Any())
            _raw.Note("Notes for markers or candidates beside the question were left out.");
    }

    /// <summary>What is shown whatever was chosen is the explanation; what is shown to some as a whole is lost.</summary>
    private void General(List<XElement> feedback)
    {
        var explanation = feedback.FirstOrDefault(f => f.Says("identifier")?.ToLowerInvariant() is "explanation" or "solution" or "general" or "general_fb" or "rationale")
            ?? (feedback.Count == 1 ? feedback[0] : null);
        if (explanation is not null)
            _raw.Explanation = HtmlWords.Of(explanation, _raw.Notes).Trim();
        if (feedback.Any(f => f != explanation))
            _raw.Note("The feedback for right or wrong answers as a whole was left out. Feedback belongs to each option here.");
    }

    private XElement? Declaration(XElement interaction) =>
        item.All("responseDeclaration").FirstOrDefault(d => d.Says("identifier") == interaction.Says("responseIdentifier"));

    private static Dictionary<string, double> Weights(XElement? declaration)
    {
        var weights = new Dictionary<string, double>();
        foreach (var value in declaration?.One("correctResponse")?.All("value") ?? [])
            weights[value.Value.Trim()] = 1;
        if (weights.Count > 0 || declaration?.One("mapping") is not { } mapping)
            return weights;
        foreach (var entry in mapping.All("mapEntry"))
            weights[entry.Says("mapKey") ?? ""] = double.TryParse(entry.Says("mappedValue"), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : 0;
        return weights;
    }
}
