using System.Security.Cryptography;
using System.Text;

namespace CivicsClass.Library.Editing;

/// <summary>A change that is kept to undo it: what stood there before and after.</summary>
public interface IKeptChange
{
    int Number { get; }
    string Path { get; }
    string? Before { get; }
    string? After { get; }
    string By { get; }
    DateTime At { get; }
}

/// <summary>A change that can be taken back, or taken up again. <c>By</c>: whose act that takes back, and <c>At</c>: of when; who made the change, or who undid it.</summary>
public sealed record UndoStep(int Number, string By, DateTime At);

/// <summary>What stands and what was undone, of changes read from the oldest. A change that puts back what another one changed has undone it.</summary>
public sealed class UndoStacks
{
    private sealed record Step(int Number, string Path, string Before, string After, string By, DateTime At)
    {
        public bool Undoes(Step other) => Path == other.Path && Before == other.After && After == other.Before;
        public bool Repeats(Step other) => Path == other.Path && Before == other.Before && After == other.After;
    }

    private readonly Stack<Step> _done = new();
    private readonly Stack<(Step Change, Step Back)> _undone = new();

    public UndoStep? Undo => _done.TryPeek(out var step) ? new UndoStep(step.Number, step.By, step.At) : null;
    public UndoStep? Redo => _undone.TryPeek(out var step) ? new UndoStep(step.Change.Number, step.Back.By, step.Back.At) : null;

    public void Add(IKeptChange change)
    {
        var step = new Step(change.Number, change.Path, Mark(change.Before), Mark(change.After), change.By, change.At);
        if (step.Before == step.After)
            return;
        if (_done.TryPeek(out var last) && step.Undoes(last))
            _undone.Push((_done.Pop(), step));
        else if (_undone.TryPeek(out var next) && step.Repeats(next.Change))
            _done.Push(_undone.Pop().Change);
        else
        {
            _undone.Clear();
            _done.Push(step);
        }
    }

    private static string Mark(string? text) => text is null ? "" : Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
