using System.Globalization;
using System.Xml.Linq;

namespace CivicsClass.Quizzes.Files;

/// <summary>One item of a QTI 1.2 file.</summary>
internal sealed class Qti12Item(XElement item, string place)
{
    private static readonly string[] OurFields = ["civicsclass"];
    private static readonly string[] Known = ["question_type", "points_possible", "assessment_question_identifierref", "original_answer_ids", "cc_profile", "qmd_itemtype", "qmd_status", "qmd_computerscored"];

    private readonly RawQuestion _raw = new(place) { Id = item.Says("ident"), Title = item.Says("title") };
    private readonly Dictionary<string, string> _metadata = [];

    public void Into(QuizIntake intake)
    {
        Metadata();
        var presentation = item.One("presentation");
        _raw.Stem = presentation is null ? "" : Words(presentation);
        if (Unasked(presentation) is { } reason)
        {
            intake.Refuse(place, _raw.Stem, reason);
            return;
        }
        var choice = presentation!.Below("response_lid").First();
        var labels = choice.Below("response_label").ToList();
        var weights = Weights();
        _raw.Several = string.Equals(choice.Says("rcardinality"), "Multiple", StringComparison.OrdinalIgnoreCase);
        _raw.Explanation = General();
        foreach (var label in labels)
        {
            var ident = label.Says("ident") ?? "";
            _raw.Options.Add(new RawOption(Words(label), weights.GetValueOrDefault(ident), OptionFeedback(ident)));
        }
        if (_raw.Several is false && _raw.Options.Select(o => o.Weight).Where(w => w > 0).DefaultIfEmpty().Max() is > 0 and var best)
            for (var i = 0; i < _raw.Options.Count; i++)
                _raw.Options[i] = _raw.Options[i] with { Weight = _raw.Options[i].Weight / best };
        Losses();
        intake.Take(_raw);
    }

    private void Metadata()
    {
        foreach (var field in item.Below("qtimetadatafield"))
        {
            var (label, entry) = (field.One("fieldlabel")?.Value.Trim() ?? "", field.One("fieldentry")?.Value.Trim() ?? "");
            if (OurFields.Contains(label))
                _raw.Tags.Add(entry);
            else if (!_metadata.TryAdd(label, entry) || !Known.Contains(label))
                _raw.Tags.Add($"{label}: {entry}");
        }
    }

    private string? Unasked(XElement? presentation)
    {
        switch (_metadata.GetValueOrDefault("question_type") ?? _metadata.GetValueOrDefault("cc_profile", ""))
        {
            case "essay_question" or "cc.essay.v0p1": return Unfit.Essay;
            case "short_answer_question": return Unfit.ShortText;
            case "numerical_question" or "calculated_question": return Unfit.Number;
            case "matching_question": return Unfit.Matching;
            case "fill_in_multiple_blanks_question" or "multiple_dropdowns_question" or "cc.fib.v0p1": return Unfit.Gaps;
            case "text_only_question": return Unfit.Description;
            case "file_upload_question": return Unfit.Kind("file upload");
        }
        if (presentation is null)
            return Unfit.NoStem;
        var choices = presentation.Below("response_lid").ToList();
        return (choices.Count, presentation.Below("render_choice").Any(), presentation.Below("response_str").Any()) switch
        {
            ( > 1, _, _) => Unfit.Matching,
            (1, true, false) => null,
            (_, _, true) => presentation.Below("render_fib").Any(f => f.Says("fibtype") is "Integer" or "Decimal") ? Unfit.Number : Unfit.ShortText,
            _ when presentation.Below("response_num").Any() => Unfit.Number,
            _ when presentation.Below("response_grp").Any() => Unfit.Matching,
            _ when presentation.Below("response_xy").Any() || presentation.Below("render_hotspot").Any() => Unfit.Picture,
            (0, _, _) => Unfit.Description,
            _ => Unfit.Kind("other"),
        };
    }

    /// <summary>What each option brings: the score of the conditions that ask for it, not of those that forbid it.</summary>
    private Dictionary<string, double> Weights()
    {
        var weights = new Dictionary<string, double>();
        foreach (var condition in item.Below("respcondition"))
        {
            var score = condition.All("setvar").Where(s => s.Says("action") is null or "Set" or "Add").Select(s => Number(s.Value)).DefaultIfEmpty().Max();
            if (score <= 0 || condition.One("conditionvar") is not { } when)
                continue;
            foreach (var equal in when.Below("varequal").Where(e => !e.Ancestors().TakeWhile(a => a != when).Any(a => a.Name.LocalName == "not")))
                weights[equal.Value.Trim()] = Math.Max(score, weights.GetValueOrDefault(equal.Value.Trim()));
        }
        return weights;
    }

    private static double Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>The feedback that is shown when just this option is chosen.</summary>
    private string? OptionFeedback(string ident)
    {
        var shown = item.Below("respcondition")
            .Where(c => c.Below("varequal").Select(e => e.Value.Trim()).SequenceEqual([ident]) && !c.Below("not").Any())
            .SelectMany(c => c.All("displayfeedback")).Select(d => d.Says("linkrefid")).Where(l => l is not ("correct_fb" or "general_fb"));
        return Feedback(shown.FirstOrDefault()) ?? Feedback($"{ident}_fb");
    }

    private string? General()
    {
        var always = item.Below("respcondition").Where(c => c.One("conditionvar")?.One("other") is not null)
            .SelectMany(c => c.All("displayfeedback")).Select(d => d.Says("linkrefid")).FirstOrDefault(l => l != "general_incorrect_fb");
        return Feedback("general_fb") ?? Feedback(always);
    }

    private string? Feedback(string? ident) =>
        ident is not null && item.All("itemfeedback").FirstOrDefault(f => f.Says("ident") == ident) is { } feedback && Words(feedback) is { Length: > 0 } words ? words : null;

    private void Losses()
    {
        if (item.All("itemfeedback").Any(f => f.Says("ident") is "correct_fb" or "general_incorrect_fb"))
            _raw.Note("The feedback for right or wrong answers as a whole was left out. Feedback belongs to each option here.");
        if (_metadata.GetValueOrDefault("points_possible") is { } points && Number(points) is not (0 or 1))
            _raw.Note($"Its {points} points were left out; each question counts the same here.");
    }

    /// <summary>The material of a part, without that of the answers in it.</summary>
    private string Words(XElement part)
    {
        var words = new List<string>();
        foreach (var material in part.Below("material").Where(m => part.Name.LocalName == "response_label" || !m.Ancestors().TakeWhile(a => a != part).Any(a => a.Name.LocalName is "render_choice" or "render_fib")))
        {
            words.AddRange(material.All("mattext").Select(Plain));
            if (material.Elements().Any(e => e.Name.LocalName is "matimage" or "mataudio" or "matvideo" or "matapplet"))
                HtmlWords.Of("<img>", _raw.Notes);
        }
        return string.Join(' ', words).Trim();
    }

    private string Plain(XElement text) =>
        text.Says("texttype") is "text/html" or "text/xhtml" || (text.Says("texttype") is null && HtmlWords.Looks(text.Value)) ? HtmlWords.Of(text.Value, _raw.Notes) : text.Value;
}
