using CivicsClass.Data;
using CivicsClass.Library;
using CivicsClass.Sessions;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Reports;

/// <summary>A session as it stands on the disk, with its report.</summary>
public sealed record ReportedSession(SessionRow Row, LiveSession Session, IReadOnlyList<Recorded> Log, IReadOnlyDictionary<string, string> Names, SessionReport Report);

/// <summary>Reads a teacher's sessions for their reports. It replays what is stored and takes nothing over, so a running lesson does not notice.</summary>
public sealed class SessionReports(CivicsDbContext db, SessionStore store, Packs packs, StepCatalog catalog, TimeProvider clock)
{
    /// <returns>Null when this teacher has no such session.</returns>
    public async Task<ReportedSession?> FindAsync(string teacherId, string key, bool withNames = true)
    {
        var row = await db.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Key == key && s.TeacherId == teacherId);
        if (row is null)
            return null;
        var pack = await packs.GetAsync(row.PackVersionId);
        // Of the published version, where the teacher's own texts were added to one.
        var number = await db.PackVersions.Where(v => db.PackVersions.Any(own => own.Id == row.PackVersionId && v.Id == (own.BasedOn ?? own.Id))).Select(v => v.Number).SingleAsync();
        var rows = await db.SessionEvents.AsNoTracking().Where(e => e.SessionId == row.Id).OrderBy(e => e.Seq).ToListAsync();
        // Deleted while it was being read.
        if (rows.Count == 0)
            return null;
        var names = withNames
            ? await db.Participants.AsNoTracking().Where(p => p.SessionId == row.Id && p.Name != null).ToDictionaryAsync(p => p.ParticipantId, p => p.Name!)
            : [];
        var log = rows.ConvertAll(store.Read);
        var session = LiveSession.Replay(row.Key, row.Title, pack, catalog, log);
        return new ReportedSession(row, session, log, names, SessionReport.Of(session, log, names, number, clock.GetUtcNow().UtcDateTime));
    }
}
