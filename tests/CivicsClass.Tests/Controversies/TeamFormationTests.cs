using CivicsClass.Controversies;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace CivicsClass.Tests.Controversies;

/// <summary>Dealing a class into teams.</summary>
public sealed class TeamFormationTests
{
    [Theory]
    [InlineData(2, "2")]
    [InlineData(3, "3")]
    [InlineData(4, "4")]
    [InlineData(5, "5")]
    [InlineData(6, "6")]
    [InlineData(7, "4 3")]
    [InlineData(8, "4 4")]
    [InlineData(10, "5 5")]
    [InlineData(13, "4 4 5")]
    [InlineData(14, "4 5 5")]
    [InlineData(27, "4 4 4 4 4 4 3")]
    [InlineData(30, "4 4 4 4 4 5 5")]
    public void Fours_take_in_who_is_left_over(int people, string sizes) =>
        Assert.Equal(sizes, string.Join(' ', Deal(people, new Apart()).Select(t => t.A.Count + t.B.Count)));

    [Fact]
    public void Nobody_or_one_makes_no_team() => Assert.Empty(Deal(0, new Apart()).Concat(Deal(1, new Apart())));

    [Fact]
    public void Everybody_is_dealt_once_with_pairs_and_sides_equal_within_one() => Prop.ForAll(
        Gen.Choose(2, 70).Zip(Gen.Choose(0, int.MaxValue - 1)).ToArbitrary(), given =>
        {
            var (people, lot) = given;
            var teams = Deal(people, new Apart(), (uint)lot);

            Assert.Equal(Everybody(people).Order(), teams.SelectMany(t => t.A.Concat(t.B)).Order());
            Assert.All(teams, t => Assert.InRange(Math.Abs(t.A.Count - t.B.Count), 0, 1));
            Assert.All(teams, t => Assert.InRange(t.A.Count + t.B.Count, 2, TeamFormation.MaxTeam));
            Assert.InRange(Math.Abs(teams.Sum(t => OnOne(t) - (t.A.Count + t.B.Count - OnOne(t)))), 0, 1);
            var begin = teams.Select(t => (t.SideA == "one") == (t.Begins == Pair.A)).ToArray();
            Assert.All(begin.Zip(begin.Skip(1)), b => Assert.NotEqual(b.First, b.Second));
            Assert.Equal([.. Enumerable.Range(1, teams.Count).Select(n => $"t{n}")], teams.Select(t => t.Id));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Those_kept_apart_never_share_a_team_where_that_is_possible() => Prop.ForAll(
        Gen.Choose(8, 40).Zip(Gen.Choose(0, int.MaxValue - 1)).ToArbitrary(), given =>
        {
            var (people, lot) = given;
            var dice = new Random(lot);
            var apart = new Apart();
            // Nobody is kept from more than one person of the first ten, so that there always is a way.
            for (var n = 0; n + 1 < Math.Min(people, 10); n += 2)
                if (dice.Next(2) == 0)
                    apart.Set($"p{n + 1}", $"p{n + 2}", true);

            var teams = Deal(people, apart, (uint)lot);

            Assert.Equal(people, teams.SelectMany(t => t.A.Concat(t.B)).Distinct().Count());
            Assert.All(teams, t => Assert.DoesNotContain(t.A.Concat(t.B), p => apart.Any(p, t.A.Concat(t.B))));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Teams_are_smaller_where_only_that_keeps_people_apart()
    {
        var apart = new Apart();
        apart.Set("p1", "p2", true);

        var teams = Deal(4, apart);

        Assert.Equal(2, teams.Count);
        Assert.All(teams, t => Assert.Equal((1, 1), (t.A.Count, t.B.Count)));
    }

    [Fact]
    public void Where_nothing_keeps_people_apart_everybody_still_has_a_team()
    {
        var apart = new Apart();
        foreach (var (one, other) in Everybody(6).SelectMany(p => Everybody(6).Select(q => (p, q))).Where(p => p.p != p.q))
            apart.Set(one, other, true);

        Assert.Equal(6, Deal(6, apart).Sum(t => t.A.Count + t.B.Count));
    }

    [Fact]
    public void Another_lot_deals_other_sides() =>
        Assert.True(Enumerable.Range(0, 50).Select(n => string.Join(',', Deal(12, new Apart(), (uint)n).Select(t => t.SideA))).Distinct().Count() > 4);

    private static IReadOnlyList<DealtTeam> Deal(int people, Apart apart, uint lot = 5) => TeamFormation.Deal([.. Everybody(people)], apart, "one", "other", lot);

    private static IEnumerable<string> Everybody(int people) => Enumerable.Range(1, people).Select(n => $"p{n}");

    private static int OnOne(DealtTeam team) => team.SideA == "one" ? team.A.Count : team.B.Count;
}
