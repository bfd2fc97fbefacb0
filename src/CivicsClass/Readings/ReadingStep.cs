using CivicsClass.Library;
using CivicsClass.Library.Balance;
using CivicsClass.Sessions;

namespace CivicsClass.Readings;

/// <summary>Students read texts of both sides and keep sentences in their evidence tray. Tray and texts stay in reach
/// once the step was opened, so that evidence can be gathered during the debate too.</summary>
public sealed class ReadingStep : Step
{
    public const int MaxKept = 40;
    private const double WordsPerMinute = 200;

    private readonly Excerpt[] _readings;
    private readonly Dictionary<string, Reader> _readers = [];
    private readonly Reader _nobody;
    private readonly string[][] _orders;
    private readonly ReadingView _classView;
    private readonly Dictionary<string, string> _titles;
    private readonly string[]? _notReviewed;
    private readonly WallReadingTitle[] _wallTitles;

    public ReadingStep(LiveSession session, ReadingPlan plan) : base(session, plan)
    {
        _readings = [.. plan.Readings.Distinct().Select(id => session.Pack.FindReading(id) ?? throw new InvalidOperationException($"The pack has no reading {id}."))];
        _orders = [OrderFrom(session.PositionOrder), OrderFrom(session.PositionOrder.Reverse())];
        _nobody = new Reader(_orders[0]);
        _classView = new ReadingView(_readings.ToDictionary(r => r.Id, Text), session.Pack.Glossary);
        _titles = _readings.ToDictionary(r => r.Id, r => r.Title);
        _notReviewed = _readings.Any(r => r.NotReviewed == true) ? [.. _readings.Where(r => r.NotReviewed == true).Select(r => r.Id)] : null;
        _wallTitles = [.. _orders[0].Select(id => session.Pack.FindReading(id)!).Select(r => new WallReadingTitle(r.Title, r.Side, r.NotReviewed))];
    }

    /// <summary>The passage lies in this student's evidence tray.</summary>
    public bool HasKept(string participant, string passage) => _readers.TryGetValue(participant, out var reader) && reader.Has(passage);

    public bool HasKeptAny(string participant) => _readers.TryGetValue(participant, out var reader) && reader.Kept > 0;

    public override void Do(Turn turn, StepCommand command)
    {
        if (!WasOpened)
            throw new Refusal("Your teacher has not opened the texts yet. Wait a moment.");
        Session.MustNotBePaused();
        var reader = _readers.GetValueOrDefault(turn.By.Id, _nobody);
        switch (command)
        {
            case KeepPassage keep: Keep(turn, reader, keep.Passage); break;
            case DropPassage drop: if (reader.Has(drop.Passage)) Record(turn, new PassageDropped(Id, drop.Passage)); break;
            case FinishReading finish: Finish(turn, reader, finish.Reading); break;
            default: throw Unknown();
        }
    }

    private void Keep(Turn turn, Reader reader, string id)
    {
        if (Passage.Find(Session.Pack, id) is not { } passage || passage.Id != id || !IsOneOfOurs(passage.Reading))
            throw new Refusal("This sentence is not in the texts of this step. Reload the page and choose it again.");
        if (reader.Has(id))
            return;
        if (reader.Kept >= MaxKept)
            throw new Refusal($"Your tray is full: {MaxKept} sentences at most. Drop one that you do not need.");
        Record(turn, new PassageKept(Id, id));
    }

    private void Finish(Turn turn, Reader reader, string reading)
    {
        if (!IsOneOfOurs(reading))
            throw new Refusal("This text is not part of this step. Reload the page.");
        if (!reader.HasFinished(reading))
            Record(turn, new ReadingFinished(Id, reading));
    }

    public override void Apply(Recorded recorded)
    {
        if (!_readers.TryGetValue(recorded.By, out var reader))
            _readers[recorded.By] = reader = new Reader(OrderOf(recorded.By));
        switch (recorded.Event)
        {
            case PassageKept kept: reader.Keep(kept.Passage); break;
            case PassageDropped dropped: reader.Drop(dropped.Passage); break;
            case ReadingFinished finished: reader.Finish(finished.Reading); break;
            default: throw NotMine(recorded);
        }
    }

    public override StepView ClassView() => _classView;

    public override MyStepView MyView(string participant) =>
        _readers.TryGetValue(participant, out var reader) ? reader.View : new MyReading(OrderOf(participant), [], []);

    public override TeacherStepView TeacherView()
    {
        var seated = Seated().ToArray();
        return new TeacherReading(
            seated.Count(r => r.HasFinishedAll),
            _readings.ToDictionary(r => r.Id, r => seated.Count(reader => reader.HasFinished(r.Id))),
            _titles,
            seated.Sum(r => r.Kept),
            _notReviewed);
    }

    public override WallStepView WallView() => new WallReading(_wallTitles, Seated().Count(r => r.HasFinishedAll));

    public override string Progress(string participant) => _readers.GetValueOrDefault(participant, _nobody).Progress;

    private IEnumerable<Reader> Seated() => _readers.Where(r => Session.IsSeated(r.Key)).Select(r => r.Value);

    private bool IsOneOfOurs(string reading) => _titles.ContainsKey(reading);

    /// <summary>Half of the class begins with the one side, half with the other: by the parity of the seat's number.</summary>
    private string[] OrderOf(string participant) => _orders[Session.SeatNumber(participant) % 2 == 1 ? 0 : 1];

    /// <summary>Background first, then the sides in turn.</summary>
    private string[] OrderFrom(IEnumerable<string> sides)
    {
        var turns = sides.SelectMany((side, at) => _readings.Where(r => r.Side == side).Select((reading, round) => (round, at, reading.Id)));
        return [.. _readings.Where(r => r.Side == Pack.Background).Select(r => r.Id), .. turns.OrderBy(t => (t.round, t.at)).Select(t => t.Id)];
    }

    private static ReadingText Text(Excerpt reading) => new()
    {
        Side = reading.Side,
        Title = reading.Title,
        Author = reading.Author,
        Publisher = reading.Publisher,
        Date = reading.Date,
        Kind = reading.Kind,
        LawAsOf = reading.LawAsOf,
        Language = reading.Language,
        Sources = reading.Sources,
        Rights = Library.Rights.Shown(reading.Rights),
        NotReviewed = reading.NotReviewed,
        Blocks = reading.Blocks,
        Minutes = Math.Max(1, (int)Math.Round(WordCount.Of(reading.Blocks) / WordsPerMinute, MidpointRounding.AwayFromZero)),
    };
}

public static class ReadingSetup
{
    public static StepCatalog AddReadings(this StepCatalog catalog) => catalog
        .Step<ReadingPlan>("reading", (session, plan) => new ReadingStep(session, plan))
        .Command<KeepPassage>("reading.keep")
        .Command<DropPassage>("reading.drop")
        .Command<FinishReading>("reading.finish")
        .Event<PassageKept>("reading.kept")
        .Event<PassageDropped>("reading.dropped")
        .Event<ReadingFinished>("reading.finished")
        .Views<ReadingView, MyReading, TeacherReading, WallReading>("reading");
}
