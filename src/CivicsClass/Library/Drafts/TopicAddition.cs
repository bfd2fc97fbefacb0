using CivicsClass.Lessons;
using CivicsClass.Library.Files;
using CivicsClass.Readings;

namespace CivicsClass.Library.Drafts;

/// <summary>Puts a draft into a topic as a reading, and into the reading steps of chosen lessons.</summary>
/// <param name="Side">A position's id or <see cref="Pack.Background"/>.</param>
/// <param name="Url">Where the original stands; optional.</param>
/// <param name="Lessons">Lessons that shall read it.</param>
/// <param name="Pair">A reading of the other position that the lessons take in as well, so that both keep the same number.</param>
public sealed record TopicAddition(DraftReading Draft, string Side, string? Url, IReadOnlyCollection<string> Lessons, string? Pair)
{
    /// <summary>For its author's own classes alone, not reviewed. The reading takes the place of an earlier state of the same draft.</summary>
    public bool IsOwn { get; init; }

    /// <summary>The id of a draft's reading in its author's own versions.</summary>
    public static string OwnId(Guid draft) => $"own-{draft:N}";

    /// <summary>The topic with the reading in it, or a sentence that says what to do first.</summary>
    public (Pack? Pack, string? Refused) To(Pack pack)
    {
        if (DraftForm.Of(Draft).Problems().Select(p => p.Sentence).FirstOrDefault() is { } missing)
            return (null, $"Something is missing in the draft: {missing} Complete it first.");
        if (Side != Pack.Background && pack.Positions.All(p => p.Id != Side))
            return (null, "Choose which side the text speaks for, or background.");
        if (!string.IsNullOrWhiteSpace(Url) && !WebAddress.IsValid(Url.Trim()))
            return (null, "The web address must begin with https:// or http://. Correct it or leave it empty.");
        var reading = Reading(pack);
        if (reading.LawAsOf is null && PackRules.RecentYear(reading.Blocks.SelectMany(b => b.Sentences)) is { } year)
            return (null, $"The text speaks of {year}, and law and facts of 2025 or later change quickly. Fill in “law as of” in the draft first.");
        if (reading.Blocks.FirstOrDefault(b => b.Sentences.Sum(s => s.Length) > Limits.Paragraph) is { } endless)
            return (null, $"Paragraph {endless.Number} is longer than {Limits.Paragraph:N0} characters. Divide it by an empty line in the draft first.");
        if (pack.Readings.Count >= Limits.Readings)
            return (null, $"The topic has {Limits.Readings} readings already, which is the most it can hold.");
        var lessons = new List<LessonPlan>();
        foreach (var lesson in pack.Lessons)
        {
            var (changed, refused) = Lessons.Contains(lesson.Id) ? Into(lesson, reading, pack) : (lesson, null);
            if (refused is not null)
                return (null, refused);
            lessons.Add(changed!);
        }
        return (pack with { Readings = [.. pack.Readings.Where(r => r.Id != reading.Id), reading], Lessons = lessons }, null);
    }

    private Excerpt Reading(Pack pack) => new()
    {
        Id = IsOwn ? OwnId(Draft.Id) : PackId.Of(Draft.Title, "text", id => pack.FindReading(id) is not null),
        Side = Side,
        Title = Draft.Title,
        Author = Draft.Author,
        Publisher = Draft.Publisher,
        Date = Draft.Date,
        Kind = Draft.Kind!.Value,
        Rights = Draft.Rights,
        NotReviewed = IsOwn ? true : null,
        LawAsOf = Draft.LawAsOf,
        Language = Draft.Language,
        Sources = [new Source($"{Draft.Author}, {Draft.Title}, {Draft.Publisher}, {Draft.Date}", string.IsNullOrWhiteSpace(Url) ? null : Url.Trim(), null)],
        Blocks = DraftBlocks.Read(Draft.Text),
    };

    /// <summary>The lesson's first reading step takes it in.</summary>
    private (LessonPlan? Lesson, string? Refused) Into(LessonPlan lesson, Excerpt reading, Pack pack)
    {
        if (lesson.Steps.OfType<ReadingPlan>().FirstOrDefault() is not { } step)
            return (null, $"“{lesson.Title}” has no reading step. Leave it out.");
        IReadOnlyList<string> added = [reading.Id];
        if (Side != Pack.Background)
        {
            if (pack.Positions.FirstOrDefault(p => p.Id != Side) is not { } other)
                return (null, "The topic has no second position yet. Complete “About the topic” first, or add the text without lessons.");
            var own = pack.Positions.First(p => p.Id == Side);
            if (pack.FindReading(Pair ?? "") is not { } pair || pair.Side != other.Id)
                return (null, $"Alone, this text would give “{own.Short}” more to read in “{lesson.Title}” than “{other.Short}”. Choose a reading for “{other.Short}” to go with it, or add it to the topic without lessons.");
            if (step.Readings.Contains(pair.Id))
                return (null, $"“{lesson.Title}” reads “{pair.Title}” already, so it cannot balance this text. Choose another reading for “{other.Short}”, or leave the lesson out.");
            added = [reading.Id, pair.Id];
        }
        if (step.Readings.Count + added.Count > 20)
            return (null, $"“{lesson.Title}” reads {step.Readings.Count} texts already. Leave it out, or shorten the lesson first.");
        var fuller = step with { Readings = [.. step.Readings, .. added] };
        return (lesson with { Steps = [.. lesson.Steps.Select(s => s.Id == step.Id ? fuller : s)] }, null);
    }
}
