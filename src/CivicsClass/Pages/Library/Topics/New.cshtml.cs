using CivicsClass.Accounts;
using CivicsClass.Data;
using CivicsClass.Library;
using CivicsClass.Library.Files;
using CivicsClass.Library.Topics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Pages.Library.Topics;

/// <summary>Begins a topic, empty or from a published version.</summary>
[Authorize(Roles = Roles.Admin)]
public sealed class NewModel(CivicsDbContext db, Packs packs, TopicDrafts topics, TimeProvider clock) : PageModel
{
    public sealed class NewTopic
    {
        public string Title { get; set; } = "";
        public string Question { get; set; } = "";
        public string FirstName { get; set; } = "";
        public string FirstShort { get; set; } = "";
        public string SecondName { get; set; } = "";
        public string SecondShort { get; set; } = "";
        public string Language { get; set; } = "en";
        public string Id { get; set; } = "";
    }

    public NewTopic Typed { get; private set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(NewTopic topic, CancellationToken stop)
    {
        Typed = topic;
        ModelState.Clear();
        foreach (var (field, text, most, missing) in Fields(topic))
            if (string.IsNullOrWhiteSpace(text) || text.Trim().Length > most)
                ModelState.AddModelError(field, string.IsNullOrWhiteSpace(text) ? missing : $"Keep to {most} characters; there are {text.Trim().Length:N0}.");
        if (!LanguageTag.IsValid(topic.Language?.Trim() ?? ""))
            ModelState.AddModelError(nameof(topic.Language), "Write a language tag such as en or es.");
        if (string.Equals(topic.FirstName?.Trim(), topic.SecondName?.Trim(), StringComparison.OrdinalIgnoreCase) && !string.IsNullOrWhiteSpace(topic.FirstName))
            ModelState.AddModelError(nameof(topic.SecondName), "The two positions have the same name. Give each its own.");
        var id = string.IsNullOrWhiteSpace(topic.Id) ? PackId.Of(topic.Title ?? "", "topic", _ => false) : topic.Id.Trim();
        if (!PackId.IsValid(id))
            ModelState.AddModelError(nameof(topic.Id), PackId.Advice(id.Length > 80 ? id[..80] + "…" : id));
        else if (await db.PackVersions.AnyAsync(v => v.PackId == id, stop))
            ModelState.AddModelError(nameof(topic.Id), $"There is a topic “{id}” already. Open it in the library and choose “Edit this topic”, or write another short name.");
        else if (await db.TopicDrafts.AnyAsync(d => d.PackId == id, stop))
            ModelState.AddModelError(nameof(topic.Id), $"A topic “{id}” is in progress already. Open it in the library, or write another short name.");
        if (!ModelState.IsValid)
            return Page();
        var texts = NewParts.Topic(id, topic.Title!, topic.Question!, [(topic.FirstName!, topic.FirstShort!), (topic.SecondName!, topic.SecondShort!)], topic.Language!, clock.GetUtcNow().UtcDateTime);
        var draft = await topics.BeginAsync(id, topic.Title!.Trim(), null, texts, User.Id(), stop);
        return Redirect($"/library/topics/{draft.Id}");
    }

    public async Task<IActionResult> OnPostFromAsync(Guid version, CancellationToken stop)
    {
        if (await db.PackVersions.AsNoTracking().Where(v => v.Id == version && v.OwnerId == null).Select(v => v.PackId).FirstOrDefaultAsync(stop) is null)
            return NotFound();
        var pack = await packs.GetAsync(version);
        var draft = await topics.BeginAsync(pack.Id, pack.Title, version, PackWriter.Write(pack), User.Id(), stop);
        return Redirect($"/library/topics/{draft.Id}{(draft.BasedOn == version ? "" : "?known=true")}");
    }

    private static IEnumerable<(string Field, string? Text, int Most, string Missing)> Fields(NewTopic topic) =>
    [
        (nameof(topic.Title), topic.Title, Limits.Title, "Write a title."),
        (nameof(topic.Question), topic.Question, Limits.Question, "Write the question that the class will argue about."),
        (nameof(topic.FirstName), topic.FirstName, Limits.Name, "Name the first position."),
        (nameof(topic.FirstShort), topic.FirstShort, Limits.Short, "Write a short name for it."),
        (nameof(topic.SecondName), topic.SecondName, Limits.Name, "Name the second position."),
        (nameof(topic.SecondShort), topic.SecondShort, Limits.Short, "Write a short name for it."),
    ];
}
