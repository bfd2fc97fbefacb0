using System.Globalization;
using CivicsClass.Debates;

namespace CivicsClass.Controversies;

internal enum Said { Presented, Restated, Note }

/// <param name="Text">Absent when it was spoken.</param>
internal sealed record Words(string? Text, string By, long Seq, bool IsWaiting, FeedbackView? Feedback = null)
{
    public bool IsShown => !IsWaiting && Feedback is null;
}

/// <summary>Where a team stands in presenting and restating, and what was written in it. A held text moves nothing on before it is released.</summary>
internal sealed class Speaking(Pair begins)
{
    private readonly Dictionary<(Said What, int Turn, int Round), Words> _words = [];

    public int Turn { get; private set; }
    public Stage Stage { get; private set; }
    public int Round { get; private set; }
    /// <summary>Whether the pair whose turn it was has presented.</summary>
    public bool[] HasPresented { get; } = new bool[2];

    public Pair PresenterOf(int turn) => turn == 0 ? begins : Seating.Other(begins);
    public bool HasWords => _words.Count > 0 || HasPresented[0] || HasPresented[1];
    public bool IsWaiting => _words.Values.Any(w => w.IsWaiting);

    public Words? Find(Said what, int turn, int round) => _words.GetValueOrDefault((what, turn, round));

    /// <summary>To be said next in this stage, as it stands so far.</summary>
    public Words? Current => Stage switch
    {
        Stage.Presenting => Find(Said.Presented, Turn, 0),
        Stage.Restating => Find(Said.Restated, Turn, Round),
        Stage.Judging => Find(Said.Note, Turn, Round),
        _ => null,
    };

    public void Say(Said what, int turn, int round, Words words)
    {
        _words[(what, turn, round)] = words;
        if (!words.IsWaiting)
            GoOn(what, turn, round);
    }

    public void Accept(int turn)
    {
        if (turn == Turn && Stage != Stage.Done)
            (Turn, Stage, Round) = turn == 0 ? (1, Stage.Presenting, 0) : (1, Stage.Done, Round);
    }

    /// <param name="turn">2: done.</param>
    public void MoveTo(int turn) => (Turn, Stage, Round) = turn > 1 ? (1, Stage.Done, 0) : (turn, Stage.Presenting, 0);

    public void Release((Said What, int Turn, int Round) key, long seq)
    {
        if (_words.GetValueOrDefault(key) is not { IsWaiting: true } words || words.Seq != seq)
            return;
        _words[key] = words with { IsWaiting = false };
        GoOn(key.What, key.Turn, key.Round);
    }

    public void Return((Said What, int Turn, int Round) key, long seq, FeedbackView feedback)
    {
        if (_words.GetValueOrDefault(key) is { IsWaiting: true } words && words.Seq == seq)
            _words[key] = words with { IsWaiting = false, Feedback = feedback };
    }

    /// <summary>Without the restatement there is nothing to judge.</summary>
    public void Erase((Said What, int Turn, int Round) key)
    {
        _words.Remove(key);
        if (key == (Said.Restated, Turn, Round) && Stage == Stage.Judging)
            Stage = Stage.Restating;
    }

    private void GoOn(Said what, int turn, int round)
    {
        if (what == Said.Presented)
            HasPresented[turn] = true;
        if (turn != Turn || (what != Said.Presented && round != Round))
            return;
        (Stage, Round) = (what, Stage) switch
        {
            (Said.Presented, Stage.Presenting) => (Stage.Restating, 0),
            (Said.Restated, Stage.Restating) => (Stage.Judging, Round),
            (Said.Note, Stage.Judging) => (Stage.Restating, Round + 1),
            var (_, stage) => (stage, Round),
        };
    }

    /// <param name="participant">Absent: the teacher.</param>
    public PresentingView View(string? participant)
    {
        var restated = Enumerable.Range(0, Round + 1).Reverse().Select(r => Text(Said.Restated, r, participant)).FirstOrDefault(t => t is not null);
        var note = Enumerable.Range(0, Round + 1).Reverse().Select(r => Text(Said.Note, r, participant)).FirstOrDefault(t => t is not null);
        return new PresentingView(Turn, PresenterOf(Turn), Stage, Round, Text(Said.Presented, 0, participant), restated, note,
            Current is { IsWaiting: true }, Current is { } words && (participant is null || words.By == participant) ? words.Feedback : null);
    }

    private string? Text(Said what, int round, string? participant) =>
        Find(what, Turn, round) is { } words && (words.IsShown || participant is null || words.By == participant) ? words.Text : null;

    /// <summary>As <see cref="CivicsClass.Sessions.IWritten.Item"/> of the three events writes it, without the team.</summary>
    public static (Said What, int Turn, int Round) KeyOf(string[] item) => (
        item[1] switch { "presented" => Said.Presented, "restated" => Said.Restated, _ => Said.Note },
        int.Parse(item[2], CultureInfo.InvariantCulture),
        item.Length > 3 ? int.Parse(item[3], CultureInfo.InvariantCulture) : 0);
}
