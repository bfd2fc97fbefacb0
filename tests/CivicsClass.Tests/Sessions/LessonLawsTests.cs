using System.Text.Json;
using System.Text.Json.Nodes;
using CivicsClass.Debates;
using CivicsClass.Quizzes;
using CivicsClass.Reflections;
using CivicsClass.Sessions;
using CivicsClass.SourceChecks;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace CivicsClass.Tests.Sessions;

/// <summary>What holds in every lesson, whatever anybody does.</summary>
public sealed class LessonLawsTests
{
    [Fact]
    public void A_replayed_session_is_the_same_session() => InAnyLesson(lesson => _ => { }, lesson =>
    {
        var replayed = lesson.Room.Replayed();

        Assert.Equal(lesson.Room.Session.Seq, replayed.Session.Seq);
        Assert.Equal(lesson.Room.Session.NextDeadline, replayed.Session.NextDeadline);
        AssertSameViews(lesson.Room.Written(), replayed.Written());
    });

    [Fact]
    public void A_patch_turns_every_view_into_the_next() => InAnyLesson(lesson =>
    {
        var views = lesson.Room.Views();
        var held = views.ToDictionary(v => v.Key, v => JsonNode.Parse(Classroom.Write(v.Value)));
        return _ =>
        {
            foreach (var (audience, view) in lesson.Room.Views())
            {
                var patch = MergePatch.Between(views.GetValueOrDefault(audience), view, Classroom.Catalog.Json);
                if (patch is not null)
                    held[audience] = Rfc7386.Merge(held.GetValueOrDefault(audience), JsonNode.Parse(patch));
                var expected = JsonNode.Parse(Classroom.Write(view));
                Assert.True(JsonNode.DeepEquals(expected, held[audience]), $"{audience}: expected {expected}\nbut holds {held[audience]}");
                views[audience] = view;
            }
        };
    });

    [Fact]
    public void An_unchanged_session_makes_no_patch() => InAnyLesson(lesson => _ => { }, lesson =>
    {
        var (one, other) = (lesson.Room.Views(), lesson.Room.Views());

        Assert.All(one, view => Assert.Null(MergePatch.Between(view.Value, other[view.Key], Classroom.Catalog.Json)));
    });

    [Fact]
    public void A_command_sent_twice_is_done_once() => InAnyLesson(lesson => done =>
    {
        if (done is not var (by, command, id, seq))
            return;
        var (before, written) = (lesson.Room.Session.Seq, lesson.Room.Written());

        var again = lesson.Room.Do(by, command, id);

        Assert.Equal(seq, again);
        Assert.Equal(before, lesson.Room.Session.Seq);
        AssertSameViews(written, lesson.Room.Written());
    }, lesson =>
    {
        var replayed = lesson.Room.Replayed();
        foreach (var first in lesson.Room.Log.Where(r => r.CommandId is not null))
        {
            var by = new Actor(first.By == Classroom.AnaActor.Id ? Role.Teacher : Role.Student, first.By);
            Assert.Equal(first.Seq, replayed.Do(by, new EndSession(), first.CommandId));
        }
        AssertSameViews(lesson.Room.Written(), replayed.Written());
    });

    [Fact]
    public void No_view_shows_what_it_must_not_yet() => InAnyLesson(lesson => _ =>
    {
        var session = lesson.Room.Session;
        var written = lesson.Room.Written();
        var shared = written["class"] + written["wall"];
        Assert.DoesNotContain("Realname", string.Concat(written.Where(w => w.Key != "teacher").Select(w => w.Value)), StringComparison.Ordinal);
        Assert.DoesNotContain("PRIVATE-", shared, StringComparison.Ordinal);
        var revealed = SessionViews.Class(session).Open.Values.OfType<QuizView>()
            .SelectMany(q => q.Questions).Where(q => q.Value.Status == QuestionStatus.Revealed).Select(q => q.Key).ToHashSet();
        foreach (var item in SampleLesson.Pack.Quiz.Where(i => !revealed.Contains(i.Id)))
            Assert.DoesNotContain(item.Explanation, shared, StringComparison.Ordinal);
        foreach (var item in SampleLesson.Pack.Quiz.Where(i => !revealed.Contains(i.Id)))
            Assert.DoesNotContain($"SECRET-FEEDBACK-{item.Id}", shared, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET-MISCONCEPTION", shared, StringComparison.Ordinal);
        AssertNoVerdictBeforeItsTime(session, written);
        AssertOnlyApprovedIsShared(lesson, shared);
        AssertOwnViewsHoldOnlyOnesOwn(lesson, written);
    });

    /// <summary>Not even the teacher's browser has a verdict that was not shown.</summary>
    private static void AssertNoVerdictBeforeItsTime(LiveSession session, Dictionary<string, string> written)
    {
        var shown = SessionViews.Class(session).Open.Values.OfType<SourceCheckView>().SelectMany(s => s.Claims).Where(c => c.Value.Revealed is not null).Select(c => c.Key).ToHashSet();
        var everything = string.Concat(written.Values);
        foreach (var claim in SampleLesson.Pack.SourceChecks.SelectMany(c => c.Claims))
            Assert.Equal(shown.Contains(claim.Id), everything.Contains($"VERDICT-REASON-{claim.Id}", StringComparison.Ordinal));
        Assert.All(((TeacherSourceCheck)session.Step("sourceCheck").TeacherView()).Claims, c => Assert.Equal(shown.Contains(c.Key), c.Value.Revealed is not null));
    }

    private static void AssertOnlyApprovedIsShared(RandomLesson lesson, string shared)
    {
        var approved = lesson.Room.Log.Select(r => r.Event).OfType<ArgumentApproved>().Select(a => (a.Step, a.Argument, a.Version)).ToHashSet();
        var gone = lesson.Room.Log.Select(r => r.Event).OfType<ArgumentRemoved>().Select(a => (a.Step, a.Argument))
            .Concat(lesson.Room.Log.Select(r => r.Event).OfType<ArgumentWithdrawn>().Select(a => (a.Step, a.Argument))).ToHashSet();
        foreach (var claim in lesson.Room.Log.Select(r => r.Event).OfType<ArgumentSubmitted>())
        {
            if (!approved.Contains((claim.Step, claim.Argument, claim.Version)) || gone.Contains((claim.Step, claim.Argument)))
                Assert.DoesNotContain($"\"{claim.Claim}\"", shared, StringComparison.Ordinal);
        }
    }

    private static void AssertOwnViewsHoldOnlyOnesOwn(RandomLesson lesson, Dictionary<string, string> written)
    {
        foreach (var (audience, view) in written.Where(w => w.Key.StartsWith("my/", StringComparison.Ordinal)))
        {
            Assert.DoesNotContain("SECRET", view, StringComparison.Ordinal);
            foreach (var others in lesson.Room.Log.Where(r => $"my/{r.By}" != audience))
            {
                if (others.Event is ArgumentSubmitted submitted)
                    Assert.DoesNotContain($"\"{submitted.Claim}\"", view, StringComparison.Ordinal);
                if (others.Event is ReflectionWritten { Text.Length: > 0 } reflection)
                    Assert.DoesNotContain($"\"{reflection.Text}\"", view, StringComparison.Ordinal);
                if (others.Event is ClaimJudged judged)
                    Assert.DoesNotContain($"\"{judged.Reason}\"", view, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Only_views_that_an_event_touches_change() => InAnyLesson(lesson =>
    {
        var before = lesson.Room.Written();
        var presence = lesson.Room.Presence;
        lesson.Room.Session.TakeTouched();
        return _ =>
        {
            var (audiences, people) = lesson.Room.Session.TakeTouched();
            var after = lesson.Room.Written();
            foreach (var (audience, view) in after.Where(a => before.TryGetValue(a.Key, out var was) && was != a.Value))
            {
                var touched = audience switch
                {
                    "class" => audiences.HasFlag(Audiences.Class),
                    "wall" => audiences.HasFlag(Audiences.Wall) || presence != lesson.Room.Presence,
                    "teacher" => audiences.HasFlag(Audiences.Teacher) || presence != lesson.Room.Presence,
                    _ => people.Contains(audience[3..]),
                };
                Assert.True(touched, $"{audience} changed untouched, from {before[audience]}\nto {view}");
            }
            (before, presence) = (after, lesson.Room.Presence);
        };
    });

    /// <summary>Guards the laws above against lessons in which nothing happens.</summary>
    [Fact]
    public void Random_lessons_reach_every_kind_of_event()
    {
        var kinds = new HashSet<string>();
        for (var opening = 0; opening < 120; opening++)
        {
            var lesson = new RandomLesson(opening);
            for (var moment = 0; moment < 150; moment++)
                lesson.Take(moment * 7919);
            kinds.UnionWith(lesson.Room.Log.Select(r => Classroom.Catalog.Kind(r.Event)));
        }

        Assert.Empty(Classroom.Catalog.Events.Keys.Except(kinds));
    }

    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(50);

    /// <param name="after">Given a lesson, makes what is checked after each moment; the argument is what was done, null when refused.</param>
    private static void InAnyLesson(Func<RandomLesson, Action<(Actor By, SessionCommand Command, Guid Id, long Seq)?>> after, Action<RandomLesson>? atTheEnd = null) =>
        Prop.ForAll(Moments.Any, moments =>
        {
            var lesson = new RandomLesson(moments.FirstOrDefault());
            var check = after(lesson);
            foreach (var moment in moments)
                check(lesson.Take(moment));
            atTheEnd?.Invoke(lesson);
        }).Check(Config);

    private static void AssertSameViews(Dictionary<string, string> expected, Dictionary<string, string> actual)
    {
        Assert.Equal(expected.Keys, actual.Keys);
        foreach (var (audience, view) in expected)
            Classroom.AssertSame(view, actual[audience]);
    }
}
