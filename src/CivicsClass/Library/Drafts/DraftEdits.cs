using CivicsClass.Data;
using CivicsClass.Library.Editing;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Library.Drafts;

/// <summary>What became of a change of a draft. Without a number nothing was changed: <c>Refused</c> says why, if there is a reason to say,
/// or <c>IsOvertaken</c> that something else stands there by now.</summary>
public sealed record DraftChanged(DraftReading Draft, int? Number, bool IsOvertaken = false, string? Refused = null);

/// <summary>What an undo or redo would take back, and which fields that is about.</summary>
public sealed record DraftUndo(UndoStep Step, IReadOnlyList<string> Fields);

/// <summary>Edits draft readings as topics are edited: saves what is typed, right or wrong, never over what somebody else saved, and keeps what was before.</summary>
public sealed class DraftEdits(CivicsDbContext db, TimeProvider clock)
{
    private const int Tries = 20, Most = 50;
    /// <summary>The token of a draft that is not stored yet.</summary>
    public const string New = "new";

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <param name="visible">The drafts that this person may edit.</param>
    /// <param name="token">Of the draft as it was on the screen (<see cref="DraftForm.Token"/>), or <see cref="New"/>.</param>
    /// <param name="goesOn">The change that this one goes on with, by the same person.</param>
    /// <returns>Nothing when there is no such draft any more.</returns>
    public async Task<DraftChanged?> SaveAsync(IQueryable<DraftReading> visible, Guid id, DraftForm typed, string? token, int? goesOn, string by, CancellationToken stop)
    {
        if (token == New && !await db.DraftReadings.AnyAsync(d => d.Id == id, stop) && await BeginAsync(id, typed, by, stop) is { } begun)
            return begun;
        return await ChangeAsync(visible, id, by, draft =>
        {
            var before = DraftForm.Of(draft);
            // Its first answer may have been lost on the way.
            var isSeen = before.Token == token || (token == New && draft.AddedBy == by && draft.ChangedAt == draft.AddedAt);
            return isSeen || before.Token == typed.Token ? typed : null;
        }, goesOn, stop);
    }

    /// <param name="change">What is to stand there; nothing when something else stands there than was thought. Asked again when somebody was faster.</param>
    public async Task<DraftChanged?> ChangeAsync(IQueryable<DraftReading> visible, Guid id, string by, Func<DraftReading, DraftForm?> change, int? goesOn, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await visible.AsTracking().FirstOrDefaultAsync(d => d.Id == id, stop) is not { } draft)
                return null;
            var before = DraftForm.Of(draft).ToJson();
            if (change(draft) is not { } form)
                return new DraftChanged(draft, null, IsOvertaken: true);
            if (form.TooLong() is { } refused)
                return new DraftChanged(draft, null, Refused: refused);
            if (form.ToJson() is var after && after == before)
                return new DraftChanged(draft, null);
            form.Change(draft, Now);
            var number = await RememberAsync(id, before, after, goesOn, by, stop);
            try
            {
                await db.SaveChangesAsync(stop);
                if (number > Most && number % 20 == 0)
                    await db.DraftReadingChanges.Where(c => c.DraftId == id && c.Number <= number - Most).ExecuteDeleteAsync(stop);
                return new DraftChanged(draft, number);
            }
            catch (Exception lost) when (Conflict.Is(lost) && attempt < Tries)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>What would be undone and what would be taken up again.</summary>
    public async Task<(DraftUndo? Undo, DraftUndo? Redo)> NextAsync(Guid id, CancellationToken stop)
    {
        var (stacks, fields) = (new UndoStacks(), new Dictionary<int, IReadOnlyList<string>>());
        await foreach (var change in db.DraftReadingChanges.AsNoTracking().Where(c => c.DraftId == id).OrderBy(c => c.Number).AsAsyncEnumerable().WithCancellation(stop))
        {
            stacks.Add(change);
            fields[change.Number] = DraftForm.FromJson(change.Before).Differs(DraftForm.FromJson(change.After));
        }
        DraftUndo? Of(UndoStep? step) => step is null ? null : new DraftUndo(step, fields[step.Number]);
        return (Of(stacks.Undo), Of(stacks.Redo));
    }

    /// <param name="seen">The number of the step that was on the screen: nothing is done when it is another one by now.</param>
    public async Task<DraftChanged?> GoAsync(IQueryable<DraftReading> visible, Guid id, string by, int seen, bool undo, CancellationToken stop)
    {
        var (done, undone) = await NextAsync(id, stop);
        var step = (undo ? done : undone)?.Step.Number;
        var change = step != seen ? null : await db.DraftReadingChanges.AsNoTracking().FirstOrDefaultAsync(c => c.DraftId == id && c.Number == seen, stop);
        var (from, to) = undo ? (change?.After, change?.Before) : (change?.Before, change?.After);
        return await ChangeAsync(visible, id, by, draft => to is not null && DraftForm.Of(draft).ToJson() == from ? DraftForm.FromJson(to) : null, null, stop);
    }

    /// <returns>Nothing when it is there already.</returns>
    private async Task<DraftChanged?> BeginAsync(Guid id, DraftForm typed, string by, CancellationToken stop)
    {
        var draft = typed.Make(by, Now, id);
        if (typed.TooLong() is { } refused)
            return new DraftChanged(draft, null, Refused: refused);
        db.DraftReadings.Add(draft);
        try
        {
            await db.SaveChangesAsync(stop);
            return new DraftChanged(draft, null);
        }
        catch (DbUpdateException twice) when (Conflict.Is(twice))
        {
            db.ChangeTracker.Clear();
            return null;
        }
    }

    private async Task<int> RememberAsync(Guid id, string before, string after, int? goesOn, string by, CancellationToken stop)
    {
        var last = await db.DraftReadingChanges.Where(c => c.DraftId == id).OrderByDescending(c => c.Number).Select(c => new { c.Number, c.By }).FirstOrDefaultAsync(stop);
        if (last is not null && last.Number == goesOn && last.By == by)
        {
            var row = await db.DraftReadingChanges.AsTracking().SingleAsync(c => c.DraftId == id && c.Number == last.Number, stop);
            if (row.Before == after)
            {
                db.DraftReadingChanges.Remove(row);
                return last.Number;
            }
            db.Entry(row).Property(c => c.After).CurrentValue = after;
            db.Entry(row).Property(c => c.At).CurrentValue = Now;
            return last.Number;
        }
        var number = (last?.Number ?? 0) + 1;
        db.DraftReadingChanges.Add(new DraftReadingChange { DraftId = id, Number = number, Before = before, After = after, By = by, At = Now });
        return number;
    }
}
