using CivicsClass.Sessions;

namespace CivicsClass.Tests.Sessions;

/// <summary>A text that says HOLD is held.</summary>
internal sealed class HoldsCapitals : IWatch
{
    public const string Word = "HOLD";

    public IEnumerable<HoldMark> Look(string field, string text) =>
        text.IndexOf(Word, StringComparison.Ordinal) is >= 0 and var at ? [new HoldMark(field, at, Word.Length, HoldReason.Status)] : [];
}
