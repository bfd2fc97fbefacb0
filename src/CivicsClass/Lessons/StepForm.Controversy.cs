using System.Globalization;
using CivicsClass.Controversies;
using CivicsClass.Library.Files;

namespace CivicsClass.Lessons;

/// <summary>What the form holds of a structured controversy.</summary>
public sealed partial class StepForm
{
    /// <summary>How often pairs change sides, with "-two" where it takes two periods.</summary>
    public string Preset { get; set; } = "1";
    public bool Written { get; set; }
    public string? Reasons { get; set; } = "3";
    /// <summary>Minutes by phase, in the order of <see cref="Phases"/>.</summary>
    public List<string?> PhaseMinutes { get; set; } = ["5", "7", "5", "5", "3"];

    public static readonly IReadOnlyDictionary<string, string> Presets = new Dictionary<string, string>
    {
        ["1"] = "Once (standard)", ["2"] = "Double switch", ["0"] = "No switch", ["1-two"] = "Two periods",
        ["2-two"] = "Two periods, double switch", ["0-two"] = "Two periods, no switch",
    };

    public static readonly IReadOnlyList<(string Key, string Name)> Phases =
        [("prepare", "Prepare in pairs"), ("present", "Present and restate"), ("reverse", "Argue the other side, each time"), ("agree", "Look for agreement"), ("debrief", "Debrief")];

    /// <summary>How long the step takes, as far as it can be told from what was typed.</summary>
    public int Takes => Kind != "controversy" ? Whole(Minutes)
        : new PhaseMinutes(PhaseAt(0), PhaseAt(1), PhaseAt(2), PhaseAt(3), PhaseAt(4)).Together(Switches);

    private int Switches => Preset is ['0' or '1' or '2', ..] ? Preset[0] - '0' : 1;

    private int PhaseAt(int phase) => Whole(PhaseMinutes.ElementAtOrDefault(phase));

    private static int Whole(string? number) => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) && whole <= 600 ? whole : 0;

    private void TakeIn(ControversyPlan plan)
    {
        (Kind, Prompt, Written, Reasons) = ("controversy", plan.Prompt, plan.Written, LessonForm.Text(plan.Reasons));
        Preset = $"{LessonForm.Text(plan.Switches)}{(plan.TwoPeriods ? "-two" : "")}";
        var phases = plan.Phases;
        PhaseMinutes = [.. new[] { phases.Prepare, phases.Present, phases.Reverse, phases.Agree, phases.Debrief }.Select(LessonForm.Text)];
    }

    /// <summary>A controversy is as long as its phases.</summary>
    private IEnumerable<KeyValuePair<YamlText, YamlNode>> Length(int line) => Kind == "controversy" ? [] : [LessonForm.Number("minutes", Minutes, line)];

    private IEnumerable<KeyValuePair<YamlText, YamlNode>> Controversy(int line) =>
    [
        .. LessonForm.Field("prompt", Prompt, line), .. Flag("written", Written, line), LessonForm.Number("switches", LessonForm.Text(Switches), line),
        .. Flag("twoPeriods", Preset.EndsWith("-two", StringComparison.Ordinal), line), LessonForm.Number("reasons", Reasons, line),
        KeyValuePair.Create(LessonForm.Word("phases", line), (YamlNode)new YamlMap([.. Phases.Select((p, at) => LessonForm.Number(p.Key, PhaseMinutes.ElementAtOrDefault(at), line))], line)),
    ];

    private static IEnumerable<KeyValuePair<YamlText, YamlNode>> Flag(string key, bool on, int line) => on ? LessonForm.Field(key, "true", line) : [];
}
