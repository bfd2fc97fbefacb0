namespace CivicsClass.Library.Files;

/// <summary>Where each part of a pack stands in its files, so that rules over the whole pack can name file and line.
/// A part without a place (of a pack that was not read from files) is named in words.</summary>
internal sealed class PlaceBook
{
    public const string Pack = "the topic";

    private readonly Dictionary<string, Fields> _places = [];

    public void Note(string part, Fields fields) => _places[part] = fields;

    public (string File, int Line) Find(string part, string field) =>
        _places.TryGetValue(part, out var fields) ? (fields.File, fields.LineOf(field)) : (part, 0);

    public static string Reading(string id) => $"reading {id}";
    public static string Item(int index) => $"quiz item {index + 1}";
    public static string SourceCheck(string id) => $"source check {id}";
    public static string Claim(string check, int index) => $"source check {check}, claim {index + 1}";
    public static string Term(int index) => $"glossary term {index + 1}";
    public static string Standard(int index) => $"standard {index + 1}";
    public static string Lesson(string id) => $"lesson {id}";
    public static string Step(string lesson, string step) => $"lesson {lesson}, step {step}";
}
