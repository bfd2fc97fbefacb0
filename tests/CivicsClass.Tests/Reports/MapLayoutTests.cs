using System.Text.Json;
using CivicsClass.Debates;
using CivicsClass.Reports;

namespace CivicsClass.Tests.Reports;

/// <summary>The cases are those of the student's map (client/debates/map.test.ts): who saw the map in class finds it again in the report.</summary>
public sealed class MapLayoutTests
{
    private sealed record Case(string Name, int Strips, string[] Board, string[] Places, int UsedStrips, int Rows);

    [Fact]
    public void The_reports_map_is_laid_out_as_the_students_map_is()
    {
        var cases = JsonSerializer.Deserialize<Case[]>(File.ReadAllText(Path.Combine(Root(), "src", "CivicsClass", "client", "debates", "map.cases.json")), JsonSerializerOptions.Web)!;
        Assert.True(cases.Length >= 6);
        foreach (var each in cases)
        {
            var cards = each.Board.Select(line => line.Split(' ')).ToDictionary(w => w[0], w => Card(w[1], w.ElementAtOrDefault(2)));

            var map = MapLayout.Of([.. cards.Keys], cards, ["x", "y"], each.Strips);

            Assert.Equal((each.Name, each.UsedStrips, each.Rows), (each.Name, map.Strips, map.Rows));
            Assert.Equal(each.Places, map.Places.Select(p => $"{p.Id} {p.Strip} {p.Half} {p.Row}"));
        }
    }

    internal static ArgumentCard Card(string side, string? on, string claim = "c", ArgumentKind? kind = null) => new()
    {
        Author = "Calm Otter", Kind = kind ?? (on is null ? ArgumentKind.Argue : ArgumentKind.Rebut), On = on, Side = side, Claim = claim, Basis = Basis.Fact, Quotations = [], Version = 1,
    };

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CivicsClass.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("These tests run inside the repository.");
    }
}
