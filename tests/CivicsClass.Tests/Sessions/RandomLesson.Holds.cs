using CivicsClass.Sessions;

namespace CivicsClass.Tests.Sessions;

internal sealed partial class RandomLesson
{
    /// <summary>Some texts are such that they are held.</summary>
    private string Sometimes(string text) => _dice.Next(4) == 0 ? $"{HoldsCapitals.Word} {text}" : text;

    private SessionCommand Judgement()
    {
        var held = Room.Session.Written.Held.Values.OrderBy(h => h.IsSettled).Select(h => h.Seq).ToArray();
        var seq = held.Length == 0 ? Room.Session.Seq : _dice.Next(4) == 0 ? Pick(held) : held[0];
        return _dice.Next(5) switch
        {
            0 or 1 => new ReleaseText(seq),
            2 => new ReturnText(seq, Pick(Reasons), _dice.Next(2) == 0 ? null : "A note."),
            3 => new KeepIncident(seq),
            _ => new EraseText(seq),
        };
    }
}
