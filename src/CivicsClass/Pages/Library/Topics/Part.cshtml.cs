using CivicsClass.Accounts;
using CivicsClass.Data;
using CivicsClass.Library;
using CivicsClass.Library.Editing;
using CivicsClass.Library.Files;
using CivicsClass.Library.Topics;
using CivicsClass.Pages.Library.Editing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Pages.Library.Topics;

/// <summary>One part of a topic in progress. Saves what is typed, also what is not right yet; never over what somebody else has saved meanwhile.</summary>
[Authorize(Roles = Roles.Admin)]
[UploadLimit]
[RequestFormLimits(MemoryBufferThreshold = (int)UploadLimitAttribute.Bytes, MultipartBodyLengthLimit = UploadLimitAttribute.Bytes, ValueCountLimit = 15_000)]
public sealed class PartModel(CivicsDbContext db, TopicDrafts topics, TopicHistory history, Editors editors, Images images) : PageModel
{
    /// <summary>Absent when the topic or the part is not there any more.</summary>
    public PartView? View { get; private set; }
    public IReadOnlyList<Editor> Others { get; private set; } = [];
    /// <summary>What was typed into a part that is not there any more.</summary>
    public string Lost { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync([FromRoute] Guid id, [FromRoute] string part, bool saved, bool large, CancellationToken stop)
    {
        if (TopicPart.Parse(part) is not { } asked || await topics.FindAsync(id, stop) is not { } topic || PartView.Of(topic, asked) is not { } view)
            return NotFound();
        var refused = large ? $"That was more than {UploadLimitAttribute.Bytes / 1024 / 1024} MB, so nothing was sent. Go back in your browser to find what you typed." : null;
        return await ShowAsync(view with { Saved = saved, Refused = refused }, stop);
    }

    /// <param name="token">Of the part as it was on the screen.</param>
    /// <param name="act">See <see cref="PartForm.Typed"/>.</param>
    /// <param name="goesOn">The change that this page saved last, to go on with.</param>
    /// <param name="script">Asked for by the page's script: the form, the list and the preview alone.</param>
    public async Task<IActionResult> OnPostAsync([FromRoute] Guid id, [FromRoute] string part, string? token, string? act, int? goesOn, bool script, CancellationToken stop)
    {
        if (TopicPart.Parse(part) is not { } asked)
            return NotFound();
        YamlMap? typed = null;
        var isOvertaken = false;
        var changed = await topics.ChangeAsync(id, User.Id(), topic =>
        {
            if (asked.Find(topic.Texts) is not { } before)
            {
                typed = null;
                return null;
            }
            var form = PartForms.For(asked, topic.Pack);
            typed = form.Keep(before, form.Typed(name => Request.Form[name], act));
            var (stands, wanted) = (form.Token(before), form.Token(typed));
            isOvertaken = stands != token && stands != wanted;
            return isOvertaken || stands == wanted ? null : asked.Put(topic.Texts, typed);
        }, act is null ? goesOn : null, stop);
        if (changed is null || typed is null)
            return Gone(script);
        if (isOvertaken)
            return await ShowAsync(PartView.Typed(changed.Topic, asked, typed, beside: true)! with { TheirName = await NameAsync(changed.Topic, asked, stop) }, stop, script);
        if (changed.Refused is { } refused)
            return await ShowAsync(PartView.Typed(changed.Topic, asked, typed, beside: false)! with { Refused = refused }, stop, script);
        if (!script)
            return Redirect($"/library/topics/{id}/{asked.Route}?saved=true{(act is { } done ? "#" + done.Split(':')[^1].Replace('.', '-') : "")}");
        return await ShowAsync(PartView.Of(changed.Topic, asked)! with { Saved = true, Change = changed.Number ?? goesOn }, stop, script: true);
    }

    /// <summary>What is typed as it would look, without saving it.</summary>
    public async Task<IActionResult> OnPostPreviewAsync([FromRoute] Guid id, [FromRoute] string part, bool script, CancellationToken stop)
    {
        if (TopicPart.Parse(part) is not { } asked || await topics.FindAsync(id, stop) is not { } topic || asked.Find(topic.Texts) is not { } before)
            return Gone(script);
        var form = PartForms.For(asked, topic.Pack);
        var typed = form.Keep(before, form.Typed(name => Request.Form[name], null));
        var preview = PartView.Of(await topics.WithAsync(topic, asked.Put(topic.Texts, typed), stop), asked)!;
        return script ? Partial("_Outcome", preview) : await ShowAsync(preview with { Token = form.Token(before) }, stop);
    }

    /// <summary>The page is still open, or is being left.</summary>
    public async Task<IActionResult> OnPostHereAsync([FromRoute] Guid id, [FromRoute] string part, string? window, bool leaves, CancellationToken stop)
    {
        if (TopicPart.Parse(part) is not { } asked || window is not { Length: > 0 and <= 40 })
            return NotFound();
        if (leaves)
        {
            await editors.GoneAsync(id, User.Id(), window, stop);
            return new NoContentResult();
        }
        if (await topics.FindAsync(id, stop) is not { } topic || PartView.Of(topic, asked) is not { } view)
            return NotFound();
        Others = await editors.HereAsync(id, User.Id(), window, asked.Route, stop);
        return Partial("/Pages/Library/Editing/_Others.cshtml", new OthersView(view.Token, asked.Route, Others));
    }

    public async Task<IActionResult> OnPostPictureAsync([FromRoute] Guid id, [FromRoute] string part, string? token, IFormFile? image, string? description, CancellationToken stop)
    {
        if (TopicPart.Parse(part) is not { Kind: PartKind.Reading } asked || await topics.FindAsync(id, stop) is not { } topic || asked.Find(topic.Texts) is not { } before)
            return Gone(false);
        var form = PartForms.For(asked, topic.Pack);
        var (markdown, refused) = await images.TakeAsync(image, description, stop);
        string Body() => $"{Request.Form["body"].ToString().TrimEnd()}\n\n{markdown}\n";
        var typed = form.Keep(before, form.Typed(name => name == "body" && markdown is not null ? Body() : Request.Form[name], null));
        ModelState.Clear();
        if (refused is not null)
            ModelState.AddModelError("image", refused);
        return await ShowAsync(PartView.Typed(topic, asked, typed, beside: false)! with { Token = token ?? "", Refused = refused ?? "The image stands at the end of the text. Move its line where it belongs, then save." }, stop);
    }

    private async Task<IActionResult> ShowAsync(PartView view, CancellationToken stop, bool script = false)
    {
        var topic = view.Topic.Draft.Id;
        if (script && view.Change is null)
            return Partial("_Outcome", view);
        var next = script ? await history.AfterAsync(topic, view.Change!.Value, stop) : await history.NextAsync(topic, stop);
        View = view with { Undo = await UndoView.OfTopicAsync(db, User.Id(), topic, view.Part.Route, next, stop) };
        if (script)
            return Partial("_Outcome", View);
        Others = await editors.OthersAsync(topic, User.Id(), stop);
        return Page();
    }

    private IActionResult Gone(bool script)
    {
        Lost = string.Join("\n\n", Request.Form.Where(f => !f.Key.StartsWith("__", StringComparison.Ordinal) && f.Key is not ("token" or "script" or "goesOn" or "act" or "window")).Select(f => f.Value.ToString()).Where(v => v.Length > 3));
        Response.StatusCode = StatusCodes.Status410Gone;
        return script ? new EmptyResult() : Page();
    }

    private async Task<string> NameAsync(TopicInProgress topic, TopicPart part, CancellationToken stop)
    {
        var path = part.Path(topic.Texts);
        var by = await db.TopicDraftFiles.Where(f => f.DraftId == topic.Draft.Id && f.Path == path).Select(f => f.ChangedBy).FirstOrDefaultAsync(stop);
        return by == User.Id() ? "You" : await db.Users.Where(u => u.Id == by).Select(u => u.DisplayName).FirstOrDefaultAsync(stop) ?? "Somebody else";
    }
}
