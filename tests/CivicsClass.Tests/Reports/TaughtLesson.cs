using CivicsClass.Accounts;
using CivicsClass.Debates;
using CivicsClass.Lessons;
using CivicsClass.Library;
using CivicsClass.Norms;
using CivicsClass.Quizzes;
using CivicsClass.Readings;
using CivicsClass.Reflections;
using CivicsClass.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace CivicsClass.Tests.Reports;

/// <summary>A lesson of the first topic on the real server: Ana teaches, Ben and Chi have read, answered and argued.</summary>
internal sealed class TaughtLesson(TestServer server, SessionHost host)
{
    public string Ben => $"Ben {Key}";
    public string Claim => $"=HYPERLINK(\"http://example.org/claim-{Key}\")";
    public string Note => $"What do you mean by this, {Key}?";
    public string Reflection => $"=SUM(1,2) {Key}";
    public string Draft => $"a draft nobody sent {Key}";

    public string Key => host.Key;
    public Guid Id => host.Row.Id;
    public SessionHost Host => host;

    public static async Task<TaughtLesson> StartAsync(TestServer server, Teacher ana)
    {
        var lesson = await EmptyAsync(server, ana);
        var (plan, pack) = await lesson.Host.AskAsync((session, _) => (session.Plan!, session.Pack));
        var quiz = plan.Steps.OfType<QuizPlan>().First();
        var reflection = plan.Steps.OfType<ReflectionPlan>().First();
        var passage = PassageOf(plan, pack);
        var (ben, chi) = (await lesson.SeatAsync(lesson.Ben), await lesson.SeatAsync("Chi O'Neill"));
        await lesson.TeachAsync(ana, new OpenStep("norms"));
        await lesson.LearnAsync(ben, new AcceptNorms("norms"));
        await lesson.TeachAsync(ana, new OpenStep("reading"));
        await lesson.LearnAsync(ben, new KeepPassage("reading", passage.Id));
        await lesson.TeachAsync(ana, new OpenStep(quiz.Id));
        await lesson.TeachAsync(ana, new OpenQuestion(quiz.Id, quiz.Items[0]));
        await lesson.LearnAsync(ben, new Answer(quiz.Id, quiz.Items[0], [pack.FindItem(quiz.Items[0])!.Key.First()]));
        await lesson.LearnAsync(chi, new Answer(quiz.Id, quiz.Items[0], [pack.FindItem(quiz.Items[0])!.Options.First(o => !o.Correct).Id]));
        await lesson.TeachAsync(ana, new OpenStep("debate"));
        await lesson.LearnAsync(ben, new SubmitArgument("debate", null, ArgumentKind.Argue, null, pack.Positions[0].Id, lesson.Claim, Basis.Value, "Because <b>it</b> is so.", [new QuotationDraft(passage.Id, passage.Text)], null));
        await lesson.TeachAsync(ana, new ReturnArgument("debate", "a1", 1, "unclear", lesson.Note));
        await lesson.TeachAsync(ana, new OpenStep(reflection.Id));
        await lesson.LearnAsync(ben, new WriteReflection(reflection.Id, "q1", lesson.Reflection));
        await lesson.LearnAsync(chi, new KeepDraft("debate.claim", $"{lesson.Draft} {new string('x', 8_000)} {lesson.Draft}"));
        return lesson;
    }

    /// <summary>One more argument, which the class reads.</summary>
    public async Task PostApprovedAsync(Teacher ana, string claim)
    {
        var (passage, side) = await host.AskAsync((session, _) => (PassageOf(session.Plan!, session.Pack), session.Pack.Positions[0].Id));
        await TeachAsync(ana, new OpenStep("debate"));
        await LearnAsync("p1", new SubmitArgument("debate", null, ArgumentKind.Argue, null, side, claim, Basis.Value, "So it is.", [new QuotationDraft(passage.Id, passage.Text)], null));
        await TeachAsync(ana, new ApproveArgument("debate", "a2", 1));
    }

    /// <summary>Started, with nobody in it.</summary>
    public static async Task<TaughtLesson> EmptyAsync(TestServer server, Teacher ana)
    {
        var packs = server.Services.GetRequiredService<Packs>();
        var version = (await packs.LatestAsync())[0];
        var plan = (await packs.GetAsync(version.Id)).Lessons.Single(l => l.Id == "write-both-sides");
        var row = await server.Services.GetRequiredService<SessionStore>().StartAsync(ana.Id, version, plan, IdentityMode.NameForTeacher);
        return new TaughtLesson(server, (await server.Services.GetRequiredService<LiveSessions>().FindAsync(row.Key))!);
    }

    public async Task<string> SeatAsync(string name)
    {
        var ticket = Guid.NewGuid();
        await DoAsync(Actor.Server, ticket, new TakeSeat(name, null, new byte[32]));
        return (await host.AskAsync((session, _) => session.SeatOf(ticket)))!;
    }

    public Task TeachAsync(Teacher ana, SessionCommand command) => DoAsync(Actor.Teacher(ana.Id), Guid.NewGuid(), command);

    public Task LearnAsync(string student, SessionCommand command) => DoAsync(Actor.Student(student), Guid.NewGuid(), command);

    private async Task DoAsync(Actor by, Guid id, SessionCommand command)
    {
        var now = server.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        Assert.Null((await host.DoAsync(by, id, command, now)).Refused);
    }

    private static Passage PassageOf(LessonPlan plan, Pack pack)
    {
        var reading = pack.FindReading(plan.Steps.OfType<ReadingPlan>().First().Readings[0])!;
        return Passage.Find(pack, $"{reading.Id}.{reading.Blocks.First(b => b.Number is not null).Number}.1")!;
    }
}
