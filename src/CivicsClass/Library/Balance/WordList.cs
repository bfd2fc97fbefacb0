using CivicsClass.Data;

namespace CivicsClass.Library.Balance;

/// <summary>The school's list of loaded words: the one that comes with CivicsClass until an admin changes it.</summary>
public sealed class WordList(CivicsDbContext db, TimeProvider clock) : SchoolText(db, clock, Name)
{
    public const string Name = "loaded-words";

    public static string BuiltIn { get; } = ReadBuiltIn("loaded-words.txt");

    private static readonly Lazy<LoadedWords> BuiltInWords = new(() => LoadedWords.Read(BuiltIn).List);

    public async Task<LoadedWords> ReadAsync(CancellationToken stop = default) =>
        await FindAsync(stop) is { } own ? LoadedWords.Read(own.Text).List : BuiltInWords.Value;
}
