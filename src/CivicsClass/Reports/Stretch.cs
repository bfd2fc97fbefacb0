using CivicsClass.Sessions;

namespace CivicsClass.Reports;

public enum StretchKind { Step, Paused, EyesUp }

/// <param name="Step">The step that was open; absent when the lesson stood still.</param>
/// <param name="To">UTC; that of the time line while it lasts.</param>
public sealed record Stretch(StretchKind Kind, string? Step, string Title, DateTime From, DateTime To)
{
    internal static IReadOnlyList<Stretch> All(LiveSession session, IReadOnlyList<Recorded> log, DateTime to)
    {
        var (done, open) = (new List<Stretch>(), new Dictionary<string, Stretch>());
        foreach (var recorded in log)
        {
            switch (recorded.Event)
            {
                case StepOpened e: Begin(e.Step, StretchKind.Step, e.Step, session.Step(e.Step).Plan.Title, recorded.At); break;
                case StepClosed e: End(e.Step, recorded.At); break;
                case LessonPaused { On: true }: Begin("/paused", StretchKind.Paused, null, "Paused", recorded.At); break;
                case LessonPaused: End("/paused", recorded.At); break;
                case EyesCalledUp { On: true }: Begin("/eyes", StretchKind.EyesUp, null, "Eyes up", recorded.At); break;
                case EyesCalledUp: End("/eyes", recorded.At); break;
                case SessionEnded: EndAll(recorded.At); break;
            }
        }
        EndAll(to);
        return [.. done.OrderBy(s => s.From)];

        void Begin(string key, StretchKind kind, string? step, string title, DateTime at) => open.TryAdd(key, new Stretch(kind, step, title, at, at));

        void End(string key, DateTime at)
        {
            if (open.Remove(key, out var stretch))
                done.Add(stretch with { To = at });
        }

        void EndAll(DateTime at)
        {
            foreach (var key in open.Keys.ToArray())
                End(key, at);
        }
    }
}
