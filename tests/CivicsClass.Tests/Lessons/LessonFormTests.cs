using CivicsClass.Lessons;
using CivicsClass.Library;
using CivicsClass.Library.Files;
using CivicsClass.Tests.Library;
using CivicsClass.Tests.Sessions;
using Xunit;

namespace CivicsClass.Tests.Lessons;

public sealed class LessonFormTests
{
    private static readonly Pack Uniforms = PackReader.Read(new SamplePack().Files).Pack!;

    [Fact]
    public void Every_lesson_of_the_library_comes_back_from_the_form_as_it_was()
    {
        foreach (var pack in SeedPacks().Append(Uniforms))
            foreach (var lesson in pack.Lessons)
            {
                var (plan, problems) = LessonForm.Of(lesson).Read(lesson.Id, pack);

                Assert.Empty(problems);
                Assert.Equal(Json(lesson), Json(plan!));
            }
    }

    [Fact]
    public void A_new_step_of_every_kind_is_right_once_something_is_chosen()
    {
        var form = LessonForm.Of(Uniforms.Lessons[0]);
        form.Steps = [.. StepForm.Kinds.Keys.Select(kind => StepForm.New(kind, Uniforms))];
        form.Minutes = "60";

        var asked = form.Read("mine", Uniforms).Problems;
        Assert.Equal([(2, "“Texts” needs 1 to 20 entries, and there are 0."), (3, "“Questions” needs 1 to 50 entries, and there are 0.")], asked.Select(p => (p.Line, p.Sentence)));
        form.Steps[1].Readings = ["what-the-law-says"];
        form.Steps[2].Items = ["who-decides"];

        var (plan, problems) = form.Read("mine", Uniforms);
        Assert.Empty(problems);
        Assert.Equal(["norms", "reading", "quiz", "debate", "controversy", "sourceCheck", "reflection", "poll"], plan!.Steps.Select(s => s.Id));
    }

    [Fact]
    public void A_problem_names_the_step_by_its_place_in_the_form_though_another_is_taken_out()
    {
        var form = LessonForm.Of(Uniforms.Lessons[0]);
        form.Steps[0].Removed = true;
        form.Steps[4].Minutes = "999";

        var problem = Assert.Single(form.Read("mine", Uniforms).Problems);

        Assert.Equal((5, "“Minutes” must be a whole number from 1 to 180."), (problem.Line, problem.Sentence));
    }

    [Fact]
    public void A_form_full_of_nonsense_is_refused_with_sentences()
    {
        var form = new LessonForm { Title = new string('x', 201), Minutes = "null", Objectives = ["", "~"], Steps = [new StepForm { Kind = "party", Minutes = "~" }, new StepForm { Kind = "quiz", Title = "~", Minutes = "-1", Items = ["nothing"] }] };

        var (plan, problems) = form.Read("mine", Uniforms);

        Assert.Null(plan);
        Assert.True(problems.Count > 5);
        Assert.DoesNotContain(problems, p => p.Sentence.Contains('`', StringComparison.Ordinal));
        Assert.Empty(new LessonForm().Read("mine", Uniforms).Plan?.Title ?? "");
    }

    [Fact]
    public void Moving_to_another_version_tells_what_changed_and_what_is_gone()
    {
        var lesson = Uniforms.Lessons[0];
        var json = Classroom.Catalog.Json;
        var next = Uniforms with
        {
            Readings = [.. Uniforms.Readings.Select(r => r.Id == "for-choice" ? r with { Author = "Somebody else" } : r).Where(r => r.Id != "for-uniforms")],
            SourceChecks = [Uniforms.SourceChecks[0] with { Claims = [Uniforms.SourceChecks[0].Claims[0]] }],
        };

        var same = LessonMove.Of(lesson, Uniforms, Uniforms, 2, json);
        Assert.Empty(same.Changed.Concat(same.Gone));
        var move = LessonMove.Of(lesson, Uniforms, next, 2, json);

        Assert.Equal(["The text “For choice” was changed.", "The source check “A notice of the fashion club” was changed."], move.Changed);
        Assert.Equal(["“Reading” needs the text “For uniforms”, which version 2 does not have.", "“Source check” needs the claim “Clothes should speak.”, which version 2 does not have."], move.Gone);
    }

    [Fact]
    public void A_preview_shows_each_step_as_a_student_has_it_and_no_verdict_or_key()
    {
        var lesson = Uniforms.Lessons[0];
        foreach (var step in lesson.Steps)
        {
            var (shared, mine) = LessonPreview.Of(lesson, step.Id, Guid.Empty, Uniforms, Classroom.Catalog, DateTime.UnixEpoch);

            Assert.Equal(step.Id, shared.Current);
            Assert.True(shared.Open.ContainsKey(step.Id) && mine.Steps.ContainsKey(step.Id));
            Assert.Null(shared.Timer.EndsAt);
            var json = Classroom.Catalog.Json;
            var words = System.Text.Json.JsonSerializer.Serialize(shared, json);
            Assert.DoesNotContain("trade as authority", words, StringComparison.Ordinal);
            Assert.DoesNotContain("revealed\":{", words, StringComparison.Ordinal);
        }
    }

    private static IEnumerable<Pack> SeedPacks()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "CivicsClass.sln")))
            root = root.Parent!;
        foreach (var folder in Directory.GetDirectories(Path.Combine(root.FullName, "seed-content")))
        {
            var problems = new Problems();
            yield return PackReader.Read(PackFolder.Read(folder, problems)!).Pack!;
        }
    }

    private static string Json(LessonPlan plan) => System.Text.Json.JsonSerializer.Serialize(plan, Classroom.Catalog.Json);
}
