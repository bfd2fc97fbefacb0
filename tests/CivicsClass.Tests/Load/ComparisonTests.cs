using CivicsClass.Load.Faults;
using CivicsClass.Load.Host;
using CivicsClass.Load.Wire;

namespace CivicsClass.Tests.Load;

/// <summary>The judge of the fault runs must be able to say no.</summary>
public sealed class ComparisonTests
{
    private readonly Journal _ben = new();
    private readonly Guid _first = Guid.NewGuid(), _second = Guid.NewGuid();

    public ComparisonTests()
    {
        _ben.Sends(_first, "one");
        _ben.Told(_first, Accepted(1));
        _ben.Sends(_second, "two");
        _ben.Told(_second, Accepted(2));
    }

    [Fact]
    public void What_was_told_and_stored_alike_is_clean()
    {
        var compared = Compare(Row(1, _first, "one"), Row(2, _second, "two"));

        Assert.True(compared.IsClean);
        Assert.Equal(2, compared.Acknowledged);
    }

    [Fact]
    public void An_acknowledged_command_without_a_row_is_lost() =>
        Assert.Equal(1, Compare(Row(1, _first, "one")).Lost);

    [Fact]
    public void A_row_at_another_place_than_the_acknowledgement_said_is_lost() =>
        Assert.Equal(2, Compare(Row(1, _second, "two"), Row(2, _first, "one")).Lost);

    [Fact]
    public void A_row_that_nobody_sent_is_invented() =>
        Assert.Equal(1, Compare(Row(1, _first, "one"), Row(2, _second, "two"), Row(3, Guid.NewGuid(), "three")).Invented);

    [Fact]
    public void A_row_with_other_words_than_were_sent_is_invented() =>
        Assert.Equal(1, Compare(Row(1, _first, "one"), Row(2, _second, "other")).Invented);

    [Fact]
    public void A_refused_command_with_a_row_is_invented()
    {
        var third = Guid.NewGuid();
        _ben.Sends(third, "three");
        _ben.Told(third, new CommandOutcome(null, null, null, null, "No."));

        Assert.Equal(1, Compare(Row(1, _first, "one"), Row(2, _second, "two"), Row(3, third, "three")).Invented);
    }

    [Fact]
    public void A_command_with_two_rows_is_told() =>
        Assert.True(Compare(Row(1, _first, "one"), Row(2, _second, "two"), Row(3, _first, "one")).Twice > 0);

    [Fact]
    public void A_repetition_that_answers_differently_is_told()
    {
        _ben.Told(_first, Accepted(7));

        Assert.Equal(1, Compare(Row(1, _first, "one"), Row(2, _second, "two")).Contradicted);
    }

    [Fact]
    public void A_hole_in_the_log_is_told() =>
        Assert.Equal(1, Compare(Row(1, _first, "one"), Row(3, _second, "two")).Holes);

    [Fact]
    public void A_run_in_which_nothing_was_acknowledged_proves_nothing() =>
        Assert.False(Comparison.Of("k", [("p1", new Journal())], []).IsClean);

    private Comparison Compare(params StoredEvent[] log) => Comparison.Of("k", [("p1", _ben)], log);

    private static CommandOutcome Accepted(long seq) => new(seq, null, null, null, null);

    private static StoredEvent Row(long seq, Guid id, string text) => new("k", seq, "reflection.written", "p1", id, $$"""{"text":"{{text}}"}""");
}
