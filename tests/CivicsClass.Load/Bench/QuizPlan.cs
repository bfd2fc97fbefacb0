using System.Text.Json.Nodes;

namespace CivicsClass.Load.Bench;

/// <summary>What the bench asks: the quiz step of the lesson, its questions and their option ids.</summary>
public sealed record QuizPlan(string Step, IReadOnlyList<QuizPlan.Question> Questions)
{
    public sealed record Question(string Item, IReadOnlyList<string> Options);

    /// <summary>The first quiz in a teacher's view.</summary>
    public static QuizPlan Of(JsonNode teacherView)
    {
        var order = teacherView["class"]!["stepOrder"]!.AsArray().Select(s => (string)s!);
        var step = order.First(s => (string?)teacherView["class"]!["steps"]![s]!["kind"] == "quiz");
        var quiz = teacherView["steps"]![step]!;
        return new QuizPlan(step, [.. quiz["order"]!.AsArray().Select(i => (string)i!).Select(item =>
            new Question(item, [.. quiz["questions"]![item]!["options"]!.AsArray().Select(o => (string)o!["id"]!)]))]);
    }
}
