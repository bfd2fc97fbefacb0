using System.Text.Json;
using CivicsClass.Data;
using Microsoft.EntityFrameworkCore;

namespace CivicsClass.Sessions;

/// <summary>Texts that the ledger names and the database still has, because it came from a backup, go again.</summary>
internal static class TextEraser
{
    /// <returns>How many were there.</returns>
    public static async Task<int> EraseAgainAsync(CivicsDbContext db, StepCatalog catalog, IReadOnlyList<ErasedTexts> ledger)
    {
        var gone = 0;
        await using var transaction = await db.Database.BeginTransactionAsync();
        foreach (var erased in ledger)
        {
            // The ledger's times are cut to the second.
            var until = erased.At.AddSeconds(1);
            var rows = await db.SessionEvents.Where(e => e.SessionId == erased.Session && erased.Texts.Contains(e.Seq) && e.At < until).AsNoTracking().ToListAsync();
            foreach (var row in rows)
            {
                if (!catalog.Events.TryGetValue(row.Kind, out var type) || JsonSerializer.Deserialize(row.Payload, type, catalog.Json) is not IWritten written)
                    throw new OperatorException($"Event {row.Seq} of session {row.SessionId} must be erased, and this version does not know how. Run the version that wrote it.");
                var without = JsonSerializer.Serialize(written.Erased(), type, catalog.Json);
                if (row.Payload == without)
                    continue;
                await db.SessionEvents.Where(e => e.SessionId == row.SessionId && e.Seq == row.Seq).ExecuteUpdateAsync(set => set.SetProperty(e => e.Payload, without));
                gone++;
                await db.Drafts.Where(d => d.SessionId == row.SessionId && d.ParticipantId == row.By).ExecuteDeleteAsync();
            }
        }
        await transaction.CommitAsync();
        return gone;
    }
}
