using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using CivicsClass.Sessions;
using Xunit;

namespace CivicsClass.Tests.Sessions;

/// <summary>Events outlive versions: the log of every release replays to the same state. A log is never written again; a new
/// release adds its own. With CIVICS_WRITE_GOLDEN set, a log that does not exist yet is written, and so are the views of all:
/// do that when a view changes its shape on purpose, and read the difference.</summary>
public sealed class GoldenLogTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private const string Latest = "release-4";

    private sealed record Line(long Seq, DateTime At, string Kind, string By, Guid? CommandId, JsonElement Payload);

    public static TheoryData<string> Releases() => [.. Directory.GetFiles(Folder(), "*.jsonl").Select(f => Path.GetFileNameWithoutExtension(f))];

    [Theory]
    [MemberData(nameof(Releases))]
    public void The_log_of_a_release_replays_to_its_views(string release)
    {
        var session = LiveSession.Replay("room1", "A lesson", SampleLesson.Pack, Classroom.Catalog, Read(release));

        var expected = JsonNode.Parse(File.ReadAllText(PathOf(release, ".views.json")))!.AsObject();
        foreach (var (audience, view) in Views(session))
            Classroom.AssertSame(expected[audience]!.ToJsonString(), view);
        Assert.Equal(expected.Count, Views(session).Count);
    }

    [Theory]
    [MemberData(nameof(Releases))]
    public void What_is_read_from_a_log_is_written_the_same(string release)
    {
        foreach (var (line, recorded) in Lines(release).Zip(Read(release)))
            Classroom.AssertSame(line.Payload.GetRawText(), JsonSerializer.Serialize(recorded.Event, recorded.Event.GetType(), Classroom.Catalog.Json));
    }

    [Fact]
    public void Every_kind_of_event_stands_in_the_latest_log() =>
        Assert.Empty(Classroom.Catalog.Events.Keys.Except(Lines(Latest).Select(l => l.Kind)));

    [Fact]
    public void The_scripted_lesson_has_every_kind_of_event()
    {
        var script = new ScriptedLesson().Room;
        WriteIfAsked(script);

        Assert.Empty(Classroom.Catalog.Events.Keys.Except(script.Log.Select(r => Classroom.Catalog.Kind(r.Event))));
    }

    private static void WriteIfAsked(Classroom script)
    {
        if (Environment.GetEnvironmentVariable("CIVICS_WRITE_GOLDEN") is null)
            return;
        if (!File.Exists(PathOf(Latest, ".jsonl")))
        {
            var lines = script.Log.Select(r => JsonSerializer.Serialize(
                new Line(r.Seq, r.At, Classroom.Catalog.Kind(r.Event), r.By, r.CommandId, JsonSerializer.SerializeToElement(r.Event, r.Event.GetType(), Classroom.Catalog.Json)),
                Classroom.Catalog.Json));
            File.WriteAllText(PathOf(Latest, ".jsonl"), string.Join('\n', lines) + "\n");
        }
        foreach (var release in Directory.GetFiles(Folder(), "*.jsonl").Select(Path.GetFileNameWithoutExtension))
        {
            var replayed = LiveSession.Replay("room1", "A lesson", SampleLesson.Pack, Classroom.Catalog, Read(release!));
            var views = new JsonObject(Views(replayed).Select(v => KeyValuePair.Create(v.Key, JsonNode.Parse(v.Value))));
            File.WriteAllText(PathOf(release!, ".views.json"), views.ToJsonString(Indented) + "\n");
        }
    }

    private static Dictionary<string, string> Views(LiveSession session)
    {
        var views = new Dictionary<string, string>
        {
            ["class"] = Classroom.Write(SessionViews.Class(session)),
            ["wall"] = Classroom.Write(SessionViews.Wall(session, Presence.AllHere, Classroom.JoinCode)),
            ["teacher"] = Classroom.Write(SessionViews.Teacher(session, Presence.AllHere, new Dictionary<string, string>(), Classroom.JoinCode)),
        };
        foreach (var person in session.Seated)
            views[$"my/{person.Id}"] = Classroom.Write(SessionViews.My(session, person.Id));
        return views;
    }

    private static Recorded[] Read(string release) => [.. Lines(release).Select(line =>
        new Recorded(line.Seq, line.At, line.By, line.CommandId, (SessionEvent)line.Payload.Deserialize(Classroom.Catalog.Events[line.Kind], Classroom.Catalog.Json)!))];

    private static Line[] Lines(string release) =>
        [.. File.ReadLines(PathOf(release, ".jsonl")).Select(line => JsonSerializer.Deserialize<Line>(line, Classroom.Catalog.Json)!)];

    private static string PathOf(string release, string ending) => Path.Combine(Folder(), release + ending);

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "golden");
}
