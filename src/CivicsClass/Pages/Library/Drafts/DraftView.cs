using CivicsClass.Library.Drafts;
using CivicsClass.Library.Files;
using CivicsClass.Pages.Library.Editing;

namespace CivicsClass.Pages.Library.Drafts;

/// <summary>A draft reading as its page shows it: the form, what is missing, and the preview.</summary>
/// <param name="Form">What stands in the form.</param>
/// <param name="Token">See <see cref="DraftForm.Token"/>: of what stands on the server.</param>
/// <param name="Shown">What the preview shows.</param>
public sealed record DraftView(Guid Id, DraftForm Form, string Token, DraftForm Shown)
{
    /// <summary>Somebody else was faster: whose words <see cref="Shown"/> are. Absent otherwise.</summary>
    public string? TheirName { get; init; }
    /// <summary>Why nothing was saved, or what was done without saving.</summary>
    public string? Refused { get; init; }
    public bool Saved { get; init; }
    /// <summary>The number in the history of what was saved.</summary>
    public int? Change { get; init; }
    /// <summary>Absent where the page keeps the buttons it has.</summary>
    public UndoView? Undo { get; init; }
    public bool IsNew { get; init; }

    public string Address => $"/library/drafts/{Id}";
    public string Title => CivicsClass.Library.DraftReading.NameOf(Form.Title?.Trim() ?? "");
    public string Outcome => TheirName is not null ? "overtaken" : Refused is not null ? "refused" : Saved ? "saved" : "shown";

    /// <summary>What is missing or wrong before the draft can be used, by field.</summary>
    public IEnumerable<(string Field, string Sentence)> Missing => Form.Problems();

    /// <summary>A year that asks for "law as of", while that is empty.</summary>
    public string? RecentYear => string.IsNullOrWhiteSpace(Form.LawAsOf) && !Form.TextIsTooLarge ? PackRules.RecentYear(DraftBlocks.Read(DraftFile.Tidy(Form.Text ?? "")).SelectMany(b => b.Sentences)) : null;
}
