using CivicsClass.Polls;
using CivicsClass.Sessions;

namespace CivicsClass.Reports;

/// <param name="Outcome">Why there are no totals, where there are none.</param>
public sealed record PollReport(string Step, string Title, string Prompt, PollOutcome Outcome, IReadOnlyList<PollShare> Shares)
{
    internal static IReadOnlyList<PollReport> All(LiveSession session) =>
        [.. session.Steps.OfType<PollStep>().Select(s => (Step: s, View: (PollView)s.ClassView())).Where(s => s.View.Result is not null).Select(s => Of(s.Step, s.View))];

    private static PollReport Of(PollStep step, PollView view) => new(step.Id, step.Plan.Title, view.Prompt, view.Result!.Outcome,
        [.. view.OptionOrder.Where(_ => view.Result.Counts is not null).Select(o => new PollShare(
            view.Options[o], view.Result.Counts![o], SessionReport.Percent(view.Result.Counts[o], view.Result.Votes!.Value)!.Value, view.Before?.Counts?[o]))]);
}

/// <param name="Before">Votes in the lesson's earlier poll on the same question, where both are shown.</param>
public sealed record PollShare(string Option, int Votes, int Percent, int? Before);
