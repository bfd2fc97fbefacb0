using CivicsClass.Controversies;

namespace CivicsClass.Library.Files;

/// <summary>A structured controversy: its phases say how long it takes.</summary>
internal static partial class LessonFile
{
    private const int MostMinutes = 180;

    private static ControversyPlan Controversy(Fields fields, string id, string title, string script, string early)
    {
        var said = fields.OptionalNumber("minutes", 1, MostMinutes);
        var switches = fields.OptionalNumber("switches", 0, 2) ?? 1;
        var phases = Phases(fields);
        var minutes = phases.Together(switches);
        if (minutes > MostMinutes)
            fields.Problem("phases", $"The phases take {minutes} minutes together, and a step has {MostMinutes} at most. Shorten them.");
        else if (said is not null && said != minutes)
            fields.Problem("minutes", $"The phases take {minutes} minutes together and `minutes` says {said}. Change a phase, or leave `minutes` out.");
        return new ControversyPlan
        {
            Id = id, Title = title, Minutes = minutes, Script = script, Early = early,
            Prompt = fields.OptionalText("prompt", Limits.Prompt),
            Written = fields.Flag("written"),
            Switches = switches,
            TwoPeriods = fields.Flag("twoPeriods"),
            Reasons = fields.OptionalNumber("reasons", 1, Limits.Reasons) ?? 3,
            Phases = phases,
        };
    }

    private static PhaseMinutes Phases(Fields fields)
    {
        var usual = new PhaseMinutes();
        if (fields.Map("phases") is not { } phases)
            return usual;
        var given = new PhaseMinutes(
            Minutes("prepare", usual.Prepare), Minutes("present", usual.Present), Minutes("reverse", usual.Reverse), Minutes("agree", usual.Agree), Minutes("debrief", usual.Debrief));
        phases.NothingElse();
        return given;

        int Minutes(string phase, int otherwise) => phases.OptionalNumber(phase, 1, 90) ?? otherwise;
    }
}
