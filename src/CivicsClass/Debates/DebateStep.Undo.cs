using CivicsClass.Sessions;

namespace CivicsClass.Debates;

/// <summary>Takes one's own decision back, shortly after it: the argument stands as it stood before.</summary>
/// <param name="Version">The version that was decided on.</param>
public sealed record UndoDecision(string Step, string Argument, int Version) : StepCommand(Step), IFromTeacher;

public sealed record DecisionUndone(string Step, string Argument, int Version) : StepEvent(Step);

/// <summary>Who decided last, and how to take it back.</summary>
public sealed partial class DebateStep
{
    /// <summary>Ten seconds are offered; what was pressed in the last of them may still be on its way.</summary>
    private static readonly TimeSpan ForUndo = TimeSpan.FromSeconds(15);
    private readonly Dictionary<string, Decision> _last = [];
    private readonly Dictionary<string, string> _decidedBy = [];

    private sealed record Decision(string By, DateTime At, Argument Before, ArgumentStatus Became, Dictionary<Mark, HashSet<string>>? Marks);

    private void Undo(Turn turn, UndoDecision undo)
    {
        var argument = Find(undo.Argument);
        MustBeTheVersion(argument, undo.Version);
        if (!_last.TryGetValue(argument.Id, out var last) || argument.Status != last.Became)
            throw new Refusal("This cannot be undone any more: somebody has gone on with it since.");
        if (IsAtOnce(last.By))
            throw new Refusal("This was shown at once, as this lesson is set. Take it off the board instead.");
        if (last.By != turn.By.Id)
            throw new Refusal("A colleague decided this. Only they can undo it.");
        if (turn.Now - last.At > ForUndo)
            throw new Refusal("The ten seconds to undo this are over. What is on the board can be taken off there; a returned text can be sent again.");
        Record(turn, new DecisionUndone(Id, argument.Id, undo.Version));
    }

    /// <summary>Before the event is applied: a decision can be undone until somebody goes on with the argument.</summary>
    private void Follow(Recorded recorded)
    {
        switch (recorded.Event)
        {
            case ArgumentApproved e: Remember(recorded, e.Argument, ArgumentStatus.Approved); break;
            case ArgumentReturned e: Remember(recorded, e.Argument, ArgumentStatus.Returned); break;
            case ArgumentRemoved e: Remember(recorded, e.Argument, ArgumentStatus.Removed); break;
            case ArgumentSubmitted e: _last.Remove(e.Argument); break;
            case ArgumentWithdrawn e: _last.Remove(e.Argument); break;
            case ArgumentMarked e: _last.Remove(e.Argument); break;
        }
    }

    private void Remember(Recorded recorded, string id, ArgumentStatus became)
    {
        _decidedBy[id] = recorded.By;
        _last[id] = new Decision(recorded.By, recorded.At, _arguments[id], became, became == ArgumentStatus.Approved ? _marks.Held(id) : null);
    }

    private void Undone(string id)
    {
        _last.Remove(id, out var last);
        _decidedBy.Remove(id);
        var before = last!.Before;
        if (last.Became == ArgumentStatus.Approved)
            _marks.Restore(id, last.Marks);
        if (before.Shown is null)
            _approved.Remove(id);
        if (last.Became == ArgumentStatus.Approved)
            _approvals[before.Author]--;
        _decisions.Undone(before, last.Became);
        Put(before);
        if (before.Held is not null)
            Session.Written.Unsettle(before.Seq);
        if (_queue.Remove(id))
            _queue.Insert(_queue.TakeWhile(other => WaitsLonger(_arguments[other], before)).Count(), id);
    }

    private bool WaitsLonger(Argument one, Argument other) => one.WaitingSince == other.WaitingSince
        ? _order.IndexOf(one.Id) < _order.IndexOf(other.Id)
        : one.WaitingSince < other.WaitingSince;

    /// <summary>"You" and "a colleague" are told apart: two screens of one teacher meet as well.</summary>
    private string Decided(Turn turn, Argument argument)
    {
        var done = argument.Status switch
        {
            ArgumentStatus.Approved => "approved this",
            ArgumentStatus.Returned => "returned this to its author",
            _ => "removed this",
        };
        var who = _decidedBy.TryGetValue(argument.Id, out var by) ? by == turn.By.Id ? "You have" : "A colleague has" : "Somebody has";
        return argument.Status switch
        {
            ArgumentStatus.Withdrawn => "Its author has withdrawn this.",
            ArgumentStatus.Removed when argument.IsErased => "This was already erased.",
            ArgumentStatus.Approved when argument.IsAtOnce => "This was shown at once, as this lesson is set. Take it off the board instead.",
            _ => $"{who} already {done}. Nothing was done twice.",
        };
    }
}
