using CivicsClass.Data;
using Microsoft.Extensions.Configuration;

namespace CivicsClass.Tests.Data;

public sealed class ErasuresTests : IDisposable
{
    private static readonly DateTime Noon = new(2026, 9, 14, 12, 0, 0, DateTimeKind.Utc);
    private readonly string _folder = Directory.CreateTempSubdirectory("civics-erasures-").FullName;

    [Fact]
    public void What_is_noted_stands_on_a_line_with_its_time_and_nothing_else()
    {
        var (ledger, id) = (Ledger(), Guid.NewGuid());

        ledger.Note(id, Noon);

        Assert.Equal($"2026-09-14T12:00:00Z session {id}", File.ReadAllLines(ledger.File).Last());
        Assert.Equal([id], Erasures.Read(ledger.File));
    }

    [Fact]
    public void A_line_that_the_power_cut_short_is_forgotten_and_the_next_one_counts()
    {
        var (ledger, first, next) = (Ledger(), Guid.NewGuid(), Guid.NewGuid());
        ledger.Note(first, Noon);
        File.AppendAllText(ledger.File, "2026-09-14T12:0");
        Assert.Equal([first], Erasures.Read(ledger.File));

        ledger.Note(next, Noon);

        Assert.Equal([first, next], Erasures.Read(ledger.File));
    }

    [Fact]
    public void An_erasure_of_a_later_version_is_not_passed_over()
    {
        File.WriteAllText(Ledger().File, "2026-09-14T12:00:00Z student 0197a000-0000-7000-8000-000000000001 p7\n");

        Assert.Contains("does not understand", Assert.Throws<OperatorException>(() => Erasures.Read(Ledger().File)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ledger_takes_over_what_it_lacks_and_nothing_twice()
    {
        var (ledger, other, both, only) = (Ledger(), Path.Combine(_folder, "other"), Guid.NewGuid(), Guid.NewGuid());
        ledger.Note(both, Noon);
        Erasures.TakeAlong(ledger.File, other);
        ledger.Note(only, Noon);

        Erasures.TakeAlong(ledger.File, other);
        Erasures.TakeAlong(ledger.File, other);

        Assert.Equal([both, only], Erasures.Read(other));
    }

    [Fact]
    public void Texts_stand_on_lines_of_their_own_and_no_session_is_taken_for_erased()
    {
        var (ledger, id) = (Ledger(), Guid.NewGuid());
        var other = Path.Combine(_folder, "other");

        ledger.Note(id, [7, 12], Noon);
        Erasures.TakeAlong(ledger.File, other);
        Erasures.TakeAlong(ledger.File, other);

        Assert.Equal($"2026-09-14T12:00:00Z text {id} 7,12", File.ReadAllLines(other).Last());
        Assert.Empty(Erasures.Read(other));
        var erased = Assert.Single(Erasures.ReadTexts(other));
        Assert.Equal(id, erased.Session);
        Assert.Equal([7, 12], erased.Texts);
        Assert.Equal(Noon, erased.At);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Erasures Ledger()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "data"));
        return new Erasures(new ConfigurationBuilder().AddInMemoryCollection([new("Data:Folder", Path.Combine(_folder, "data"))]).Build());
    }
}
