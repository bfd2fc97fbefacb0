using System.Text.RegularExpressions;
using CivicsClass.Lessons;
using CivicsClass.Quizzes;
using CivicsClass.Readings;
using CivicsClass.SourceChecks;
using Humanizer;

namespace CivicsClass.Library.Files;

/// <summary>The rules that tie the parts of a pack together. They hold for a pack however it came about.</summary>
internal sealed partial class PackRules(Pack pack, PlaceBook places, Problems problems)
{
    public const string Neither = "neither";

    /// <summary>False when the quiz could not be read: then references to its items are not judged.</summary>
    public bool ItemsAreKnown { get; init; } = true;
    public bool PositionsAreKnown { get; init; } = true;

    private List<string> Sides => [.. pack.Positions.Select(p => p.Id)];

    public void Check()
    {
        Positions();
        Readings();
        Quiz();
        SourceChecks();
        Glossary();
        foreach (var same in pack.Lessons.GroupBy(l => l.Id).Where(g => g.Count() > 1))
            Report(PlaceBook.Lesson(same.Key), "title", $"Two lessons have the id “{same.Key}”. Rename one of the files.");
        foreach (var lesson in pack.Lessons)
            Lesson(lesson);
        Standards(pack.Standards ?? []);
    }

    private void Positions()
    {
        if (pack.Positions.Any(p => p.Id is Pack.Background or Neither))
            Report(PlaceBook.Pack, "positions", "A position cannot be called background or neither, because these words have a meaning of their own. Choose another id.");
        if (Sides.Distinct().Count() < Sides.Count || pack.Positions.DistinctBy(p => p.Name).Count() < pack.Positions.Count)
            Report(PlaceBook.Pack, "positions", "The two positions have the same id or name. Give each its own.");
    }

    private void Readings()
    {
        foreach (var same in pack.Readings.GroupBy(r => r.Id).Where(g => g.Count() > 1))
            Report(PlaceBook.Reading(same.Key), "title", $"Two readings have the id “{same.Key}”. Rename one of the files.");
        foreach (var reading in pack.Readings.Where(r => r.Side.Length > 0))
        {
            if (PositionsAreKnown && reading.Side != Pack.Background && !Sides.Contains(reading.Side))
                Report(PlaceBook.Reading(reading.Id), "side", $"“{reading.Side}” is not a side of this topic. Write {Words([.. Sides, Pack.Background])}.");
            if (reading.LawAsOf is null && RecentYear(reading.Blocks.SelectMany(b => b.Sentences)) is { } year)
                Report(PlaceBook.Reading(reading.Id), "title", $"The text speaks of {year}, and law and facts of 2025 or later change quickly. Add `lawAsOf: YYYY-MM` to say what they rest on.");
        }
        if (PositionsAreKnown && pack.Readings.Count > 0 && pack.Readings.All(r => r.Side == Pack.Background || Sides.Contains(r.Side)))
            foreach (var position in pack.Positions.Where(p => p.Id.Length > 0 && pack.Readings.All(r => r.Side != p.Id)))
                Report(PlaceBook.Pack, "positions", $"No reading speaks for “{position.Name}”. Add at least one with `side: {position.Id}`.");
    }

    private void Quiz()
    {
        var ids = new HashSet<string>();
        foreach (var (index, item) in pack.Quiz.Index())
        {
            var part = PlaceBook.Item(index);
            if (item.Id.Length > 0 && !ids.Add(item.Id))
                Report(part, "id", $"Two questions have the id “{item.Id}”. Give each its own.");
            Options(part, item);
            foreach (var reference in item.RestsOn)
                Reference(part, reference);
            if (PositionsAreKnown && item.Helps.Length > 0 && item.Helps != Neither && !Sides.Contains(item.Helps))
                Report(part, "helps", $"`helps` cannot be “{item.Helps}”. Write {Words([.. Sides, Neither])}.");
            if (item.AsOf is null && RecentYear([item.Stem, item.Explanation, .. item.Options.Select(o => o.Text)]) is { } year)
                Report(part, "stem", $"The question speaks of {year}, and facts of 2025 or later change quickly. Add `asOf: YYYY-MM`.");
        }
    }

    private void Options(string part, QuizItem item)
    {
        var right = item.Options.Count(o => o.Correct);
        if (item.Options.Count == 0)
            return;
        if (item.Options.DistinctBy(o => o.Text.ToUpperInvariant()).Count() < item.Options.Count)
            Report(part, "options", "Two options say the same. Change one of them.");
        if (item.Kind == ItemKind.TrueFalse && !item.Options.Select(o => o.Text).Order().SequenceEqual(["False", "True"]))
            Report(part, "options", "A true/false question has exactly two options, “True” and “False”. (Put both words in quotation marks.)");
        else if (item.Kind != ItemKind.TrueFalse && item.Options.Count < 3)
            Report(part, "options", "The question needs 3 to 6 options. Add one, or make it `kind: trueFalse`.");
        if (item.Kind == ItemKind.Multiple && right is 0)
            Report(part, "options", "No option is right. Mark each right one with `correct: true`.");
        else if (item.Kind == ItemKind.Multiple && right == item.Options.Count)
            Report(part, "options", "Every option is right. At least one must be wrong.");
        else if (item.Kind != ItemKind.Multiple && right != 1)
            Report(part, "options", $"Exactly one option must be right, and {(right == 0 ? "none is" : $"{right.ToWords()} are")}. Mark the right one with `correct: true`{(right > 1 && item.Kind == ItemKind.Single ? ", or make it `kind: multiple`" : "")}.");
    }

    private void Reference(string part, ParagraphRef reference)
    {
        if (pack.FindReading(reference.Reading) is not { } reading)
        {
            Report(part, "restsOn", $"There is no reading “{reference.Reading}”. The readings are: {string.Join(", ", pack.Readings.Select(r => r.Id).Distinct())}.");
            return;
        }
        var last = reading.Blocks.Max(b => b.Number) ?? 0;
        if (reading.Blocks.Count > 0 && (reference.Paragraph < 1 || reference.Paragraph > last))
            Report(part, "restsOn", $"“{reading.Id}” has no paragraph {reference.Paragraph}; it has {"paragraph".ToQuantity(last)}. Headings are not counted.");
    }

    private void Glossary()
    {
        var taken = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (index, term) in pack.Glossary.Index())
            foreach (var word in term.Also.Prepend(term.Term).Where(w => w.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase))
                if (!taken.TryAdd(word, term.Term))
                    Report(PlaceBook.Term(index), word == term.Term ? "term" : "also", $"“{word}” is already explained under “{taken[word]}”. Keep it in one place.");
    }

    /// <summary>Also for a lesson that is not one of the pack's.</summary>
    public void Lesson(LessonPlan lesson)
    {
        var needed = lesson.Steps.Sum(s => s.Minutes);
        if (needed > lesson.Minutes)
            Report(PlaceBook.Lesson(lesson.Id), "minutes", $"The steps take {needed} minutes together, and the lesson has {lesson.Minutes}. Shorten a step or lengthen the lesson.");
        foreach (var step in lesson.Steps)
        {
            var part = PlaceBook.Step(lesson.Id, step.Id);
            if (step is ReadingPlan reading)
                Reading(part, reading);
            if (step is QuizPlan quiz)
                Questions(part, quiz);
            if (step is SourceCheckPlan check)
                Claims(part, check);
        }
    }

    private void Reading(string part, ReadingPlan step)
    {
        Once(part, "readings", step.Readings);
        var found = step.Readings.Distinct().Select(id => (Id: id, Reading: pack.FindReading(id))).ToList();
        foreach (var (id, _) in found.Where(f => f.Reading is null))
            Report(part, "readings", $"There is no reading “{id}”. The readings are: {string.Join(", ", pack.Readings.Select(r => r.Id).Distinct())}.");
        if (!PositionsAreKnown || found.Any(f => f.Reading is null || (f.Reading.Side != Pack.Background && !Sides.Contains(f.Reading.Side))))
            return;
        var counts = pack.Positions.Select(p => (Position: p, Count: found.Count(f => f.Reading!.Side == p.Id))).OrderByDescending(c => c.Count).ToList();
        if (counts[0].Count != counts[1].Count)
            Report(part, "readings", $"“{counts[0].Position.Short}” has {"reading".ToQuantity(counts[0].Count)} here and “{counts[1].Position.Short}” has {counts[1].Count}. Give both the same number; background readings are not counted.");
    }

    private void Questions(string part, QuizPlan step)
    {
        Once(part, "items", step.Items);
        if (ItemsAreKnown)
            foreach (var id in step.Items.Distinct().Where(id => pack.FindItem(id) is null))
                Report(part, "items", $"There is no question “{id}” in quiz.yaml. Correct the id or add the question.");
        if (step is { Seconds: not null, Pace: QuizPace.Self })
            Report(part, "seconds", "`seconds` counts only where the teacher sets the pace. Remove it, or write `pace: teacher`.");
    }

    private void Once(string part, string field, IReadOnlyList<string> ids)
    {
        foreach (var twice in ids.GroupBy(id => id).Where(g => g.Count() > 1))
            Report(part, field, $"“{twice.Key}” stands here twice. Keep it once.");
    }

    private void Report(string part, string field, string sentence)
    {
        var (file, line) = places.Find(part, field);
        problems.Add(file, line, sentence);
    }

    private static string Words(List<string> words) => words.Humanize(w => $"“{w}”", "or");

    internal static string? RecentYear(IEnumerable<string> texts) =>
        texts.Select(t => Recent().Match(t)).FirstOrDefault(m => m.Success)?.Value;

    [GeneratedRegex(@"(?<![\d.,/-])20(2[5-9]|[3-9]\d)(?![\d/-]|[.,]\d)")]
    private static partial Regex Recent();
}
