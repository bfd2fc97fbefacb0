using CivicsClass.Reflections;
using CivicsClass.Sessions;
using CivicsClass.Tests.Sessions;
using Xunit;
using static CivicsClass.Tests.Sessions.Classroom;

namespace CivicsClass.Tests.Reflections;

public sealed class ReflectionStepTests
{
    private static WriteReflection Write(string text, string prompt = "q1") => new("reflection", prompt, text);

    private static Classroom Open()
    {
        var room = With(SampleLesson.Reflection);
        room.Ana(new OpenStep("reflection"));
        return room;
    }

    [Fact]
    public void A_reflection_is_read_by_its_author_and_the_teacher_only()
    {
        var room = Open();

        room.Ben(Write("They fear a patchwork."));

        var written = room.Written();
        Assert.Contains("patchwork", written["teacher"], StringComparison.Ordinal);
        Assert.Contains("patchwork", written[$"my/{BenId}"], StringComparison.Ordinal);
        Assert.DoesNotContain("patchwork", written["class"] + written["wall"] + written[$"my/{ChiId}"], StringComparison.Ordinal);
        Assert.Equal("1 of 2 questions", room.ProgressOf(BenId));
    }

    [Fact]
    public void An_answer_is_rewritten_and_taken_back()
    {
        var room = Open();
        room.Ben(Write("First."));
        room.Ben(Write("First."));
        room.Ben(Write("Second."));
        room.Ben(Write("And this.", "q2"));
        Assert.Equal("Second.", room.MyStep<MyReflection>(BenId, "reflection").Answers["q1"]);
        Assert.Equal(1, room.WallStep<WallReflection>().Finished);
        Assert.Equal(3, room.Log.Count(r => r.Event is ReflectionWritten));

        room.Ben(Write("  "));

        Assert.Equal(["q2"], room.MyStep<MyReflection>(BenId, "reflection").Answers.Keys);
        Assert.Equal(0, room.WallStep<WallReflection>().Finished);
    }

    [Fact]
    public void A_reflection_has_its_limits()
    {
        var room = Open();

        Assert.Contains("2,000", room.Refuses(BenActor, Write(new string('a', 2001))), StringComparison.Ordinal);
        Assert.Contains("cannot be shown", room.Refuses(BenActor, Write("a\u0007b")), StringComparison.Ordinal);
        Assert.Contains("not part of this step", room.Refuses(BenActor, Write("Text.", "q3")), StringComparison.Ordinal);
        room.Ana(new CloseStep());
        Assert.Contains("closed", room.Refuses(BenActor, Write("Too late.")), StringComparison.Ordinal);
    }
}
