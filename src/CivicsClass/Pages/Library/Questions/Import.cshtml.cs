using System.Text.Json;
using CivicsClass.Accounts;
using CivicsClass.Library;
using CivicsClass.Library.Files;
using CivicsClass.Library.Questions;
using CivicsClass.Library.Topics;
using CivicsClass.Quizzes.Files;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CivicsClass.Pages.Library.Questions;

/// <summary>Choose files, look at every question that was found, fill in what is missing, add them to the topic's next version. Between the steps everything stands in the form.</summary>
[Authorize(Roles = Roles.Admin)]
[UploadLimit]
[RequestFormLimits(MemoryBufferThreshold = (int)UploadLimitAttribute.Bytes, MultipartBodyLengthLimit = UploadLimitAttribute.Bytes, ValueCountLimit = 15_000)]
public sealed class ImportModel(Packs packs, TopicDrafts topics, TopicIntake intake) : PageModel
{
    /// <summary>What was found in a file beside questions that can be taken.</summary>
    public sealed record Rest(string File, string? Format, int Found, IReadOnlyList<RefusedQuestion> Refused, IReadOnlyList<string> Remarks);

    public PublishedVersion Topic { get; private set; } = null!;
    /// <summary>The next version as far as it is written, or the one in use.</summary>
    public Pack Pack { get; private set; } = null!;
    /// <summary>Absent when nobody has begun the next version yet.</summary>
    public TopicDraft? Open { get; private set; }
    /// <summary>Absent while no file has been read.</summary>
    public QuestionImport? Import { get; private set; }
    public IReadOnlyList<Rest> Rests { get; private set; } = [];
    public string RestsAsJson => JsonSerializer.Serialize(Rests);
    /// <summary>Whether what is missing was looked for, and is shown.</summary>
    public bool Checked { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, bool large)
    {
        if (!await FindAsync(id))
            return NotFound();
        if (large)
            Refuse($"The files are larger than {QuizLimits.FileBytes / 1024 / 1024} MB together, so nothing was sent. Choose fewer of them, or export the questions without pictures.");
        return Topic.Id == id ? Page() : Redirect($"/library/packs/{Topic.Id}/questions/import");
    }

    public IActionResult OnGetTemplate() => File(CsvFormat.Template(), new CsvFormat().ContentType, "questions.csv");

    public async Task<IActionResult> OnPostAsync(Guid id, List<IFormFile> files, CancellationToken stop)
    {
        if (!await FindAsync(id))
            return NotFound();
        ModelState.Clear();
        if (files.Count is 0 or > QuizLimits.Files)
            return Refuse(files.Count == 0 ? "Choose a file first." : $"Choose at most {QuizLimits.Files} files at once.");
        var (questions, rests) = (new List<QuestionForm>(), new List<Rest>());
        foreach (var file in files)
        {
            await using var stream = file.OpenReadStream();
            var name = QuizText.OneLine(Path.GetFileName(file.FileName));
            var reading = QuizFiles.Read(name, await Uploads.ReadAsync(stream, QuizLimits.FileBytes + 1, stop) ?? new byte[QuizLimits.FileBytes + 1]);
            var room = Math.Max(0, Limits.Items - questions.Count);
            questions.AddRange(reading.Questions.Take(room).Select(q => QuestionForm.Of(q, name)));
            var beyond = reading.Questions.Skip(room).Select(q => new RefusedQuestion(q.Place, q.Stem, $"At most {Limits.Items} questions can be looked at in one import. Import this one afterwards."));
            rests.Add(new Rest(name, reading.Format, reading.Questions.Count, [.. reading.Refused, .. beyond], reading.Remarks));
        }
        Rests = rests;
        Import = new QuestionImport(Pack, questions);
        Import.Propose();
        Import.Check();
        return Page();
    }

    /// <summary>Puts the same into every gap and shows the list again.</summary>
    public async Task<IActionResult> OnPostFillAsync(Guid id)
    {
        if (!await FindAsync(id))
            return NotFound();
        Typed();
        string Field(string name) => QuizText.OneLine(Request.Form[name].ToString());
        Import!.FillGaps(Field("all.RestsOn"), Enum.TryParse<Difficulty>(Field("all.Difficulty"), out var difficulty) ? difficulty : null, Field("all.Helps"), Field("all.Right"), Field("all.Wrong"));
        Import.Check();
        return Page();
    }

    public async Task<IActionResult> OnPostAddAsync(Guid id, CancellationToken stop)
    {
        if (!await FindAsync(id))
            return NotFound();
        Typed();
        Checked = true;
        if (Import!.Into().Refused is { } refused)
            return Refuse(refused);
        if (await intake.OpenAsync(Topic.PackId, User.Id(), stop) is not { } open || await intake.TakeAsync(open.Id, Import.Questions, User.Id(), stop) is not { } taken)
            return Refuse("Somebody has published or deleted the topic in this moment. What you typed is still here: add the questions again.");
        return taken.Refused is { } why ? Refuse(why) : Redirect($"/library/topics/{open.Id}?questions={Import.Questions.Count(q => q.Take != Taking.Leave)}#quiz");
    }

    private void Typed()
    {
        ModelState.Clear();
        string? Value(string name) => Request.Form.TryGetValue(name, out var value) ? value.ToString() : null;
        var count = Enumerable.Range(0, Limits.Items).TakeWhile(i => Value($"{i}.Stem") is not null).Count();
        Import = new QuestionImport(Pack, [.. Enumerable.Range(0, count).Select(i => QuestionForm.Typed(i, Value))]);
        try
        {
            Rests = JsonSerializer.Deserialize<List<Rest>>(Value("Rests") ?? "[]") ?? [];
        }
        catch (JsonException)
        {
            Rests = [];
        }
    }

    private async Task<bool> FindAsync(Guid id)
    {
        var versions = await packs.VersionsAsync();
        if (versions.FirstOrDefault(v => v.Id == id) is not { } version)
            return false;
        if (versions.FirstOrDefault(v => v.PackId == version.PackId && v.Withdrawn is null) is not { } current)
            return false;
        Topic = current;
        if (await topics.FindAsync(TopicDrafts.IdOf(Topic.PackId), HttpContext.RequestAborted) is { } inProgress)
            (Open, Pack) = (inProgress.Draft, inProgress.Pack);
        else
            Pack = await packs.GetAsync(Topic.Id);
        return true;
    }

    private PageResult Refuse(string sentence)
    {
        ModelState.AddModelError("", sentence);
        return Page();
    }
}
