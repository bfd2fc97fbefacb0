using System.Text;
using System.Text.Json.Nodes;
using CivicsClass.Debates;
using CivicsClass.Norms;
using CivicsClass.Quizzes;
using CivicsClass.Readings;
using CivicsClass.Reflections;
using CivicsClass.Sessions;
using Xunit;
using static CivicsClass.Tests.Sessions.Classroom;

namespace CivicsClass.Tests.Sessions;

public sealed class MergePatchTests
{
    private static readonly MyView Mine = new() { Id = "p1", Alias = "Calm Otter", PostingPaused = false, Steps = new Dictionary<string, MyStepView>() };
    private static readonly WallView Wall = SessionViews.Wall(Empty(SampleLesson.Norms).Session, Presence.AllHere, JoinCode);

    private static string? Patch<T>(T? before, T after) where T : class =>
        MergePatch.Between(before, after, Catalog.Json) is { } patch ? Encoding.UTF8.GetString(patch) : null;

    private static MyView With(params (string Step, MyStepView View)[] steps) => Mine with { Steps = steps.ToDictionary(s => s.Step, s => s.View) };

    private static MyView Quiz(params (string Item, string[] Options)[] answers) =>
        With(("quiz", new MyQuiz(1, answers.ToDictionary(a => a.Item, a => (IReadOnlyList<string>)a.Options))));

    [Fact]
    public void Equal_views_need_no_patch() => Assert.Null(Patch(Quiz(("clause", ["a"])), Quiz(("clause", ["a"]))));

    [Fact]
    public void The_first_view_is_sent_whole() => AssertSame(Write(Mine), Patch(null, Mine)!);

    [Fact]
    public void A_member_that_differs_is_named_and_no_other() =>
        Assert.Equal("""{"postingPaused":true}""", Patch(Mine, Mine with { PostingPaused = true }));

    [Fact]
    public void A_member_that_went_away_is_null_and_one_that_came_is_whole()
    {
        var locked = Wall with { JoinCode = null };

        Assert.Equal("""{"joinCode":null}""", Patch(Wall, locked));
        Assert.Equal($$"""{"joinCode":"{{JoinCode}}"}""", Patch(locked, Wall));
    }

    [Fact]
    public void A_map_names_only_the_keys_that_differ() =>
        Assert.Equal(
            """{"steps":{"quiz":{"answers":{"order":["b"],"cases":["a"],"clause":null}}}}""",
            Patch(Quiz(("clause", ["a"]), ("order", ["a"]), ("same", ["a"])), Quiz(("order", ["b"]), ("same", ["a"]), ("cases", ["a"]))));

    [Fact]
    public void A_list_is_sent_whole() =>
        Assert.Equal("""{"steps":{"quiz":{"answers":{"cases":["a","b"]}}}}""", Patch(Quiz(("cases", ["a"])), Quiz(("cases", ["a", "b"]))));

    [Fact]
    public void A_new_entry_carries_its_kind() =>
        Assert.Equal("""{"steps":{"norms":{"kind":"norms","accepted":true}}}""", Patch(Mine, With(("norms", new MyNorms(true)))));

    [Fact]
    public void Members_that_differ_in_two_branches_stand_in_one_patch()
    {
        var before = With(("norms", new MyNorms(false)), ("reading", new MyReading(["a"], [], [])));
        var after = With(("norms", new MyNorms(true)), ("reading", new MyReading(["a"], ["a.1.1"], []))) with { Alias = "Bold Heron" };

        Assert.Equal("""{"alias":"Bold Heron","steps":{"norms":{"accepted":true},"reading":{"tray":["a.1.1"]}}}""", Patch(before, after));
    }

    public static TheoryData<int, int> Pairs()
    {
        var pairs = new TheoryData<int, int>();
        for (var from = 0; from < Steps.Length; from++)
            for (var to = 0; to < Steps.Length; to++)
                pairs.Add(from, to);
        return pairs;
    }

    private static readonly ArgumentCard Card = new() { Author = "Calm Otter", Kind = ArgumentKind.Argue, Side = SampleLesson.Require, Claim = "So it is.", Basis = Basis.Fact, Quotations = [], Version = 1 };

    private static readonly WallStepView[] Steps =
    [
        new WallNorms(["Be kind."], 3),
        new WallReading([new WallReadingTitle("One", SampleLesson.Require)], 2),
        new WallQuiz(QuizPace.Teacher, 3, 1, new WallQuestion(1, "What?", [new WallOption("This", 50, true)], QuestionStatus.Revealed, 2, "Because.")),
        new WallDebate("Should it?", ["a1"], new Dictionary<string, ArgumentCard> { ["a1"] = Card }, "a1"),
        new WallReflection(["What?"], 4),
    ];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Nothing_of_one_step_is_left_on_the_wall_when_the_next_begins(int from, int to)
    {
        var (before, after) = (Wall with { Step = Steps[from] }, Wall with { Step = Steps[to] });

        var patch = Patch(before, after);

        var held = patch is null ? JsonNode.Parse(Write(before)) : Rfc7386.Merge(JsonNode.Parse(Write(before)), JsonNode.Parse(patch));
        AssertSame(Write(after), held!.ToJsonString());
        Assert.Equal(from == to, patch is null);
    }

    [Fact]
    public void Maps_of_the_same_name_do_not_mix_when_the_kind_changes()
    {
        var (before, after) = (With(("here", new MyReflection(new Dictionary<string, string> { ["q1"] = "Text.", ["q2"] = "More." }))), With(("here", new MyQuiz(1, new Dictionary<string, IReadOnlyList<string>> { ["q1"] = ["a"] }))));

        Assert.Equal("""{"steps":{"here":{"kind":"quiz","seed":1,"answers":{"q1":["a"],"q2":null}}}}""", Patch(before, after));
    }
}
