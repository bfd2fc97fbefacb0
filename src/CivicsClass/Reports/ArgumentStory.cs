using CivicsClass.Debates;
using CivicsClass.Library;
using CivicsClass.Moderation;

namespace CivicsClass.Reports;

/// <summary>Follows one argument through its events: each version and what became of it.</summary>
internal sealed class ArgumentStory(ArgumentSubmitted first, Who author, Pack pack)
{
    private readonly List<VersionReport> _versions = [];
    private readonly Dictionary<int, Marks> _marks = [];
    private ArgumentStatus _status;
    private DateTime? _waitingSince;
    private (ArgumentStatus Status, DateTime? WaitingSince) _before;

    public string LatestClaim => _versions[^1].Claim;
    public int LatestVersion => _versions[^1].Version;

    public void Submitted(ArgumentSubmitted submitted, DateTime at)
    {
        _status = ArgumentStatus.Pending;
        _waitingSince ??= at;
        _versions.Add(new VersionReport
        {
            Version = submitted.Version,
            At = at,
            Side = submitted.Side,
            Claim = submitted.Claim,
            Basis = submitted.Basis,
            Reason = submitted.Reason,
            Quotations = [.. submitted.Quotations.Select(View)],
            Link = submitted.Link,
            Counterclaim = submitted.Counterclaim,
            Answer = submitted.Answer,
            Decisions = [],
        });
    }

    public void Decided(DecisionKind kind, int version, DateTime at, string? reason = null, string? note = null)
    {
        _before = (_status, _waitingSince);
        _status = kind switch
        {
            DecisionKind.Approved => ArgumentStatus.Approved,
            DecisionKind.Returned => ArgumentStatus.Returned,
            _ => ArgumentStatus.Removed,
        };
        var waited = _waitingSince is { } since ? (int?)Math.Round((at - since).TotalSeconds) : null;
        Add(version, new DecisionReport(kind, at, waited, Label(reason), note));
    }

    /// <summary>Nobody decided: the lesson trusts this student.</summary>
    public void ShownAtOnce() => (_status, _waitingSince) = (ArgumentStatus.Approved, null);

    /// <summary>As if the last decision had not been made: a slip of the finger is nobody's story.</summary>
    public void Undone(int version)
    {
        (_status, _waitingSince) = _before;
        var at = _versions.FindIndex(v => v.Version == version);
        _versions[at] = _versions[at] with { Decisions = [.. _versions[at].Decisions.SkipLast(1)] };
    }

    public void Erased(DateTime at)
    {
        _status = ArgumentStatus.Removed;
        Add(_versions[^1].Version, new DecisionReport(DecisionKind.Erased, at, null, null, null));
    }

    public void Withdrawn(DateTime at)
    {
        _status = ArgumentStatus.Withdrawn;
        Add(_versions[^1].Version, new DecisionReport(DecisionKind.Withdrawn, at, null, null, null));
    }

    public void Marked(string reader, ArgumentMarked marked)
    {
        if (!_marks.TryGetValue(marked.Version, out var marks))
            _marks[marked.Version] = marks = new Marks();
        var counts = marks.Take(reader, marked);
        var at = _versions.FindIndex(v => v.Version == marked.Version);
        _versions[at] = _versions[at] with { Marks = counts };
    }

    /// <param name="claimOf">The latest claim of another argument.</param>
    public ArgumentReport Report(Func<string, string> claimOf) => new()
    {
        Id = first.Argument,
        Author = author,
        Kind = first.ArgumentKind,
        On = first.On is { } on ? new Answered(on, claimOf(on)) : null,
        Status = _status,
        Versions = [.. _versions],
    };

    private void Add(int version, DecisionReport decision)
    {
        _waitingSince = null;
        var at = _versions.FindIndex(v => v.Version == version);
        _versions[at] = _versions[at] with { Decisions = [.. _versions[at].Decisions, decision] };
    }

    // A log may name a reason that a later release no longer lists.
    private static string? Label(string? reason) => ModerationReason.All.FirstOrDefault(r => r.Id == reason)?.Label ?? reason;

    private QuotationView View(Quotation quotation) => QuotationView.Of(quotation, pack);
}
