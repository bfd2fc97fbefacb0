using CivicsClass.Readings;
using CivicsClass.Sessions;
using CivicsClass.Tests.Sessions;
using Xunit;
using static CivicsClass.Tests.Sessions.Classroom;

namespace CivicsClass.Tests.Readings;

public sealed class ReadingStepTests
{
    private static KeepPassage Keep(string passage) => new("reading", passage);
    private static FinishReading Finish(string reading) => new("reading", reading);

    private static Classroom Open()
    {
        var room = With(SampleLesson.Reading, SampleLesson.Reflection);
        room.Ana(new OpenStep("reading"));
        return room;
    }

    [Fact]
    public void Background_comes_first_and_half_of_the_class_begins_with_the_other_side()
    {
        var room = Open();

        Assert.Equal(["powers", "duty", "choice", "safety"], room.MyStep<MyReading>(BenId, "reading").Order);
        Assert.Equal(["powers", "choice", "duty", "safety"], room.MyStep<MyReading>(ChiId, "reading").Order);
    }

    [Fact]
    public void A_sentence_is_kept_once_and_can_be_dropped()
    {
        var room = Open();

        room.Ben(Keep("duty.1.2"));
        room.Ben(Keep("duty.1.1"));
        room.Ben(Keep("duty.1.2"));
        Assert.Equal(["duty.1.2", "duty.1.1"], room.MyStep<MyReading>(BenId, "reading").Tray);
        Assert.Equal(2, room.TeacherStep<TeacherReading>("reading").PassagesKept);

        room.Ben(new DropPassage("reading", "duty.1.2"));
        room.Ben(new DropPassage("reading", "duty.1.2"));
        Assert.Equal(["duty.1.1"], room.MyStep<MyReading>(BenId, "reading").Tray);
        Assert.Empty(room.MyStep<MyReading>(ChiId, "reading").Tray);
        Assert.Single(room.Log, r => r.Event is PassageDropped);
    }

    [Theory]
    [InlineData("duty.1.3")]
    [InlineData("duty.9.1")]
    [InlineData("duty.01.1")]
    [InlineData("duty.1.+1")]
    [InlineData("elsewhere.1.1")]
    [InlineData("duty")]
    [InlineData("")]
    public void Only_a_sentence_of_the_texts_can_be_kept(string passage) =>
        Assert.Contains("not in the texts", Open().Refuses(BenActor, Keep(passage)), StringComparison.Ordinal);

    [Fact]
    public void A_text_of_another_step_cannot_be_kept()
    {
        var room = With(SampleLesson.Reading with { Readings = ["powers", "duty", "choice"] });
        room.Ana(new OpenStep("reading"));

        Assert.Contains("not in the texts", room.Refuses(BenActor, Keep("safety.1.1")), StringComparison.Ordinal);
        Assert.Contains("not part of this step", room.Refuses(BenActor, Finish("safety")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_tray_holds_at_most_forty_sentences()
    {
        var sentences = string.Join(' ', Enumerable.Range(1, 41).Select(n => $"Sentence {n}."));
        var pack = SampleLesson.Pack with { Readings = [.. SampleLesson.Pack.Readings.Select(r => r.Id == "duty" ? r with { Blocks = [r.Blocks[0] with { Sentences = sentences.Split(". ") }] } : r)] };
        var room = WithPack(pack, SampleLesson.Reading);
        room.Ana(new OpenStep("reading"));
        for (var n = 1; n <= 40; n++)
            room.Ben(Keep($"duty.1.{n}"));

        Assert.Contains("full", room.Refuses(BenActor, Keep("duty.1.41")), StringComparison.Ordinal);

        room.Ben(new DropPassage("reading", "duty.1.7"));
        room.Ben(Keep("duty.1.41"));
        Assert.Equal(40, room.MyStep<MyReading>(BenId, "reading").Tray.Count);
    }

    [Fact]
    public void Evidence_is_gathered_after_the_step_has_closed_but_not_before_it_opens()
    {
        var room = With(SampleLesson.Reading, SampleLesson.Reflection);
        Assert.Contains("not opened the texts", room.Refuses(BenActor, Keep("duty.1.1")), StringComparison.Ordinal);
        room.Ana(new OpenStep("reading"));
        room.Ana(new OpenStep("reflection"));

        room.Ben(Keep("duty.1.1"));

        Assert.Equal(["duty.1.1"], room.MyStep<MyReading>(BenId, "reading").Tray);
    }

    [Fact]
    public void Nothing_is_kept_while_eyes_are_up_or_after_the_end()
    {
        var room = Open();
        room.Ana(new CallEyesUp(true));
        Assert.Contains("Eyes up", room.Refuses(BenActor, Keep("duty.1.1")), StringComparison.Ordinal);
        room.Ana(new CallEyesUp(false));
        room.Ana(new EndSession());

        Assert.Contains("ended", room.Refuses(BenActor, Keep("duty.1.1")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_teacher_sees_who_has_finished()
    {
        var room = Open();
        Assert.Equal("", room.ProgressOf(BenId));

        foreach (var reading in (string[])["powers", "duty", "duty"])
            room.Ben(Finish(reading));
        Assert.Equal("2 of 4 texts", room.ProgressOf(BenId));
        Assert.Equal(0, room.TeacherStep<TeacherReading>("reading").Finished);

        room.Ben(Finish("choice"));
        room.Ben(Finish("safety"));
        Assert.Equal("4 of 4 texts", room.ProgressOf(BenId));
        Assert.Equal(1, room.TeacherStep<TeacherReading>("reading").Finished);
        Assert.Equal(1, room.TeacherStep<TeacherReading>("reading").PerReading["duty"]);
        Assert.Equal(1, room.WallStep<WallReading>().Finished);
        Assert.Equal(4, room.Log.Count(r => r.Event is ReadingFinished));
    }
}
