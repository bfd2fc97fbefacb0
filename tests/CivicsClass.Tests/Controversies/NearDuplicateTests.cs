using CivicsClass.Controversies;
using Xunit;

namespace CivicsClass.Tests.Controversies;

public sealed class NearDuplicateTests
{
    [Theory]
    [InlineData("Police need the trust of witnesses.", "Witnesses must trust the police.")]
    [InlineData("One rule for the whole nation is fair.", "It is fair: the whole nation has one rule!")]
    [InlineData("Cities know their own streets best", "A city knows its streets best")]
    [InlineData("Sharing costs is fair", "It’s fair to share the costs")]
    public void The_same_in_other_words_is_found(string one, string other) => Assert.InRange(NearDuplicate.Likeness(one, other), NearDuplicate.Threshold, 1);

    [Theory]
    [InlineData("Police need the trust of witnesses.", "Federal officers cannot be everywhere at once.")]
    [InlineData("One rule for the whole nation is fair.", "Counties pay for the jails and decide how to spend money.")]
    [InlineData("It should be so because they are.", "It should be so because they are.")]
    [InlineData("", "Something else")]
    [InlineData("Police officers need trust in the neighborhood", "Police officers get better training in a federal program")]
    public void Another_thought_is_not(string one, string other) => Assert.InRange(NearDuplicate.Likeness(one, other), 0, NearDuplicate.Threshold - 0.01);

    [Fact]
    public void The_most_alike_is_named() =>
        Assert.Equal("b", NearDuplicate.Find("Witnesses trust local police", [("a", "Local police help witnesses and courts"), ("b", "Local police have the trust of witnesses"), ("c", "Money")]));
}
