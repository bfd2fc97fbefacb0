using CivicsClass.Controversies;
using CivicsClass.Lessons;
using CivicsClass.Library.Files;
using Xunit;

namespace CivicsClass.Tests.Library.Files;

/// <summary>The controversy in a lesson's file and in the teacher's form.</summary>
public sealed class ControversyFileTests
{
    private const string Head = "title: T\nsummary: S.\nminutes: 50\nobjectives: [O]\nsteps:\n  - kind: controversy\n    script: Say.\n    early: Read.\n";

    [Fact]
    public void Without_anything_more_it_is_the_standard_one()
    {
        var (plan, problems) = Read("");

        Assert.Empty(problems);
        Assert.Equal(new ControversyPlan { Id = "controversy", Title = "Controversy", Minutes = 25, Script = "Say.", Early = "Read.", Phases = new PhaseMinutes(5, 7, 5, 5, 3) }, plan);
    }

    [Fact]
    public void Its_phases_say_how_long_it_takes()
    {
        var (plan, problems) = Read("    minutes: 39\n    prompt: Who decides?\n    written: true\n    switches: 2\n    twoPeriods: true\n    reasons: 2\n    phases: {prepare: 9, present: 10, reverse: 6, agree: 5}\n");

        Assert.Empty(problems);
        Assert.Equal((39, 2, 2, true, true, "Who decides?"), (plan!.Minutes, plan.Switches, plan.Reasons, plan.Written, plan.TwoPeriods, plan.Prompt));
    }

    [Theory]
    [InlineData("    minutes: 20\n", "The phases take 25 minutes together and `minutes` says 20. Change a phase, or leave `minutes` out.")]
    [InlineData("    phases: {prepare: 90, present: 90}\n", "The phases take 193 minutes together, and a step has 180 at most. Shorten them.")]
    [InlineData("    switches: 3\n", "`switches` must be a whole number from 0 to 2.")]
    [InlineData("    reasons: 0\n", "`reasons` must be a whole number from 1 to 5.")]
    [InlineData("    phases: {agree: 0}\n", "`agree` must be a whole number from 1 to 90.")]
    [InlineData("    phases: 5\n", "`phases` must have fields of its own, each on a line below it.")]
    [InlineData("    phases: {talk: 5}\n", "`talk` is not a field here. Remove it. The fields here are: prepare, present, reverse, agree, debrief.")]
    [InlineData("    sides: lot\n", "`sides` is not a field here. Remove it. The fields here are: kind, title, script, early, minutes, switches, phases, prompt, written, twoPeriods, reasons.")]
    public void What_is_wrong_is_said(string more, string sentence) => Assert.Equal(sentence, Assert.Single(Read(more).Problems));

    [Theory]
    [InlineData("0", 20, false)]
    [InlineData("1", 25, false)]
    [InlineData("2", 30, false)]
    [InlineData("1-two", 25, true)]
    public void The_form_offers_presets(string preset, int minutes, bool twoPeriods)
    {
        var pack = PackReader.Read(new SamplePack().Files).Pack!;
        var form = LessonForm.Of(pack.Lessons[0]);
        form.Steps = [StepForm.New("controversy", pack)];
        form.Steps[0].Preset = preset;

        var plan = Assert.IsType<ControversyPlan>(form.Read("mine", pack).Plan!.Steps.Single());

        Assert.Equal((minutes, twoPeriods, minutes), (plan.Minutes, plan.TwoPeriods, form.Steps[0].Takes));
        Assert.Equal(preset, StepForm.Of(plan).Preset);
    }

    private static (ControversyPlan? Plan, IReadOnlyList<string> Problems) Read(string more)
    {
        var problems = new Problems();
        var fields = new Fields("lesson.yaml", Yaml.Read("lesson.yaml", Head + more, 0, problems)!, problems);
        var plan = LessonFile.Read(fields, "lesson", new PlaceBook()).Steps.OfType<ControversyPlan>().FirstOrDefault();
        return (plan, [.. problems.List().Select(p => p.Sentence)]);
    }
}
