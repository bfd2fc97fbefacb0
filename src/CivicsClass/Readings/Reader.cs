using System.Globalization;
using Humanizer;

namespace CivicsClass.Readings;

/// <summary>What one student has kept and finished. Its view is made once per change.</summary>
internal sealed class Reader(IReadOnlyList<string> order)
{
    private readonly List<string> _tray = [];
    private readonly List<string> _finished = [];
    private MyReading? _view;
    private string _progress = "";

    public int Kept => _tray.Count;
    public bool HasFinishedAll => _finished.Count == order.Count;
    public string Progress => _progress;
    public MyReading View => _view ??= new MyReading(order, [.. _tray], [.. _finished]);

    public bool Has(string passage) => _tray.Contains(passage);
    public bool HasFinished(string reading) => _finished.Contains(reading);

    public void Keep(string passage)
    {
        _tray.Add(passage);
        _view = null;
    }

    public void Drop(string passage)
    {
        _tray.Remove(passage);
        _view = null;
    }

    public void Finish(string reading)
    {
        _finished.Add(reading);
        _progress = string.Create(CultureInfo.InvariantCulture, $"{_finished.Count} of {"text".ToQuantity(order.Count)}");
        _view = null;
    }
}
