using System.Text;
using System.Text.Json;
using CivicsClass.Debates;
using CivicsClass.Readings;
using CivicsClass.Sessions;
using CivicsClass.Tests.Sessions;
using Xunit;
using static CivicsClass.Tests.Debates.Debating;
using static CivicsClass.Tests.Sessions.Classroom;

namespace CivicsClass.Tests.Debates;

public sealed class MarkingTests
{
    /// <summary>Ben's argument is on the board; Chi reads it.</summary>
    private static Classroom Board()
    {
        var room = With(SampleLesson.Reading, SampleLesson.BothSides);
        room.Ana(new OpenStep("reading"));
        room.Ben(new KeepPassage("reading", Passage));
        room.Ana(new OpenStep("debate"));
        room.Ben(Quoting("Cities cannot opt out."));
        room.Ana(Approve("a1"));
        return room;
    }

    private static MarkArgument Marks(Mark mark, bool on = true, int version = 1, string argument = "a1") => new("debate", argument, version, mark, on);

    private static ArgumentCard Card(Classroom room) => room.ClassStep<DebateView>("debate").Cards["a1"];

    [Fact]
    public void Everybody_sees_how_many_have_marked_an_argument_and_who_marked_it_sees_that_too()
    {
        var room = Board();
        Assert.Null(Card(room).Marks);

        room.Chi(Marks(Mark.StrongEvidence));
        room.Chi(Marks(Mark.CanAnswer));

        Assert.Equal(new MarkCounts(1, 0, 1), Card(room).Marks);
        Assert.Equal(new MarkCounts(1, 0, 1), room.WallStep<WallDebate>().Cards["a1"].Marks);
        var mine = room.MyStep<MyDebate>(ChiId, "debate").Marks!["a1"];
        Assert.Equal((1, "StrongEvidence, CanAnswer"), (mine.Version, string.Join(", ", mine.Given)));
        Assert.Null(room.MyStep<MyDebate>(BenId, "debate").Marks);
    }

    [Fact]
    public void A_mark_given_twice_counts_once_and_can_be_taken_back()
    {
        var room = Board();
        room.Chi(Marks(Mark.WellReasoned));
        var stored = room.Log.Count;
        room.Chi(Marks(Mark.WellReasoned));
        Assert.Equal(stored, room.Log.Count);

        room.Chi(Marks(Mark.WellReasoned, on: false));

        Assert.Null(Card(room).Marks);
        Assert.Null(room.MyStep<MyDebate>(ChiId, "debate").Marks);
    }

    [Fact]
    public void A_new_version_begins_without_marks_and_the_old_one_keeps_its_own()
    {
        var room = Board();
        room.Chi(Marks(Mark.StrongEvidence));
        room.Ben(Quoting("No city can opt out.").As("a1"));
        room.Chi(Marks(Mark.WellReasoned));
        Assert.Equal((1, new MarkCounts(1, 1, 0)), (Card(room).Version, Card(room).Marks));

        room.Ana(Approve("a1", version: 2));

        Assert.Equal((2, null), (Card(room).Version, Card(room).Marks));
        Assert.Equal(new MarkCounts(1, 1, 0), room.MyStep<MyDebate>(BenId, "debate").Mine["a1"].Earlier!["v1"].Card.Marks);
        Assert.Contains("changed this since", room.Refuses(ChiActor, Marks(Mark.StrongEvidence)), StringComparison.Ordinal);
        room.Chi(Marks(Mark.StrongEvidence, version: 2));
        Assert.Equal(new MarkCounts(1, 0, 0), Card(room).Marks);
        Assert.Equal(2, room.MyStep<MyDebate>(ChiId, "debate").Marks!["a1"].Version);
    }

    [Fact]
    public void Only_what_others_wrote_and_the_class_reads_can_be_marked_while_the_debate_is_open()
    {
        var room = Board();
        room.Ben(Quoting("Still waiting."));

        Assert.Contains("You wrote this yourself", room.Refuses(BenActor, Marks(Mark.WellReasoned)), StringComparison.Ordinal);
        Assert.Contains("not on the board", room.Refuses(ChiActor, Marks(Mark.WellReasoned, argument: "a2")), StringComparison.Ordinal);
        Assert.Contains("not on the board", room.Refuses(ChiActor, Marks(Mark.WellReasoned, argument: "a99")), StringComparison.Ordinal);
        room.Ana(new PauseLesson(true));
        Assert.Contains("paused", room.Refuses(ChiActor, Marks(Mark.WellReasoned)), StringComparison.Ordinal);
        room.Ana(new PauseLesson(false));
        room.Ana(new CloseStep());
        Assert.Contains("closed now", room.Refuses(ChiActor, Marks(Mark.WellReasoned)), StringComparison.Ordinal);
    }

    [Fact]
    public void Evidence_can_be_marked_only_where_there_is_some()
    {
        var room = Board();
        room.Chi(Reply("a1", "Which cities?", ArgumentKind.Ask) with { Reason = null });
        room.Ana(Approve("a2"));

        Assert.Contains("no quotation", room.Refuses(BenActor, Marks(Mark.StrongEvidence, argument: "a2")), StringComparison.Ordinal);
        room.Ben(Marks(Mark.CanAnswer, argument: "a2"));
    }

    [Fact]
    public void A_mark_on_a_board_of_two_hundred_is_a_small_patch()
    {
        var room = With(SampleLesson.BothSides);
        var writers = Enumerable.Range(0, 28).Select(n => Actor.Student(room.Joins($"Student {n} Realname"))).ToArray();
        room.Ana(new OpenStep("debate"));
        for (var n = 0; n < 200; n++)
        {
            room.Do(writers[n % writers.Length], Claim($"Claim {n} of many."));
            room.Ana(Approve($"a{n + 1}"));
        }
        var before = room.Views();
        Assert.Equal(200, ((DebateView)((ClassView)before["class"]).Open["debate"]).Cards.Count);

        room.Chi(Marks(Mark.WellReasoned, argument: "a100"));

        string Patch(string audience) => Encoding.UTF8.GetString(MergePatch.Between(before[audience], room.Views()[audience], Catalog.Json)!);
        Assert.Equal("""{"open":{"debate":{"cards":{"a100":{"marks":{"strongEvidence":0,"wellReasoned":1,"canAnswer":0}}}}}}""", Patch("class"));
        Assert.InRange(Patch("wall").Length, 1, 200);
        Assert.InRange(Patch("teacher").Length, 1, 200);
        Assert.Equal("""{"steps":{"debate":{"marks":{"a100":{"version":1,"given":["wellReasoned"]}}}}}""", Patch($"my/{ChiId}"));
        Assert.DoesNotContain(before.Keys.Where(k => k.StartsWith("my/", StringComparison.Ordinal) && k != $"my/{ChiId}"),
            k => MergePatch.Between(before[k], room.Views()[k], Catalog.Json) is not null);
    }

    [Fact]
    public void Marks_replay_to_the_same_views()
    {
        var room = Board();
        room.Chi(Marks(Mark.StrongEvidence));
        room.Ben(Quoting("No city can opt out.").As("a1"));
        room.Ana(Approve("a1", version: 2));
        room.Chi(Marks(Mark.CanAnswer, version: 2));

        Assert.Equal(JsonSerializer.Serialize(room.Written()), JsonSerializer.Serialize(room.Replayed().Written()));
    }
}
