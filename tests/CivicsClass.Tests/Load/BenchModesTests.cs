using CivicsClass.Load.Bench;
using CivicsClass.Load.Bench.Debate;
using CivicsClass.Load.Bench.Phone;

namespace CivicsClass.Tests.Load;

public sealed class BenchModesTests
{
    [Theory]
    [InlineData(typeof(BenchRun))]
    [InlineData(typeof(BenchRun), "--sessions", "300", "--students", "30")]
    [InlineData(typeof(BenchRun), "--sessions", "1", "--students", "1000", "--json", "figures.json")]
    [InlineData(typeof(IdleRun), "--idle")]
    [InlineData(typeof(IdleRun), "--server", "CivicsClass.dll", "--idle", "5000")]
    [InlineData(typeof(LengthRun), "--length")]
    [InlineData(typeof(LengthRun), "--length", "20000")]
    [InlineData(typeof(DebateRun), "--debate")]
    [InlineData(typeof(DebateRun), "--debate", "60", "--sessions", "2", "--students", "4")]
    [InlineData(typeof(BoardRun), "--board")]
    [InlineData(typeof(BoardRun), "--board", "5", "--json", "figures.json")]
    [InlineData(typeof(ColdRun), "--cold", "--json", "figures.json")]
    public void Each_mode_is_asked_for_by_its_word(Type mode, params string[] words) =>
        Assert.IsType(mode, BenchModes.Of(words));

    [Theory]
    [InlineData("--sessions", "501")]
    [InlineData("--students", "2001")]
    [InlineData("--idle", "0")]
    [InlineData("--idle", "15001")]
    [InlineData("--length", "long")]
    [InlineData("--debate", "0")]
    [InlineData("--debate", "--students", "101")]
    [InlineData("--debate", "--idle")]
    [InlineData("--board", "many")]
    [InlineData("--cold", "5")]
    [InlineData("--idle", "--sessions", "3")]
    [InlineData("--cold", "--length")]
    public void What_makes_no_sense_is_refused(params string[] words) =>
        Assert.Throws<FormatException>(() => BenchModes.Of(words));

    [Theory]
    [InlineData(60, 30, 30)]
    [InlineData(31, 30, 1)]
    [InlineData(20, 20)]
    public void The_last_class_takes_whoever_is_left(int students, params int[] classes) =>
        Assert.Equal(classes, Enrolment.Classes(students, 30));
}
