using CivicsClass.Sessions;

namespace CivicsClass.Debates;

/// <summary>Who writes for which side, by lot and balanced. The draw is recorded, so replay never draws again.</summary>
internal sealed class Lots(LiveSession session)
{
    private readonly Dictionary<string, string> _sides = [];
    private Dictionary<string, string>? _view;

    public string? Of(string participant) => _sides.GetValueOrDefault(participant);

    public IReadOnlyDictionary<string, string> View => _view ??= new Dictionary<string, string>(_sides);

    /// <summary>Those of the class who have no side yet, in the order the seed shuffles them to.</summary>
    public string[] Undrawn() => [.. session.Seated.Select(p => p.Id).Where(id => !_sides.ContainsKey(id)).OrderBy(Chance)];

    /// <summary>The side with fewer of those present; the seed decides when both have as many.</summary>
    public string Draw(string participant)
    {
        var (one, other) = (session.Pack.Positions[0].Id, session.Pack.Positions[1].Id);
        var ahead = _sides.Where(s => session.IsSeated(s.Key)).Sum(s => s.Value == one ? 1 : -1);
        return ahead == 0 ? (Chance(participant) & 1) == 0 ? one : other : ahead < 0 ? one : other;
    }

    public void Take(string participant, string side)
    {
        _sides[participant] = side;
        _view = null;
    }

    /// <summary>Evenly spread over 32 bits: Murmur3's finaliser over seed and seat.</summary>
    private uint Chance(string participant)
    {
        var mixed = unchecked((uint)session.Seed ^ ((uint)session.SeatNumber(participant) * 0x9E3779B9));
        mixed = unchecked((mixed ^ (mixed >> 16)) * 0x85EBCA6B);
        mixed = unchecked((mixed ^ (mixed >> 13)) * 0xC2B2AE35);
        return mixed ^ (mixed >> 16);
    }
}
