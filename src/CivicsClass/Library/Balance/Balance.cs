using CivicsClass.Debates;
using CivicsClass.Lessons;
using CivicsClass.Library.Files;
using CivicsClass.Reflections;

namespace CivicsClass.Library.Balance;

/// <summary>Counts what can be counted of a topic, for both positions alike. docs/balance.md says what that leaves out.</summary>
public static class Balance
{
    public static BalanceReport Of(Pack pack, LoadedWords words) => new()
    {
        Sides = [.. pack.Positions.Select(p => Side(pack, p.Id, p.Name)), Side(pack, Pack.Background, "Background")],
        Keys = [.. pack.Quiz.Select((item, at) => new KeyHelp(item.Id, at + 1, item.Stem, item.Helps))],
        Hits = [.. PackTexts.Of(pack).SelectMany(t => words.In(t.Place, t.Sentence))],
        Order = [.. pack.Readings.Select(r => r.Side)],
    };

    private static SideBalance Side(Pack pack, string side, string name)
    {
        var readings = pack.Readings.Where(r => r.Side == side).ToList();
        return new SideBalance
        {
            Side = side,
            Name = name,
            Readings = [.. readings.Select(r => new ReadingBalance(r.Id, r.Title, WordCount.Of(r.Blocks), Readability.Grade(r), r.Kind, r.Date))],
            Sources =
            [
                .. readings.SelectMany(r => r.Sources.DistinctBy(Key)).GroupBy(Key)
                    .Select(g => new SourceUse(g.First().Title, g.Select(s => s.Institution).FirstOrDefault(i => i is not null), g.Count())),
            ],
        };
    }

    private static string Key(Source source) => source.Title.Trim().ToUpperInvariant();
}

/// <summary>Every sentence that a class may see or hear from its teacher, with its place. Titles of sources are left out: they are others' words.</summary>
internal static class PackTexts
{
    public static IEnumerable<(TextPlace Place, string Sentence)> Of(Pack pack) =>
        Topic(pack).Concat(pack.Readings.SelectMany(Reading)).Concat(pack.Quiz.SelectMany(Item)).Concat(pack.Glossary.SelectMany(Term)).Concat(pack.SourceChecks.SelectMany(Check))
            .Concat(pack.Lessons.SelectMany(Lesson));

    private static IEnumerable<(TextPlace, string)> Topic(Pack pack)
    {
        TextPlace Part(string part) => new(PlaceKind.Topic, pack.Id, pack.Title, part);
        return Split(Part("title"), pack.Title).Concat(Split(Part("question"), pack.Question)).Concat(Split(Part("summary"), pack.Summary))
            .Concat(pack.Positions.SelectMany(p => Split(Part("name of a position"), p.Name).Concat(Split(Part("short name of a position"), p.Short))))
            .Concat(pack.Norms.SelectMany((norm, at) => Split(Part($"norm {at + 1}"), norm)));
    }

    private static IEnumerable<(TextPlace, string)> Reading(Excerpt reading)
    {
        TextPlace Part(string part, int? paragraph = null) => new(PlaceKind.Reading, reading.Id, reading.Title, part) { Side = reading.Side, Paragraph = paragraph };
        return Split(Part("title"), reading.Title).Concat(reading.Blocks.SelectMany(block => block.Sentences.Select(sentence => (Part(Name(block), block.Number), sentence))))
            .Concat(reading.Sources.SelectMany(s => Split(Part("note on a source"), s.Note ?? "")));
    }

    private static string Name(Block block) => block switch
    {
        { Kind: BlockKind.Heading } => "heading",
        { Kind: BlockKind.Table } => "head of a table",
        { Kind: BlockKind.Note } => $"footnote {block.Mark}",
        { Kind: BlockKind.Image } => "description of an image",
        { Kind: BlockKind.Quote } => $"quotation, paragraph {block.Number}",
        _ => $"paragraph {block.Number}",
    };

    private static IEnumerable<(TextPlace, string)> Item(QuizItem item, int index)
    {
        TextPlace Part(string part) => new(PlaceKind.Quiz, item.Id, $"Question {index + 1}", part);
        return Split(Part("question"), item.Stem)
            .Concat(item.Options.SelectMany(o => Split(Part($"option {o.Id}"), o.Text).Concat(Split(Part($"feedback on option {o.Id}"), o.Feedback))))
            .Concat(Split(Part("explanation"), item.Explanation));
    }

    private static IEnumerable<(TextPlace, string)> Term(GlossaryTerm term) =>
        term.Also.Prepend(term.Term).Select(word => (new TextPlace(PlaceKind.Glossary, term.Term, term.Term, "word") { IsHeadword = true }, word))
            .Concat(Split(new TextPlace(PlaceKind.Glossary, term.Term, term.Term, "explanation"), term.Definition));

    private static IEnumerable<(TextPlace, string)> Check(SourceCheck check)
    {
        TextPlace Part(string part) => new(PlaceKind.SourceCheck, check.Id, check.Title, part);
        return Split(Part("title"), check.Title).Concat(Split(Part("about the article"), check.About))
            .Concat(check.Paragraphs.SelectMany((paragraph, at) => Split(Part($"paragraph {at + 1}"), paragraph)))
            .Concat(check.Claims.SelectMany(c => Split(Part($"claim “{c.Id}”"), c.Text).Concat(Split(Part($"verdict on “{c.Id}”"), $"{c.Reason} {c.ChangeMind}"))
                .Concat(c.Evidence.SelectMany(e => Split(Part($"note on evidence for “{c.Id}”"), e.Note ?? "")))));
    }

    private static IEnumerable<(TextPlace, string)> Lesson(LessonPlan lesson)
    {
        TextPlace Part(string part) => new(PlaceKind.Lesson, lesson.Id, lesson.Title, part);
        return Split(Part("title"), lesson.Title).Concat(Split(Part("summary"), lesson.Summary))
            .Concat(lesson.Objectives.SelectMany(o => Split(Part("objective"), o)))
            .Concat(lesson.Steps.SelectMany((step, at) => Split(Part($"step {at + 1}, title"), step.Title)
                .Concat(Split(Part($"step {at + 1}, what the teacher may say"), step.Script)).Concat(Split(Part($"step {at + 1}, for those who finish early"), step.Early))
                .Concat(Prompts(step).SelectMany(p => Split(Part($"step {at + 1}, prompt"), p)))));
    }

    private static IEnumerable<string> Prompts(StepPlan step) => step switch
    {
        DebatePlan { Prompt: { } prompt } => [prompt],
        ReflectionPlan reflection => reflection.Prompts,
        _ => [],
    };

    private static IEnumerable<(TextPlace, string)> Split(TextPlace place, string text) => Sentences.Split(text).Select(sentence => (place, sentence));
}
