using System.Text.Json.Nodes;
using CivicsClass.Controversies;
using CivicsClass.Sessions;
using CivicsClass.Tests.Sessions;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace CivicsClass.Tests.Controversies;

/// <summary>Anybody does anything at any moment: a replay gives the same, patches give every view, and nobody reads what is held.</summary>
public sealed class AnythingGoesTests
{
    [Fact]
    public void Whatever_is_done_it_replays_patches_fit_and_held_texts_stay_with_their_authors() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue - 1).ListOf().ToArbitrary(), moments =>
        {
            var team = new TeamRoom(3 + (moments.Count % 6), SampleLesson.Controversy with { Written = moments.Count % 2 == 0, Switches = moments.Count % 3 });
            var held = team.Room.Views().ToDictionary(v => v.Key, v => JsonNode.Parse(Classroom.Write(v.Value)));
            var views = team.Room.Views();
            foreach (var moment in moments)
            {
                Something(team, new Random(moment));
                foreach (var (audience, view) in team.Room.Views())
                {
                    if (MergePatch.Between(views.GetValueOrDefault(audience), view, Classroom.Catalog.Json) is { } patch)
                        held[audience] = Rfc7386.Merge(held.GetValueOrDefault(audience), JsonNode.Parse(patch));
                    Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Classroom.Write(view)), held[audience]), audience);
                    views[audience] = view;
                }
                AssertNothingHeldIsRead(team);
            }
            team.AssertReplays();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private static void AssertNothingHeldIsRead(TeamRoom team)
    {
        var waiting = team.Room.Session.Written.Held.Values.Where(h => !h.IsSettled).ToArray();
        foreach (var (audience, view) in team.Room.Written().Where(v => v.Key != "teacher"))
            foreach (var text in waiting.Where(h => audience != $"my/{h.By}"))
                Assert.DoesNotContain(text.Texts.Values.Single(), view, StringComparison.Ordinal);
    }

    private static (string, EntryView?) Pick(KeyValuePair<string, EntryView>[] entries, Random dice)
    {
        var (id, entry) = entries[dice.Next(entries.Length)];
        return (id, entry);
    }

    private static void Something(TeamRoom team, Random dice)
    {
        var people = team.Room.Session.Seated.Select(p => p.Id).ToArray();
        var person = people[dice.Next(people.Length)];
        var student = Actor.Student(person);
        var (view, mine) = (team.Teacher, team.Of(student));
        var phase = view.Phases[dice.Next(view.Phases.Count)].Phase;
        var some = view.TeamOrder.Count == 0 ? "t1" : view.TeamOrder[dice.Next(view.TeamOrder.Count)];
        var entries = view.Teams.Values.SelectMany(t => t.Entries).ToArray();
        var (entry, what) = entries.Length == 0 ? ("e1", (EntryView?)null) : Pick(entries, dice);
        var text = $"{(dice.Next(3) == 0 ? "HOLD " : "")}words {dice.Next(100_000)}.";
        var turn = mine?.Presenting?.Turn ?? 0;
        var waiting = team.Room.Session.Written.Held.Values.Where(h => !h.IsSettled).Select(h => h.Seq).DefaultIfEmpty(1).ToArray();
        var seq = waiting[dice.Next(waiting.Length)];
        team.Room.Wait(dice.Next(90));
        try
        {
            switch (dice.Next(24))
            {
                case < 4: team.Room.Do(student, team.Save(student, text)); break;
                case 4 or 5: team.Room.Do(student, team.Save(student, text, (Part)dice.Next(4), dice.Next(2) == 0 ? SampleLesson.Require : null)); break;
                case 6 when what is not null: team.Room.Do(student, new SaveEntry(TeamRoom.Id, entry, what.Version, what.Part, what.Side, text, [])); break;
                case 7 when what is not null: team.Room.Do(student, new DropEntry(TeamRoom.Id, entry, what.Version)); break;
                case 8: team.Room.Do(student, new Present(TeamRoom.Id, turn, text)); break;
                case 9: team.Room.Do(student, new Restate(TeamRoom.Id, turn, mine?.Presenting?.Round ?? 0, text)); break;
                case 10: team.Room.Do(student, new AcceptRestatement(TeamRoom.Id, turn, mine?.Presenting?.Round ?? 0)); break;
                case 11: team.Room.Do(student, new SendBackRestatement(TeamRoom.Id, turn, mine?.Presenting?.Round ?? 0, text)); break;
                case 12: team.Room.Ana(new ReleaseText(seq)); break;
                case 13: team.Room.Ana(new ReturnText(seq, "personal", null)); break;
                case 14 when dice.Next(3) == 0: team.Room.Ana(new EraseText(seq)); break;
                case 15: team.Room.Ana(new MoveTeam(TeamRoom.Id, some, phase, phase == ControversyPhase.Present ? dice.Next(3) : 0)); break;
                case 16: team.Room.Ana(new PauseTeam(TeamRoom.Id, some, dice.Next(3) == 0)); break;
                case 17: team.Room.Ana(new ExtendTeam(TeamRoom.Id, some, dice.Next(-90, 90))); break;
                case 18: team.Room.Ana(new StopForToday(TeamRoom.Id, dice.Next(4) == 0)); break;
                case 19: team.Room.Ana(new ShowTeam(TeamRoom.Id, dice.Next(3) == 0 ? null : some)); break;
                case 20 when what is not null: team.Room.Ana(new RemoveEntry(TeamRoom.Id, entry, what.Version, "unclear", null)); break;
                case 21: team.Room.Ana(new MarkAbsent(TeamRoom.Id, [person], dice.Next(2) == 0)); break;
                case 22: team.Room.Ana(new MoveMember(TeamRoom.Id, person, some, (Pair)dice.Next(2))); break;
                default: team.Room.Ana(new OpenPhase(TeamRoom.Id, phase, dice.Next(3) == 0 ? [some] : [])); break;
            }
        }
        catch (Refusal) { }
    }
}
