using System.Text.Json.Nodes;
using CivicsClass.Accounts;
using CivicsClass.Lessons;
using CivicsClass.Library;
using CivicsClass.Load.Bench;
using CivicsClass.Load.Host;
using CivicsClass.Load.Wire;
using CivicsClass.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CivicsClass.Tests.Load;

/// <summary>A tiny class over real sockets, through the pages and hubs that people use.</summary>
public sealed class SimulatedClassTests(TestServer server) : IClassFixture<TestServer>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Three_students_join_answer_and_are_acknowledged()
    {
        var session = await StartAsync();
        await using var ana = await TeacherAsync(session);
        var students = new List<SimulatedClient>();
        foreach (var name in new[] { "Ben", "Chi", "Dee" })
            students.Add(await JoinAsync(session, name));
        var quiz = QuizPlan.Of(ana.View("teacher")!.View);
        Assert.Null((await ana.DoAsync(new { kind = "step.open", step = quiz.Step })).Refused);
        Assert.Null((await ana.DoAsync(new { kind = "quiz.open", step = quiz.Step, item = quiz.Questions[0].Item })).Refused);

        foreach (var student in students)
        {
            await UntilAsync(student, () => student.View("class")!.View["open"]?[quiz.Step]?["questions"]?[quiz.Questions[0].Item] is not null);
            var outcome = await student.DoAsync(new { kind = "quiz.answer", step = quiz.Step, item = quiz.Questions[0].Item, options = new[] { quiz.Questions[0].Options[0] } });
            Assert.NotNull(outcome.Seq);
            await UntilAsync(student, () => (string?)student.View("my")!.View["steps"]?[quiz.Step]?["answers"]?[quiz.Questions[0].Item]?[0] == quiz.Questions[0].Options[0]);
        }

        await UntilAsync(ana, () => (int?)ana.View("teacher")!.View["steps"]![quiz.Step]!["questions"]![quiz.Questions[0].Item]!["answers"] == 3);
        Assert.Equal(3, await server.InDatabaseAsync(db => db.SessionEvents.CountAsync(e => e.SessionId == session.Id && e.Kind == "quiz.answered")));
        foreach (var student in students)
            await student.DisposeAsync();
    }

    [Fact]
    public async Task A_student_who_lost_the_connection_comes_back_and_sees_what_was_missed()
    {
        var session = await StartAsync();
        await using var ana = await TeacherAsync(session);
        await using var ben = await JoinAsync(session, "Ben");
        var quiz = QuizPlan.Of(ana.View("teacher")!.View);
        Assert.Equal(1, ben.Entries);

        await ben.LoseConnectionAsync();
        await ana.DoAsync(new { kind = "step.open", step = quiz.Step });

        await UntilAsync(ben, () => ben.Entries > 1 && (string?)ben.View("class")!.View["current"] == quiz.Step);
    }

    [Fact]
    public async Task A_light_student_of_the_bench_is_acknowledged_with_every_change_of_answer()
    {
        var session = await StartAsync();
        await using var ana = await TeacherAsync(session);
        var quiz = QuizPlan.Of(ana.View("teacher")!.View);
        var cookies = await (await StudentDoor.FindAsync(server.Address, session.JoinCode!, "Ben")).EnterAsync();
        await using var ben = await BenchStudent.EnterAsync(new Uri(server.Address, $"/s/{session.Key}/student"), cookies);
        await ana.DoAsync(new { kind = "step.open", step = quiz.Step });
        await ana.DoAsync(new { kind = "quiz.open", step = quiz.Step, item = quiz.Questions[0].Item });

        Assert.NotNull(await ben.AnswerAsync(quiz, quiz.Questions[0]));
        Assert.NotNull(await ben.AnswerAsync(quiz, quiz.Questions[0]));
        Assert.Null(await ben.AnswerAsync(quiz, quiz.Questions[1]));

        var stored = await server.InDatabaseAsync(db => db.SessionEvents.Where(e => e.SessionId == session.Id && e.Kind == "quiz.answered").Select(e => e.CommandId).ToListAsync());
        Assert.Equal(ben.Acknowledged.Select(id => (Guid?)id), stored);
        Assert.NotNull(ben.Trouble);
    }

    private async Task<SessionRow> StartAsync()
    {
        var teacher = await server.TeacherAsync($"ana-{Guid.NewGuid():N}@school.example");
        var packs = server.Services.GetRequiredService<Packs>();
        var version = (await packs.LatestAsync())[0];
        var plan = (await packs.GetAsync(version.Id)).Lessons.Single(l => l.Id == "full-debate");
        return await server.Services.GetRequiredService<SessionStore>().StartAsync(teacher.Id, version, plan, IdentityMode.NameForTeacher);
    }

    private async Task<SimulatedClient> TeacherAsync(SessionRow session)
    {
        var email = await server.InDatabaseAsync(db => db.Users.Where(u => u.Id == session.TeacherId).Select(u => u.Email!).SingleAsync());
        var browser = new CivicsClass.Load.Host.Browser(server.Address);
        await browser.SubmitAsync((await browser.GetAsync("/sign-in")).Fill(("email", email), ("password", TestServer.Password)));
        var ana = new SimulatedClient(new Uri(server.Address, $"/s/{session.Key}/teacher"), () => browser.Cookies);
        await ana.EnterAsync();
        return ana;
    }

    private async Task<SimulatedClient> JoinAsync(SessionRow session, string name)
    {
        var cookies = await (await StudentDoor.FindAsync(server.Address, session.JoinCode!, name)).EnterAsync();
        var student = new SimulatedClient(new Uri(server.Address, $"/s/{session.Key}/student"), () => cookies);
        await student.EnterAsync();
        return student;
    }

    private static async Task UntilAsync(SimulatedClient client, Func<bool> condition)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        await client.UntilAsync(condition, patience.Token);
    }
}
