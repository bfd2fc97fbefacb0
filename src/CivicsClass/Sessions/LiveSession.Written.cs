using CivicsClass.Help;
using CivicsClass.Moderation;

namespace CivicsClass.Sessions;

/// <summary>Held texts: nobody but the author and the teacher reads one until the teacher has released it.</summary>
public sealed partial class LiveSession
{
    private const int MaxNote = 500;

    /// <summary>Set by the server that runs the session; a replay holds nothing anew.</summary>
    public IWatch? Watch { get; set; }

    /// <summary>The name the teacher knows, where there is one; set by the server that runs the session. Names never enter an event.</summary>
    public Func<string, string?> NameOf { get; set; } = _ => null;

    public Written Written { get; } = new();

    /// <summary>What in these texts must be held; absent when nothing must.</summary>
    public IReadOnlyList<HoldMark>? LookAt(params IEnumerable<(string Field, string? Text)> texts) =>
        Watch is { } watch && texts.Where(t => t.Text is not null).SelectMany(t => watch.Look(t.Field, t.Text!)).ToArray() is { Length: > 0 } marks ? marks : null;

    /// <summary>State changed that stands in no event, such as an anonymous vote: these views show it.</summary>
    public void Stir(Audiences audiences, params IEnumerable<string> people)
    {
        Touched |= audiences;
        TouchedPeople.UnionWith(people);
    }

    private void Release(Turn turn, long seq) => Record(turn, new TextReleased(Written.Waiting(seq).Seq));

    private void Return(Turn turn, ReturnText sendBack) =>
        Record(turn, new TextReturned(Written.Waiting(sendBack.Seq).Seq, ModerationReason.Find(sendBack.Reason).Id, StudentText.Clean(sendBack.Note, "your note", MaxNote)));

    private void KeepIncident(Turn turn, KeepIncident keep)
    {
        if (!Written.Held.TryGetValue(keep.Seq, out var held))
            throw new Refusal("Only a text that was held can be kept as an incident.");
        if (held.IsIncident == (keep.Over == true))
            Record(turn, new IncidentKept(keep.Seq, keep.Over == true ? true : null));
    }

    /// <summary>Every version goes, in the log as well; its author's kept drafts go with it.</summary>
    private void Erase(Turn turn, long seq)
    {
        var versions = Written.Versions(seq).ToArray();
        if (versions.Length == 0)
            throw new Refusal("This text was erased already.");
        Record(turn, new TextErased([.. versions.Select(v => v.Seq)]));
        foreach (var (version, erased) in versions)
            Keep(new EventErased(version, erased));
        foreach (var author in Written.AuthorsOf(seq))
        {
            _drafting.Remove(author);
            Keep(new DraftsForgotten(author));
        }
    }

    private void ApplyJudgement(Recorded recorded)
    {
        switch (recorded.Event)
        {
            case TextReleased released: Judge(released.Seq, TextVerdict.Released, null); break;
            case TextReturned returned: Judge(returned.Seq, TextVerdict.Returned, returned); break;
            case IncidentKept kept: Written.KeepAsIncident(kept.Seq, kept.Over != true); break;
            case TextErased erased:
                Judge(erased.Seqs[^1], TextVerdict.Erased, null);
                foreach (var seq in erased.Seqs)
                    Written.Forget(seq);
                break;
        }
    }

    private void Judge(long seq, TextVerdict verdict, TextReturned? because)
    {
        var (step, item) = Written.ItemOf(seq);
        Written.Settle(seq);
        if (step == HelpDesk.Place)
        {
            Help.Judged(item, verdict, because);
            TouchedPeople.Add(Help.AuthorOf(item));
            return;
        }
        Step(step).Judged(seq, item, verdict, because);
        TouchedPeople.UnionWith(Step(step).ReadersOf(item));
    }
}
