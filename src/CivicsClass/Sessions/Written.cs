namespace CivicsClass.Sessions;

/// <summary>An event that carries text a student wrote for others. Implement it explicitly, so that none of it enters the payload.</summary>
public interface IWritten
{
    /// <summary>What the text belongs to within its step, such as an argument's id; its versions share it.</summary>
    string Item { get; }
    /// <summary>Words for which the text was held; absent: none.</summary>
    IReadOnlyList<HoldMark>? Held { get; }
    /// <summary>Each text that was written, by the name of its field; a place of "reasons/2" is a field of its own.</summary>
    IEnumerable<KeyValuePair<string, string>> Texts { get; }
    /// <summary>The same fact with <see cref="Written.Erased"/> in place of every text, and nothing held.</summary>
    SessionEvent Erased();
}

/// <summary>Words in a student's text that a teacher should see before anybody else does.</summary>
/// <param name="Field">The text, by its name in <see cref="IWritten.Texts"/>.</param>
/// <param name="Start">In UTF-16 code units, as <c>Length</c>.</param>
public sealed record HoldMark(string Field, int Start, int Length, HoldReason Reason);

/// <summary>Status: somebody's immigration status. ClassName: a name from the class list.</summary>
public enum HoldReason { Profanity, Slur, Phone, Email, Address, ClassName, Status }

/// <summary>Looks at what students write before it is recorded. What it finds stands in the event, so a replay never looks again.</summary>
public interface IWatch
{
    IEnumerable<HoldMark> Look(string field, string text);
}

/// <summary>What becomes of a held text, told to the step it belongs to.</summary>
public enum TextVerdict { Released, Returned, Erased }

/// <summary>A held text and where it stands.</summary>
/// <param name="Seq">Of the event that brought it.</param>
/// <param name="By">Participant id.</param>
/// <param name="At">UTC.</param>
public sealed record HeldText(long Seq, string By, DateTime At, string Step, string Item, IReadOnlyDictionary<string, string> Texts, IReadOnlyList<HoldMark> Marks, bool IsIncident = false, bool IsSettled = false);

/// <summary>What students wrote in a session: which events brought it, and what is held.</summary>
public sealed class Written
{
    /// <summary>Stands where a text was erased.</summary>
    public const string Erased = "[erased]";

    private readonly Dictionary<(string Step, string Item), List<long>> _seqs = [];
    private readonly Dictionary<long, (string Step, string Item)> _items = [];
    private readonly Dictionary<long, HeldText> _held = [];
    private readonly Dictionary<long, SessionEvent> _events = [];
    private readonly Dictionary<long, string> _authors = [];

    /// <summary>By sequence number, the settled included, in the order of writing.</summary>
    public IReadOnlyDictionary<long, HeldText> Held => _held;

    internal void Add(Recorded recorded, string step, IWritten written)
    {
        var item = (step, written.Item);
        if (!_seqs.TryGetValue(item, out var seqs))
            _seqs[item] = seqs = [];
        seqs.Add(recorded.Seq);
        _items[recorded.Seq] = item;
        _events[recorded.Seq] = recorded.Event;
        _authors[recorded.Seq] = recorded.By;
        if (written.Held is { Count: > 0 } marks)
            _held[recorded.Seq] = new HeldText(recorded.Seq, recorded.By, recorded.At, step, written.Item, written.Texts.ToDictionary(), marks);
    }

    /// <exception cref="Refusal">There is no such text.</exception>
    internal (string Step, string Item) ItemOf(long seq) =>
        _items.TryGetValue(seq, out var item) ? item : throw new Refusal("This text is not here. Reload the page.");

    /// <summary>Every event that brought a version of the same item, and what must stand there instead.</summary>
    internal IEnumerable<(long Seq, SessionEvent Erased)> Versions(long seq) =>
        _seqs[ItemOf(seq)].Where(_events.ContainsKey).Select(s => (s, ((IWritten)_events[s]).Erased()));

    internal IEnumerable<string> AuthorsOf(long seq) => _seqs[ItemOf(seq)].Select(s => _authors[s]).Distinct();

    /// <exception cref="Refusal">It is not held any more.</exception>
    internal HeldText Waiting(long seq) => _held.TryGetValue(seq, out var held) && !held.IsSettled
        ? held : throw new Refusal("This text is not held any more. Somebody has decided already, or its author has changed it.");

    internal void Settle(long seq)
    {
        if (_held.TryGetValue(seq, out var held))
            _held[seq] = held with { IsSettled = true };
    }

    /// <summary>The decision that ended the hold was taken back.</summary>
    internal void Unsettle(long seq)
    {
        if (_held.TryGetValue(seq, out var held))
            _held[seq] = held with { IsSettled = false };
    }

    /// <summary>A log whose text was erased afterwards names an incident that is no longer held.</summary>
    internal void KeepAsIncident(long seq, bool on)
    {
        if (_held.TryGetValue(seq, out var held))
            _held[seq] = held with { IsIncident = on };
    }

    internal void Forget(long seq)
    {
        _held.Remove(seq);
        _events.Remove(seq);
    }
}
