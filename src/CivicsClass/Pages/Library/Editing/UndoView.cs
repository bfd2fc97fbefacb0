using CivicsClass.Data;
using CivicsClass.Library.Drafts;
using CivicsClass.Library.Editing;
using CivicsClass.Library.Topics;
using Humanizer;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Pages.Library.Editing;

/// <summary>A button that takes something back. It says whose and what.</summary>
/// <param name="Who">Who would see it taken back; "you" for whoever looks.</param>
/// <param name="What">Such as <c>changed “Why a ban”</c>.</param>
public sealed record UndoButton(UndoStep Step, bool IsUndo, bool IsYours, string Who, string What)
{
    public string Name => IsUndo ? "Undo" : "Redo";
}

/// <summary>The two buttons of what is edited.</summary>
/// <param name="Address">The page with the handlers.</param>
/// <param name="Back">What the handlers are told besides, such as where to go afterwards.</param>
public sealed record UndoView(string Address, string Back, UndoButton? Undo, UndoButton? Redo)
{
    public static async Task<UndoView> OfTopicAsync(CivicsDbContext db, string me, Guid topic, string back, (TopicUndo? Undo, TopicUndo? Redo) next, CancellationToken stop)
    {
        async Task<UndoButton?> OfAsync(TopicUndo? undo, bool isUndo) =>
            undo is null ? null : await ButtonAsync(db, me, undo.Step, isUndo, isUndo ? InWords(undo.Change) : $"undid a change of {Object(undo.Change)}", stop);
        return new UndoView($"/library/topics/{topic}", back, await OfAsync(next.Undo, true), await OfAsync(next.Redo, false));
    }

    public static async Task<UndoView> OfDraftAsync(CivicsDbContext db, string me, Guid draft, (DraftUndo? Undo, DraftUndo? Redo) next, CancellationToken stop)
    {
        async Task<UndoButton?> OfAsync(DraftUndo? undo, bool isUndo) =>
            undo is null ? null : await ButtonAsync(db, me, undo.Step, isUndo, $"{(isUndo ? "changed" : "undid a change of")} {Fields(undo)}", stop);
        return new UndoView($"/library/drafts/{draft}", "", await OfAsync(next.Undo, true), await OfAsync(next.Redo, false));
    }

    public static async Task<UndoButton> ButtonAsync(CivicsDbContext db, string me, UndoStep step, bool isUndo, string what, CancellationToken stop)
    {
        var isYours = step.By == me;
        return new UndoButton(step, isUndo, isYours, isYours ? "you" : await NameAsync(db, step.By, stop), what);
    }

    public static async Task<string> NameAsync(CivicsDbContext db, string person, CancellationToken stop) =>
        await db.Users.Where(u => u.Id == person).Select(u => u.DisplayName).FirstOrDefaultAsync(stop) ?? "A former colleague";

    private static string Fields(DraftUndo undo) => undo.Fields is [var one] ? one : $"{undo.Fields[0]} and {undo.Fields.Count - 1} more";

    /// <summary>Such as <c>changed “Why a ban” and “Why none”</c>.</summary>
    public static string InWords(TopicChangeLine change) => $"{(change.IsNew ? "added" : change.IsOut ? "removed" : "changed")} {Object(change)}";

    private static string Object(TopicChangeLine change) => change.Names switch
    {
        [] => change.Path == "readings/" ? "the order of the readings" : change.Path == "quiz.yaml" ? "the order of the questions" : change.Path,
        [var one] => $"“{one.Truncate(60)}”",
        [var one, var two] => $"“{one.Truncate(40)}” and “{two.Truncate(40)}”",
        [var one, ..] => $"“{one.Truncate(40)}” and {change.Names.Count - 1} more",
    };
}
