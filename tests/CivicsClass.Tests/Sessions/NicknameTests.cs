using CivicsClass.Sessions;

namespace CivicsClass.Tests.Sessions;

public sealed class NicknameTests
{
    [Theory]
    [InlineData("Nazir")]
    [InlineData("Nazia")]
    [InlineData("Yoshito")]
    [InlineData("O'Brien")]
    [InlineData("Zoë")]
    [InlineData("李")]
    [InlineData("José María")]
    [InlineData("Nguyễn")]
    public void An_ordinary_name_passes(string name) => Assert.Equal(name, Nickname.Check(name));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("123")]
    [InlineData("a\u200Bb")]
    [InlineData("\u202Eevil")]
    [InlineData("Z\u0300\u0301\u0302\u0303algo")]
    [InlineData("A name of more than twenty letters")]
    [InlineData("Teacher")]
    [InlineData("T3acher")]
    [InlineData("nazi")]
    [InlineData("a n4zi here")]
    [InlineData("Fück you")]
    public void What_nobody_should_have_to_read_is_refused(string name) => Assert.Throws<Refusal>(() => Nickname.Check(name));

    [Theory]
    [InlineData("Ben", "b e n")]
    [InlineData("Chloe", "Chl0e")]
    [InlineData("Paul", "Pаul")]
    [InlineData("Marnie", "Mamie")]
    public void Names_that_look_alike_are_one(string one, string other) => Assert.Equal(Nickname.LookAlike(one), Nickname.LookAlike(other));

    [Theory]
    [InlineData("Ms. Alvarez", "Ms. Alvarez")]
    [InlineData("Ms. Alvarez", "ms alvarez")]
    [InlineData("Ms. Alvarez", "Alvarez")]
    [InlineData("Ms. Alvarez", "Mrs Alvarez")]
    [InlineData("Ms. Alvarez", "alvarez2")]
    [InlineData("Ms. Alvarez", "A1varez 1")]
    [InlineData("Ms. Alvarez", "~ Álvarez ~")]
    [InlineData("Ms. Alvarez", "Аlvarez")]
    [InlineData("Ana Alvarez", "ana.alvarez")]
    [InlineData("Ana Alvarez", "A. Alvarez")]
    [InlineData("Ana Alvarez", "Ms Ana")]
    [InlineData("Ana María Alvarez", "Teacher Alvarez")]
    [InlineData("Mr Nunez", "MrNuñez")]
    [InlineData("李老师", "李老师")]
    public void A_nickname_that_could_be_the_teachers_is_known(string teacher, string nickname) => Assert.True(Nickname.CouldBe(teacher, nickname));

    [Theory]
    [InlineData("Ana Alvarez", "Ana")]
    [InlineData("Ana Alvarez", "Ben Alvarez")]
    [InlineData("Ms. Alvarez", "Ben")]
    [InlineData("Ms. Alvarez", "Alva")]
    [InlineData("Ms. Alvarez", "")]
    [InlineData("Ms. Alvarez", "123")]
    [InlineData("", "Ben")]
    public void A_students_own_name_is_no_teachers(string teacher, string nickname) => Assert.False(Nickname.CouldBe(teacher, nickname));

    [Fact]
    public void Every_alias_is_free_until_all_are_taken()
    {
        var taken = new HashSet<string>();
        for (var before = 0; before < 48 * 54; before++)
            Assert.True(taken.Add(Aliases.Free(7, before, _ => false)));

        Assert.Equal("Guest 2593", Aliases.Free(7, 48 * 54, taken.Contains));
    }

    [Fact]
    public void An_alias_says_nothing_about_when_its_bearer_came()
    {
        var one = Drawn(seed: 7);

        Assert.NotEqual(one.Order(StringComparer.Ordinal), one);
        Assert.InRange(one.Zip(one.Skip(1)).Count(pair => string.CompareOrdinal(pair.First, pair.Second) < 0), 10, 37);
        Assert.Equal(48, one.Select(alias => alias.Split(' ')[0]).Distinct().Count());
        Assert.Equal(48, one.Select(alias => alias.Split(' ')[1]).Distinct().Count());
        Assert.NotEqual(one, Drawn(seed: 8));

        static string[] Drawn(int seed) => [.. Enumerable.Range(0, 48).Select(before => Aliases.Free(seed, before, _ => false))];
    }
}
