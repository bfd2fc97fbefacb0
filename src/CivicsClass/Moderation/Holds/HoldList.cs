using CivicsClass.Data;
using CivicsClass.Library;

namespace CivicsClass.Moderation.Holds;

/// <summary>The school's list of what is held: the one that comes with CivicsClass until an admin changes it.</summary>
public sealed class HoldList(CivicsDbContext db, TimeProvider clock) : SchoolText(db, clock, Name)
{
    public const string Name = "holds";

    public static string BuiltIn { get; } = ReadBuiltIn("holds.txt");

    public async Task<string> ReadAsync(CancellationToken stop = default) => (await FindAsync(stop))?.Text ?? BuiltIn;
}
