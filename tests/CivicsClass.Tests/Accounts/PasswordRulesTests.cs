using CivicsClass.Accounts;

namespace CivicsClass.Tests.Accounts;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("short", "at least 12")]
    [InlineData("password1234", "first passwords")]
    [InlineData("Password2026!", "first passwords")]
    [InlineData("P@ssw0rd!!!!", "first passwords")]
    [InlineData("passwordpassword", "first passwords")]
    [InlineData("123456789012", "first passwords")]
    [InlineData("aaaaaaaaaaaaaaa", "first passwords")]
    [InlineData("qwertyuiop12", "first passwords")]
    [InlineData("letmeinletmein", "first passwords")]
    [InlineData("CorrectHorseBatteryStaple", "first passwords")]
    [InlineData("ana@school.example", "own name or e-mail")]
    [InlineData("AnaAlvarez2026", "own name or e-mail")]
    public void Passwords_that_others_would_guess_are_refused(string password, string because) =>
        Assert.Contains(because, PasswordRules.Trouble(password, "Ana Alvarez", "ana@school.example"), StringComparison.Ordinal);

    [Theory]
    [InlineData("quiet river under stones")]
    [InlineData("vhtqzkmwopxr")]
    [InlineData("ñandú corre lejos")]
    [InlineData("Alvarez reads nineteen maps")]
    public void Length_is_enough_and_no_kind_of_character_is_asked_for(string password) =>
        Assert.Null(PasswordRules.Trouble(password, "Ana Alvarez", "ana@school.example"));

    [Fact]
    public void A_password_has_an_upper_bound() => Assert.NotNull(PasswordRules.Trouble(new string('x', 120) + "abcdefghi", null, null));
}
