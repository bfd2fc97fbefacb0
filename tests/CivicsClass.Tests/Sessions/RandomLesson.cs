using CivicsClass.Debates;
using CivicsClass.Library;
using CivicsClass.Norms;
using CivicsClass.Quizzes;
using CivicsClass.Readings;
using CivicsClass.Reflections;
using CivicsClass.Sessions;
using CivicsClass.SourceChecks;

namespace CivicsClass.Tests.Sessions;

/// <summary>A lesson in which anybody may do anything at any moment. Each number makes one command out of what is there,
/// sensible or not; the verbs take it or refuse it.</summary>
internal sealed partial class RandomLesson
{
    private static readonly string[] Steps = ["norms", "reading", "quiz", "debate", "reflection", "quiz-2", "debate-2", "sourceCheck", "poll", "controversy"];
    private static readonly string[] Items = ["clause", "cases", "order"];
    private static readonly string[] Options = ["a", "b", "c"];
    private static readonly string[] Passages = ["duty.1.1", "duty.1.2", "choice.1.1", "powers.1.1"];
    private static readonly string[] Claims = ["no-help", "chief", "defiance"];
    private static readonly string[] Reasons = ["unclear", "off-topic", "nonsense"];

    private readonly int _opening;
    private Random _dice = new(0);
    private int _written;

    public RandomLesson(int opening)
    {
        _opening = opening;
        Room = Classroom.EmptyWith(
            opening,
            SampleLesson.Norms,
            SampleLesson.Reading,
            SampleLesson.Quiz,
            SampleLesson.Debate,
            SampleLesson.Reflection,
            SampleLesson.SelfPaced with { Id = "quiz-2" },
            SampleLesson.BothSides with { Id = "debate-2" },
            SampleLesson.SourceCheck,
            SampleLesson.Before,
            SampleLesson.Controversy);
        Join();
        Join();
        Join();
        SetTheScene();
    }

    public Classroom Room { get; }

    /// <summary>Carries out the command of one number.</summary>
    /// <returns>Who sent what under which id, and the answer; null when it was refused.</returns>
    public (Actor By, SessionCommand Command, Guid Id, long Seq)? Take(int moment)
    {
        _dice = new Random(unchecked((moment * 397) ^ _opening));
        Room.Wait(_dice.NextDouble() * 8, serverIsBusy: _dice.Next(4) == 0);
        if (_dice.Next(10) == 0)
            Room.Presence = new Presence(Room.Session.People.Keys.Where(_ => _dice.Next(3) == 0).ToDictionary(id => id, _ => (DateTime?)Room.Now));
        if (_dice.Next(30) == 0)
            Join();
        var (by, command) = _dice.Next(3) == 0 ? (Classroom.AnaActor, Teacher()) : (Actor.Student(Pick([.. Room.Session.People.Keys])), Student());
        var id = Guid.NewGuid();
        try
        {
            return (by, command, id, Room.Do(by, command, id));
        }
        catch (Refusal)
        {
            return null;
        }
    }

    /// <summary>Some lessons begin in the middle, so that few numbers reach far.</summary>
    private void SetTheScene()
    {
        if (_opening % 3 == 0)
            return;
        Room.Ana(new OpenStep(_opening % 3 == 1 ? "quiz" : "reading"));
        if (_opening % 3 == 1)
            return;
        if (_opening % 5 == 0)
        {
            TeamUp();
            return;
        }
        Room.Ben(new KeepPassage("reading", Passages[0]));
        Room.Ben(new AcceptNorms("norms"));
        Room.Chi(new AcceptNorms("norms"));
        Room.Ana(new OpenStep("debate-2"));
        for (var n = 0; n < 3; n++)
            Room.Ben(Argue("debate-2", Passages[0]));
        Room.Ben(Argue("debate-2", Passages[0]) with { Claim = $"{HoldsCapitals.Word} CLAIM." });
        Room.Ana(new ApproveArgument("debate-2", "a1", 1));
        Room.Chi(Argue("debate-2", Passages[0]) with { ArgumentKind = ArgumentKind.Rebut, On = "a1", Side = Other(Card("debate-2", "a1")!.Side), Quotations = [] });
    }

    private void Join()
    {
        try { Room.Joins($"NAME-{Room.Session.People.Count} Realname"); }
        catch (Refusal) { }
    }

    private SessionCommand Teacher() => _dice.Next(30) switch
    {
        > 27 => Helps(),
        > 25 => Judgement(),
        > 21 => Leads(),
        0 or 1 or 2 or 3 => new OpenStep(Pick(Steps)),
        4 => _dice.Next(3) == 0 ? new CloseStep() : new SkipStep(Pick(Steps)),
        5 => new PauseLesson(_dice.Next(4) == 0),
        6 => new CallEyesUp(_dice.Next(4) == 0),
        7 => new ExtendTime(_dice.Next(-30, 120)),
        8 => _dice.Next(2) == 0 ? new LockDoor(_dice.Next(4) == 0) : new PausePosting(Person(), _dice.Next(4) == 0),
        9 => _dice.Next(8) switch { 0 => new RemoveStudent(Person()), 1 when _dice.Next(2) == 0 => new EndSession(), _ => new OpenQuestion("quiz", Pick(Items)) },
        10 or 11 => new OpenQuestion(Quiz(), Pick(Items)),
        12 => new CloseQuestion(Quiz(), Pick(Items)),
        13 => _dice.Next(4) == 0 ? new RevealQuiz(Quiz()) : new RevealQuestion(Quiz(), Pick(Items)),
        14 => _dice.Next(2) == 0 ? Undo(Debate()) : Spotlight(Debate()),
        20 => new RevealClaim("sourceCheck", Pick(Claims)),
        21 => _dice.Next(4) == 0 ? new RevealClaims("sourceCheck") : new ShowClaim("sourceCheck", _dice.Next(3) == 0 ? null : Pick(Claims)),
        _ => Decision(Debate()),
    };

    private UndoDecision Undo(string debate) => Room.Log.Select(r => r.Event).LastOrDefault(e => e is ArgumentApproved or ArgumentReturned or ArgumentRemoved) switch
    {
        ArgumentApproved e => new(e.Step, e.Argument, e.Version),
        ArgumentReturned e => new(e.Step, e.Argument, e.Version),
        ArgumentRemoved e => new(e.Step, e.Argument, e.Version),
        _ => new(debate, "a1", 1),
    };

    private SpotlightArgument Spotlight(string debate) => new(debate, _dice.Next(4) == 0 ? null : Argument(debate).Id);

    private SessionCommand Decision(string debate)
    {
        var (argument, version) = Argument(debate);
        if (_dice.Next(5) == 0)
            version = 1;
        return _dice.Next(6) switch
        {
            0 or 1 => new ReturnArgument(debate, argument, version, Pick(Reasons), _dice.Next(2) == 0 ? null : "A note."),
            2 => new RemoveArgument(debate, argument, version, Pick(Reasons), null),
            _ => new ApproveArgument(debate, argument, version),
        };
    }

    private SessionCommand Student() => _dice.Next(20) switch
    {
        > 18 => Asks(),
        > 14 => Teams(),
        0 => new AcceptNorms("norms"),
        1 => new KeepPassage("reading", Pick(Passages)),
        2 => _dice.Next(2) == 0 ? new DropPassage("reading", Pick(Passages)) : new FinishReading("reading", Pick(["powers", "duty", "choice", "safety"])),
        3 or 4 or 5 => new Answer(Quiz(), Pick(Items), [.. Options.Where(_ => _dice.Next(3) == 0)]),
        6 => new WriteReflection("reflection", Pick(["q1", "q2", "q3"]), $"PRIVATE-{++_written}"),
        7 => Withdrawal(Debate()),
        8 or 9 => new JudgeClaim("sourceCheck", Pick(Claims), Pick(Enum.GetValues<Verdict>()), _dice.Next(6) == 0 ? "No." : $"PRIVATE-{++_written} for good reasons.", _dice.Next(5)),
        10 => Marking(Debate()),
        _ => Submission(),
    };

    private SubmitArgument Submission()
    {
        var submit = Argue(Debate());
        var kind = Pick(Enum.GetValues<ArgumentKind>());
        var on = kind == ArgumentKind.Argue ? null : Argument(submit.Step).Id;
        return submit with
        {
            Argument = _dice.Next(3) == 0 ? Argument(submit.Step).Id : null,
            ArgumentKind = kind,
            On = on,
            Side = (kind, on is null || _dice.Next(5) == 0 ? null : Card(submit.Step, on)) switch
            {
                (ArgumentKind.Support, { } answered) => answered.Side,
                (ArgumentKind.Rebut, { } answered) => Other(answered.Side),
                _ => submit.Side,
            },
            Reason = _dice.Next(5) == 0 ? null : "A reason.",
            Quotations = _dice.Next(4) == 0 ? [] : submit.Quotations,
            Counterclaim = _dice.Next(3) == 0 ? "They say otherwise." : null,
            Answer = _dice.Next(4) == 0 ? "It is not so." : null,
        };
    }

    private SubmitArgument Argue(string debate) =>
        Argue(debate, _dice.Next(3) == 0 ? Pick(Passages) : Passages[0]) with { Claim = Sometimes($"CLAIM-{_written}.") };

    private SubmitArgument Argue(string debate, string passage)
    {
        var exact = CivicsClass.Library.Passage.Find(SampleLesson.Pack, passage)!.Text;
        var side = Pick([SampleLesson.Require, SampleLesson.Choose]);
        return new SubmitArgument(debate, null, ArgumentKind.Argue, null, side, $"CLAIM-{++_written}.", Pick(Enum.GetValues<Basis>()), "A reason.", [new QuotationDraft(passage, exact)], null);
    }

    private string Person() => Pick([.. Room.Session.People.Keys]);
    private string Quiz() => Pick(["quiz", "quiz-2"]);
    private string Debate() => Pick(["debate", "debate-2"]);
    private MarkArgument Marking(string debate)
    {
        var (argument, version) = Argument(debate);
        return new MarkArgument(debate, argument, version, Pick(Enum.GetValues<Mark>()), _dice.Next(3) > 0);
    }

    private WithdrawArgument Withdrawal(string debate) => new(debate, Argument(debate).Id);

    /// <summary>One that is there, if any is, and its latest version.</summary>
    private (string Id, int Version) Argument(string debate)
    {
        var all = ((TeacherDebate)Room.Session.Step(debate).TeacherView()).Arguments.ToArray();
        return all.Length == 0 ? ("a1", 1) : Pick(Array.ConvertAll(all, a => (a.Key, a.Value.Card.Version)));
    }

    private ArgumentCard? Card(string debate, string argument) =>
        ((TeacherDebate)Room.Session.Step(debate).TeacherView()).Arguments.GetValueOrDefault(argument)?.Card;

    private static string Other(string side) => side == SampleLesson.Require ? SampleLesson.Choose : SampleLesson.Require;

    private T Pick<T>(T[] from) => from[_dice.Next(from.Length)];
}
