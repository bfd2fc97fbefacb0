using CivicsClass.Accounts;
using CivicsClass.Library;
using CivicsClass.Quizzes.Files;
using Humanizer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CivicsClass.Pages.Library.Questions;

[Authorize(Roles = Roles.Admin)]
public sealed class ExportModel(Packs packs) : PageModel
{
    public Pack Pack { get; private set; } = null!;
    public PublishedVersion Version { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id) => await FindAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnGetFileAsync(Guid id, string? format)
    {
        if (!await FindAsync(id) || QuizFiles.Find(format) is not { } found || Held(found).Count == 0)
            return NotFound();
        return File(QuizFiles.Write(found, Pack.Title, Pack.Quiz), found.ContentType, Pack.Id + found.Ending);
    }

    public IReadOnlyList<QuizItem> Held(IQuizFormat format) => [.. Pack.Quiz.Where(i => format.CannotHold(i) is null)];

    public IReadOnlyList<(QuizItem Item, string Reason)> LeftOut(IQuizFormat format) =>
        [.. Pack.Quiz.Select(i => (i, format.CannotHold(i))).Where(i => i.Item2 is not null).Select(i => (i.i, i.Item2!))];

    public IReadOnlyList<(QuizItem Item, string Remark)> Remarks(IQuizFormat format) =>
        [.. Held(format).Select(i => (i, format.Remark(i))).Where(i => i.Item2 is not null).Select(i => (i.i, i.Item2!))];

    /// <summary>What these questions have and the format has no place for; empty when nothing is lost.</summary>
    public string NotKept(IQuizFormat format) =>
        Enum.GetValues<QuizParts>().Where(p => p is not (QuizParts.None or QuizParts.All) && !format.Keeps.HasFlag(p) && Held(format).Any(i => Has(i, p))).Select(InWords).Humanize("and");

    private static bool Has(QuizItem item, QuizParts part) => part switch
    {
        QuizParts.Misconceptions => item.Options.Any(o => o.Misconception is not null),
        QuizParts.Standards => item.Standards.Count > 0,
        QuizParts.AsOf => item.AsOf is not null,
        _ => true,
    };

    private static string InWords(QuizParts part) => part switch
    {
        QuizParts.Id => "ids",
        QuizParts.Feedback => "feedback",
        QuizParts.Explanation => "explanations",
        QuizParts.Misconceptions => "misconceptions",
        QuizParts.RestsOn => "paragraphs they rest on",
        QuizParts.Difficulty => "difficulty",
        QuizParts.Standards => "standards",
        QuizParts.Helps => "whose case the key helps",
        _ => "as-of dates",
    };

    private async Task<bool> FindAsync(Guid id)
    {
        if ((await packs.VersionsAsync()).FirstOrDefault(v => v.Id == id) is not { } version)
            return false;
        (Version, Pack) = (version, await packs.GetAsync(id));
        return true;
    }
}
