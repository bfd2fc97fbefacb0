using System.Text.Json;
using CivicsClass.Sessions;

namespace CivicsClass.Reports;

/// <summary>The whole session as one JSON document. Times are UTC; members without a value are absent; enums are camel-case words.
/// <c>format</c> is "civicsclass-session" and <c>version</c> 1. <c>session</c>: key, title, lessonId, packId, packNumber, startedAt, endedAt.
/// <c>events</c>: all of them in order, each { seq, at, kind, by, commandId, payload } where <c>by</c> is a participant id ("p1"),
/// the teacher's user id or "server", and <c>payload</c> has the members of its kind. <c>names</c>: the names the teacher knows,
/// by participant id; empty when they were left out. <c>report</c>: what the report page shows (<see cref="SessionReport"/>).</summary>
public sealed record SessionExport(string Format, int Version, ExportedSession Session, IReadOnlyList<ExportedEvent> Events, IReadOnlyDictionary<string, string> Names, SessionReport Report)
{
    internal static SessionExport Of(ReportedSession reported, StepCatalog catalog)
    {
        var row = reported.Row;
        return new SessionExport("civicsclass-session", 1,
            new ExportedSession(row.Key, row.Title, row.LessonId, reported.Session.Pack.Id, reported.Report.Head.PackNumber, row.StartedAt, row.EndedAt),
            [.. reported.Log.Select(r => new ExportedEvent(r.Seq, r.At, catalog.Kind(r.Event), r.By, r.CommandId, JsonSerializer.SerializeToElement(r.Event, r.Event.GetType(), catalog.Json)))],
            reported.Names,
            reported.Report);
    }
}

public sealed record ExportedSession(string Key, string Title, string LessonId, string PackId, int PackNumber, DateTime StartedAt, DateTime? EndedAt);

public sealed record ExportedEvent(long Seq, DateTime At, string Kind, string By, Guid? CommandId, JsonElement Payload);
