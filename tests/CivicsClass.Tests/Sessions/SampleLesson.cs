using CivicsClass.Controversies;
using CivicsClass.Debates;
using CivicsClass.Lessons;
using CivicsClass.Library;
using CivicsClass.Norms;
using CivicsClass.Polls;
using CivicsClass.Quizzes;
using CivicsClass.Readings;
using CivicsClass.Reflections;
using CivicsClass.SourceChecks;

namespace CivicsClass.Tests.Sessions;

/// <summary>A small pack and its steps. What must stay secret carries a word that a test can search for.</summary>
internal static class SampleLesson
{
    public const string Require = "require", Choose = "choose";

    public static readonly NormsPlan Norms = new() { Id = "norms", Title = "Our norms", Minutes = 3, Script = "Read the norms.", Early = "Think of one more." };

    public static readonly ReadingPlan Reading = new() { Id = "reading", Title = "Read both sides", Minutes = 9, Script = "Read.", Early = "Keep evidence.", Readings = ["powers", "duty", "choice", "safety"] };

    public static readonly QuizPlan Quiz = new() { Id = "quiz", Title = "Check the law", Minutes = 5, Script = "Answer.", Early = "Read again.", Pace = QuizPace.Teacher, Items = ["clause", "cases", "order"], Seconds = 30 };

    public static readonly QuizPlan SelfPaced = Quiz with { Pace = QuizPace.Self, Seconds = null };

    public static readonly DebatePlan Debate = new() { Id = "debate", Title = "Argue both sides", Minutes = 15, Script = "Argue.", Early = "Answer somebody.", Sides = SideRule.Lot };

    public static readonly DebatePlan BothSides = Debate with { Sides = SideRule.Both };

    public static readonly ControversyPlan Controversy = new() { Id = "controversy", Title = "Argue in teams", Minutes = 25, Script = "Sit with your team.", Early = "Read the other side again.", Reasons = 2, Phases = new PhaseMinutes() };

    public static readonly SourceCheckPlan SourceCheck = new() { Id = "sourceCheck", Title = "Check a text", Minutes = 12, Script = "Judge.", Early = "Look one up.", Check = "summary" };

    public static readonly ReflectionPlan Reflection = new() { Id = "reflection", Title = "Look back", Minutes = 4, Script = "Write.", Early = "Read your own again.", Prompts = ["What was the strongest point of the other side?", "What is still open?"] };

    public static readonly PollPlan Before = new() { Id = "poll", Title = "Where do you lean?", Minutes = 2, Script = "Say it for yourself.", Early = "Read." };

    public static readonly PollPlan After = Before with { Id = "poll-2" };

    public static readonly Pack Pack = new()
    {
        Format = 1,
        Id = "small",
        Title = "A small topic",
        Question = "Should local police have to help?",
        Summary = "Who decides.",
        Language = "en",
        AsOf = "2026-06",
        Positions = [new Position(Require, "Cooperation should be required", "Required"), new Position(Choose, "Cooperation should be a local choice", "Local choice")],
        Norms = ["Never write about anyone's immigration status.", "Answer arguments, not people."],
        Readings =
        [
            Excerpt("powers", Pack.Background, "How powers are split", "The Constitution names the powers of Congress.", "Other powers stay with the states."),
            Excerpt("duty", Require, "One nation, one law", "Federal law reaches every city. It works best when officers help each other.", "A shared duty is fair to all."),
            Excerpt("choice", Choose, "Trust is local", "Police need witnesses who dare to call. A city knows its own streets.", "Help that is chosen lasts."),
            Excerpt("safety", Choose, "Whose budget", "Counties pay for their jails."),
        ],
        Quiz =
        [
            Item("clause", ItemKind.Single, [("Article VI", true), ("Article I", false), ("Article X", false)]),
            Item("cases", ItemKind.Multiple, [("Printz", true), ("Murphy", true), ("Marbury", false), ("Miranda", false)]),
            Item("order", ItemKind.TrueFalse, [("True", false), ("False", true)]),
        ],
        SourceChecks =
        [
            new SourceCheck
            {
                Id = "summary",
                Title = "A short summary",
                About = "Without a name and a date.",
                AsOf = "2026-06",
                Paragraphs = ["Some police will not help.", "A chief is quoted.", "It is called defiance."],
                Claims = [Claim("no-help", 1, Verdict.Outdated), Claim("chief", 2, Verdict.False), Claim("defiance", 3, Verdict.Opinion)],
            },
        ],
        Glossary = [new GlossaryTerm("Detainer", ["detainers"], "A request to hold somebody longer.")],
        Lessons = [],
    };

    public static LessonPlan Plan(params StepPlan[] steps) => new()
    {
        Id = "lesson",
        Title = "A lesson",
        Summary = "A short lesson.",
        Minutes = 40,
        Objectives = ["Argue well."],
        Steps = steps,
    };

    /// <summary>Each paragraph is given as one text; its sentences end with a full stop.</summary>
    private static Excerpt Excerpt(string id, string side, string title, params string[] paragraphs) => new()
    {
        Id = id,
        Side = side,
        Title = title,
        Author = "Written for this class",
        Publisher = "CivicsClass",
        Date = "2026-06",
        Kind = SourceKind.Secondary,
        Language = "en",
        Sources = [new Source("A source", null, null)],
        Blocks = [.. paragraphs.Select((p, at) => new Block(BlockKind.Paragraph, at + 1, [.. p.Split(". ").Select(s => s.TrimEnd('.') + ".")]))],
    };

    private static CheckedClaim Claim(string id, int paragraph, Verdict verdict) => new()
    {
        Id = id,
        Text = $"The claim {id}.",
        Paragraph = paragraph,
        Verdict = verdict,
        Reason = $"VERDICT-REASON-{id}",
        Evidence = [new Source($"VERDICT-EVIDENCE-{id}", "https://example.org/evidence", null)],
        RestsOn = [new ParagraphRef("powers", 1)],
        ChangeMind = $"VERDICT-CHANGE-{id}",
    };

    private static QuizItem Item(string id, ItemKind kind, (string Text, bool Correct)[] options) => new()
    {
        Id = id,
        Kind = kind,
        Stem = $"What about {id}?",
        Options = [.. options.Select((o, at) => new Option($"{(char)('a' + at)}", o.Text, o.Correct, o.Correct ? null : $"SECRET-MISCONCEPTION-{id}", $"SECRET-FEEDBACK-{id}"))],
        Explanation = $"SECRET-EXPLANATION-{id}",
        RestsOn = [new ParagraphRef("powers", 1)],
        Difficulty = Difficulty.Easy,
        Helps = "neither",
    };
}
