using CivicsClass.Sessions;

namespace CivicsClass.Debates;

/// <summary>Held arguments stand in the queue like all others; any decision on one ends the hold.</summary>
public sealed partial class DebateStep
{
    public override void Judged(long seq, string item, TextVerdict verdict, TextReturned? because)
    {
        _teacherView = null;
        var argument = _arguments[item];
        _last.Remove(item);
        switch (verdict)
        {
            case TextVerdict.Erased:
                Put(argument.Erased());
                break;
            case TextVerdict.Returned when argument.Status == ArgumentStatus.Pending && argument.Seq == seq:
                _decisions.Returned(argument);
                Put(argument.Returned(because!.Reason, because.Note));
                break;
            case TextVerdict.Released when argument.Seq == seq:
                Put(argument with { Held = null });
                break;
        }
    }

    public override bool QueuesHeldTexts => true;

    public override string WhatIs(string item) => _arguments[item].Card.Kind switch
    {
        ArgumentKind.Argue => "An argument",
        ArgumentKind.Ask => "A question about an argument",
        _ => "An answer to an argument",
    };

    public override IEnumerable<string> ReadersOf(string item) => [_arguments[item].Author];
}
