using System.Text;
using System.Text.RegularExpressions;
using CivicsClass.Controversies;
using CivicsClass.Debates;
using CivicsClass.Lessons;
using CivicsClass.Library;
using CivicsClass.Library.Files;
using CivicsClass.Norms;
using CivicsClass.Polls;
using CivicsClass.Quizzes;
using CivicsClass.Readings;
using CivicsClass.Reflections;
using CivicsClass.SourceChecks;
using FsCheck;
using FsCheck.Fluent;

namespace CivicsClass.Tests.Library.Files;

/// <summary>Packs that keep every rule and whose texts hold what YAML and Markdown may stumble over.</summary>
internal sealed class NastyPacks(int seed)
{
    private static readonly string[] Pieces =
    [
        "yes", "No", "null", "~", "1e3", "0x1F", "2024", "2024-05-01", "12:30", ": #", "a: b", "x #y", ":", "#", "- ", "-", "--", "---", "...", "? ", "?", "[a]", "{b}", "&anchor", "*alias", "!tag", "|", ">", "%", "@", "`",
        "\"", "'", "\\", "\\n", "\\u0041", "“quoted”", "’", "\u00A0", "\u2028", "\t", "\n", "\u0007", "\uFEFF", "\u200B", "שלום", "\u200Fمرحبا\u200E", "\u202Ex", "李。再见。", "Zoë", "e\u0301", "🗳️", "👩‍⚖️", "\uFFFF",
        "*", "**b**", "_", "__", "a_b", "[", "]", "](", "![", "<b>", "</p>", "<", "3 < 4", "&amp;", "&#8217;", "&NoBreak;", "AT&T", "##", "+", "=", "===", "1.", "12)", "•", "~~~", "``", "[x]: y", "Table:", "Table: x", "|---|", "http://x.y/z", "(", ")",
        "^", "[^", "[^1]", "[1]", "[2]", "[3](x)", "[1]: x", "Wow![1]", "[9]", "Mr. Lee", "v. United", "No. 5", "U.S. The end.", "Ends. Begins", "Why? So!", "8 C.F.R. 287.7", "word", "Some words here", "日本語", " ", "  ",
    ];

    private static readonly string[] Sides = ["require", "choose"];

    private readonly Random _random = new(seed);

    public List<Picture> Pictures { get; } = [];

    public static Arbitrary<int> Seeds { get; } = Arb.From(Gen.Choose(0, int.MaxValue));

    public Pack Make()
    {
        var readings = Enumerable.Range(0, Number(2, 5)).Select(Reading).ToList();
        var quiz = Enumerable.Range(0, Number(0, 4)).Select(i => Item(i, readings[0].Id)).ToList();
        var checks = Enumerable.Range(0, Number(0, 3)).Select(Check).OrderBy(_ => Number(0, 9)).ToList();
        var lessons = Enumerable.Range(1, Number(1, 3)).Select(i => Lesson(i, readings, quiz, checks)).OrderBy(_ => Number(0, 9)).ToList();
        var codes = quiz.SelectMany(q => q.Standards).Distinct().ToList();
        return new Pack
        {
            Format = 1, Id = "a-pack", Title = Text(), Question = Text(), Summary = Text(), Language = "es", AsOf = "2026-05",
            Positions = [new(Sides[0], "a " + Text(), Short()), new(Sides[1], "b " + Text(), Short())],
            Norms = Texts(3, 5),
            Readings = readings,
            Quiz = quiz,
            SourceChecks = checks,
            Glossary = [.. Enumerable.Range(0, Number(0, 3)).Select(i => new GlossaryTerm($"{i} {Short()}", [.. Enumerable.Range(0, Number(0, 3)).Select(j => $"{i}{j} {Short()}")], Text()))],
            Lessons = lessons,
            Standards = Number(0, 2) == 0 || codes.Count == 0 ? null : [.. codes.Select(c => new Standard(c, Short(), Text(), Number(0, 2) == 0 ? null : Text(), [.. lessons.Select(l => l.Id).Take(Number(0, 3))]))],
        };
    }

    private Excerpt Reading(int index) => new()
    {
        Id = $"text{Number(0, 9)}-{index}", Side = index < 2 ? Sides[index] : Pack.Background, Title = Text(), Author = Text(), Publisher = Text(), Date = "2024", Kind = (SourceKind)Number(0, 3), LawAsOf = "2026-03",
        Language = Number(0, 2) == 0 ? "es" : "zh-Hans", Rights = Number(0, 2) == 0 ? null : Rights.Licence + Text(), Sources = [Source(), Source()], Blocks = Blocks(),
    };

    private Source Source() => new(Text(), Number(0, 2) == 0 ? null : "https://example.org/a?b=c#d", Number(0, 2) == 0 ? null : Text()) { Institution = Number(0, 2) == 0 ? null : (Institution)Number(0, 10) };

    public IReadOnlyList<Block> Blocks()
    {
        var list = new BlockList();
        var notes = Number(0, 4);
        for (var at = Number(1, 7); at > 0; at--)
            AddTo(list);
        list.Text(BlockKind.Paragraph, "It ends" + string.Concat(Enumerable.Range(1, notes).Select(n => $"{(Number(0, 2) == 0 ? " and." : "")}[{n}]")));
        for (var note = 1; note <= notes; note++)
            list.Note(note, Number(0, 5) == 0 ? "" : Words());
        return [.. list.Done().Select(b => Number(0, 4) == 0 && b.Kind is BlockKind.Paragraph or BlockKind.Quote or BlockKind.List or BlockKind.Note ? Divided(b) : b)];
    }

    private void AddTo(BlockList list)
    {
        switch (Number(0, 6))
        {
            case 0: list.Heading(Number(1, 5), Words()); break;
            case 1: list.Text(BlockKind.Quote, Words()); break;
            case 2:
                for (var items = Number(1, 6); items > 0; items--)
                    list.Text(BlockKind.List, Words(), Number(1, 5), Number(0, 2) == 0 ? $"{Number(0, 40)}." : null);
                break;
            case 3:
                var columns = Number(1, 4);
                list.Table(new TableText(Number(0, 2) == 0 ? "" : Words().Trim(), Cells(columns), [.. Enumerable.Range(0, Number(1, 4)).Select(_ => Cells(columns))]));
                break;
            case 4:
                Pictures.Add(Picture.Of([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, (byte)Number(0, 256), (byte)Number(0, 256)]).Picture!);
                list.Image(Words(), Pictures[^1].Name);
                break;
            default: list.Text(BlockKind.Paragraph, Words()); break;
        }
    }

    /// <summary>Sentences that no rule would divide so.</summary>
    private Block Divided(Block block)
    {
        var sentences = new List<string>();
        foreach (var word in string.Join(' ', block.Sentences).Split(' '))
            if (sentences.Count == 0 || Number(0, 4) == 0)
                sentences.Add(word);
            else
                sentences[^1] += " " + word;
        return block with { Sentences = sentences };
    }

    private List<string> Cells(int columns) => [.. Enumerable.Range(0, columns).Select(_ => Number(0, 4) == 0 ? "" : Words().Trim())];

    private QuizItem Item(int index, string reading)
    {
        var kind = (ItemKind)Number(0, 3);
        var texts = kind == ItemKind.TrueFalse ? ["True", "False"] : Enumerable.Range(0, Number(3, 7)).Select(i => $"{Text()} {i}").ToArray();
        return new QuizItem
        {
            Id = $"item-{index}", Kind = kind, Stem = Text(), Explanation = Text(), Difficulty = (Difficulty)Number(0, 3), Helps = Number(0, 2) == 0 ? "neither" : Sides[0], AsOf = "2026-02",
            RestsOn = [new(reading, 1)], Standards = Texts(0, 3),
            Options = [.. texts.Select((t, i) => new Option(((char)('a' + i)).ToString(), t, i == 1, i == 1 || Number(0, 2) == 0 ? null : Text(), Text()))],
        };
    }

    private SourceCheck Check(int index) => new()
    {
        Id = $"check-{index}", Title = Text(), About = Text(), AsOf = "2026-02-03", Paragraphs = Texts(2, 4),
        Claims = [.. Enumerable.Range(0, Number(1, 3)).Select(i => new CheckedClaim { Id = $"claim-{i}", Text = Text(), Paragraph = 2, Verdict = (Verdict)Number(0, 6), Reason = Text(), Evidence = [Source()], RestsOn = [], ChangeMind = Text() })],
    };

    private LessonPlan Lesson(int index, List<Excerpt> readings, List<QuizItem> quiz, List<SourceCheck> checks)
    {
        var steps = new List<StepPlan> { new NormsPlan { Id = "norms", Title = "Norms", Minutes = 1, Script = Text(), Early = Text() } };
        steps.Add(new ReadingPlan { Id = "reading", Title = Text(), Minutes = 3, Script = Text(), Early = Text(), Readings = [readings[0].Id, readings[1].Id] });
        steps.Add(new DebatePlan { Id = "debate", Title = "Debate", Minutes = 3, Script = Text(), Early = Text(), Sides = (SideRule)Number(0, 2), Prompt = Number(0, 2) == 0 ? null : Text() });
        var (phases, switches) = (new PhaseMinutes(Number(1, 9), Number(1, 9), Number(1, 9), Number(1, 9), Number(1, 9)), Number(0, 3));
        steps.Add(new ControversyPlan
        {
            Id = "controversy", Title = Number(0, 2) == 0 ? "Controversy" : Text(), Minutes = phases.Together(switches), Script = Text(), Early = Text(), Prompt = Number(0, 2) == 0 ? null : Text(),
            Written = Number(0, 2) == 0, Switches = switches, TwoPeriods = Number(0, 2) == 0, Reasons = Number(1, 6), Phases = phases,
        });
        steps.Add(new ReflectionPlan { Id = "reflection", Title = Text(), Minutes = 3, Script = Text(), Early = Text(), Prompts = Texts(1, 4) });
        steps.Add(new PollPlan { Id = "poll", Title = Number(0, 2) == 0 ? "Where do you lean?" : Text(), Minutes = 1, Script = Text(), Early = Text(), Prompt = Number(0, 2) == 0 ? null : Text() });
        if (quiz.Count > 0)
        {
            steps.Add(new QuizPlan { Id = "quiz", Title = "Quiz on the law", Minutes = 3, Script = Text(), Early = Text(), Pace = QuizPace.Teacher, Items = [quiz[0].Id], Seconds = Number(0, 2) == 0 ? null : 30 });
            steps.Add(new QuizPlan { Id = "quiz-2", Title = Text(), Minutes = 3, Script = Text(), Early = Text(), Pace = QuizPace.Self, Items = [.. quiz.Select(q => q.Id)] });
        }
        if (checks.Count > 0)
            steps.Add(new SourceCheckPlan { Id = "sourceCheck", Title = "Source check", Minutes = 3, Script = Text(), Early = Text(), Check = checks[0].Id, Claims = Number(0, 2) == 0 ? [] : ["claim-0"] });
        return new LessonPlan { Id = $"lesson-{index}", Title = Text(), Summary = Text(), Minutes = 120, Objectives = Texts(1, 4), Steps = steps };
    }

    private IReadOnlyList<string> Texts(int least, int beyond) => [.. Enumerable.Range(0, Number(least, beyond)).Select(_ => Text())];

    /// <summary>A text of a field, in the room that the reader leaves it.</summary>
    private string Text() => Regex.Replace(Words(), @"\s+", " ").Trim() is { Length: > 0 } text ? text : "word";

    private string Short() => Text() is var text && text.Length > 30 ? "A name" : text;

    private string Words()
    {
        var room = Number(0, 3) == 0 ? "" : " ";
        var words = new StringBuilder();
        for (var pieces = Number(1, 6); pieces > 0; pieces--)
            words.Append(Pieces[Number(0, Pieces.Length)]).Append(room);
        return string.IsNullOrWhiteSpace(words.ToString()) ? "word" : words.ToString();
    }

    private int Number(int least, int beyond) => _random.Next(least, beyond);
}
