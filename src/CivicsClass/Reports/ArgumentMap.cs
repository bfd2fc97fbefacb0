using System.Globalization;
using System.Xml.Linq;
using CivicsClass.Debates;
using CivicsClass.Sessions;

namespace CivicsClass.Reports;

/// <summary>Who answers whom in a debate, as an SVG without script or style sheet: colours are attributes, which a page's own style
/// sheet overrides. Only what stands on the board is in it, so nothing of what waits, was returned, removed or erased, and no author.</summary>
internal sealed class ArgumentMap
{
    private const int Width = 1000, Line = 84, Sign = 30, Margin = 14, Narrowest = 130, Worded = 24, Head = 44, Foot = 44, Letter = 8;
    private const string Ink = "#1a2130", Pale = "#545d70";
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly (string Name, string Ink, string Wash, string Line)[] Colours = [("side-a", "#56389c", "#f1ecfb", "#cfc2ee"), ("side-b", "#855000", "#fcf2df", "#ebcf9c")];

    private readonly DebateView _board;
    private readonly IReadOnlyList<Side> _sides;
    private readonly string _id;
    private readonly MapLayout _map;
    private readonly bool _hasWords;
    private readonly Dictionary<string, MapPlace> _places;

    private ArgumentMap(string step, DebateView board, IReadOnlyList<Side> sides)
    {
        (_board, _sides, _id) = (board, sides, $"map-{step}");
        string[] ids = [.. sides.Select(s => s.Id)];
        var worded = MapLayout.Of(board.Order, board.Cards, ids);
        _hasWords = board.Order.Count <= Worded;
        _map = _hasWords ? worded : MapLayout.Of(board.Order, board.Cards, ids, Math.Min(Width / Narrowest, (worded.Rows + 11) / 12));
        _places = _map.Places.ToDictionary(p => p.Id);
    }

    /// <summary>The map of each debate that has something on its board, by step.</summary>
    public static IReadOnlyDictionary<string, string> All(LiveSession session, IReadOnlyList<Side> sides) =>
        session.Steps.OfType<DebateStep>().Where(s => s.WasOpened).Select(s => (s.Id, Board: (DebateView)s.ClassView())).Where(s => s.Board.Order.Count > 0)
            .ToDictionary(s => s.Id, s => Of(s.Id, s.Board, sides));

    public static string Of(string step, DebateView board, IReadOnlyList<Side> sides) => new ArgumentMap(step, board, sides).Draw().ToString(SaveOptions.DisableFormatting);

    private double Row => _hasWords ? Line : Sign;
    private double Strip => (double)Width / _map.Strips;
    private double Gutter => Math.Clamp(Strip * 0.14, 36, 120);
    private double Cell => ((Strip - Gutter) / 2) - Margin;
    private double Reach => _hasWords ? Cell / 2 : Sign * 0.42;
    private double Tall => Head + (Math.Max(1, _map.Rows) * Row) + Foot;

    private XElement Draw() => new(Svg + "svg",
        new XAttribute("viewBox", $"0 0 {Width} {N(Tall)}"), new XAttribute("width", Width), new XAttribute("height", N(Tall)), new XAttribute("class", "argument-map"),
        new XAttribute("role", "img"), new XAttribute("aria-labelledby", $"{_id}-title {_id}-desc"), new XAttribute("font-family", "system-ui, sans-serif"), new XAttribute("font-size", 14),
        new XElement(Svg + "title", new XAttribute("id", $"{_id}-title"), MapWords.Clean($"Argument map: {_board.Prompt}")),
        new XElement(Svg + "desc", new XAttribute("id", $"{_id}-desc"), MapWords.Clean(Words())),
        new XElement(Svg + "defs", new XElement(Svg + "marker",
            At("id", $"{_id}-tip"), At("viewBox", "0 0 8 8"), At("refX", 7), At("refY", 4), At("markerUnits", "userSpaceOnUse"), At("markerWidth", 13), At("markerHeight", 13), At("orient", "auto-start-reverse"),
            new XElement(Svg + "path", At("class", "tip"), At("d", "M0 0L8 4L0 8Z"), At("fill", Pale)))),
        new XElement(Svg + "rect", At("class", "ground"), At("width", Width), At("height", N(Tall)), At("fill", "#ffffff")),
        _sides.Select(Heading), _board.Order.Select(Edge), _board.Order.Select(Node), Legend());

    private string Words() =>
        $"{_board.Order.Count} posts: {string.Join(", ", _sides.Select(s => $"{Count(s)} for {s.Short}"))}. Each side has its half. An arrow leads from an answer to what it answers.";

    private int Count(Side side) => _board.Cards.Values.Count(c => c.Side == side.Id);

    private XElement Heading(Side side, int half)
    {
        var (x, colour) = (half == 0 ? Margin : Width - Margin, Colour(side.Id));
        return new XElement(Svg + "g", At("class", colour.Name), Shape(side, half == 0 ? x + 8 : x - 8, Head / 2.0, 8),
            new XElement(Svg + "text", At("x", N(half == 0 ? x + 24 : x - 24)), At("y", N((Head / 2.0) + 5)), At("text-anchor", half == 0 ? "start" : "end"), At("font-weight", 600), At("class", "head"), At("fill", colour.Ink),
                MapWords.Clean($"{side.Short} ({Count(side)})")));
    }

    private XElement? Edge(string id)
    {
        var card = _board.Cards[id];
        if (card.On is not { } on || !_places.TryGetValue(on, out var to))
            return null;
        var from = _places[id];
        double Out(MapPlace place, bool inward) => X(place) + (inward == (place.Half == 0) ? Reach : -Reach);
        var (y1, y2) = (N(Y(from)), N(Y(to)));
        var bend = (from.Half == 0 ? -1 : 1) * (Margin - 3);
        var path = from.Half != to.Half
            ? $"M{N(Out(from, true))} {y1}L{N(Out(to, true))} {y2}"
            : $"M{N(Out(from, false))} {y1}C{N(Out(from, false) + bend)} {y1} {N(Out(from, false) + bend)} {y2} {N(Out(to, false))} {y2}";
        return Stroke(card.Kind, path, At("marker-end", $"url(#{_id}-tip)"));
    }

    private XElement Node(string id)
    {
        var (card, place) = (_board.Cards[id], _places[id]);
        var (x, y, colour) = (X(place), Y(place), Colour(card.Side));
        var words = MapWords.Clean(card.Kind == ArgumentKind.Argue ? card.Claim : $"{Kind(card.Kind)}: {card.Claim}");
        var node = new XElement(Svg + "g", At("class", $"node {Name(card.Kind)} {colour.Name}"), new XElement(Svg + "title", words));
        if (!_hasWords)
        {
            node.Add(Shape(_sides.First(s => s.Id == card.Side), x, y, Reach, isHollow: card.Kind == ArgumentKind.Ask));
            return node;
        }
        node.Add(new XElement(Svg + "rect", At("x", N(x - (Cell / 2))), At("y", N(y - (Row / 2) + 4)), At("width", N(Cell)), At("height", N(Row - 8)), At("rx", 8), At("fill", colour.Wash), At("stroke", colour.Line), At("stroke-width", 1.5)));
        var lines = MapWords.Broken(words, (int)(Cell - 24) / Letter);
        node.Add(lines.Select((line, at) => new XElement(Svg + "text",
            At("x", N(x)), At("y", N(y + 5 + ((at - ((lines.Count - 1) / 2.0)) * 19))), At("text-anchor", "middle"), At("unicode-bidi", "plaintext"), At("fill", Ink), line)));
        return node;
    }

    private XElement Legend() => new(Svg + "g", At("class", "legend"),
        new[] { ArgumentKind.Support, ArgumentKind.Rebut, ArgumentKind.Ask }.SelectMany((kind, at) => new[]
        {
            Stroke(kind, $"M{Margin + (at * 140)} {N(Tall - 18)}H{Margin + (at * 140) + 40}"),
            new XElement(Svg + "text", At("x", Margin + (at * 140) + 50), At("y", N(Tall - 13)), At("fill", Pale), Kind(kind).ToLowerInvariant()),
        }));

    private static XElement Stroke(ArgumentKind kind, string path, XAttribute? end = null) => new(Svg + "path",
        At("class", $"edge {Name(kind)}"), At("d", path), At("fill", "none"), At("stroke", kind == ArgumentKind.Rebut ? Ink : Pale), At("stroke-width", kind == ArgumentKind.Ask ? 3 : 2), end,
        kind switch { ArgumentKind.Rebut => At("stroke-dasharray", "9 4"), ArgumentKind.Ask => At("stroke-dasharray", "1 5"), _ => null },
        kind == ArgumentKind.Ask ? At("stroke-linecap", "round") : null);

    /// <summary>Each side has a shape beside its colour.</summary>
    private XElement Shape(Side side, double x, double y, double reach, bool isHollow = false)
    {
        var colour = Colour(side.Id);
        XAttribute[] look = [At("class", "shape"), At("fill", isHollow ? "#ffffff" : colour.Ink), At("stroke", colour.Ink), At("stroke-width", isHollow ? 3 : 0)];
        return side.Shape == "diamond"
            ? new XElement(Svg + "path", At("d", $"M{N(x)} {N(y - reach)}L{N(x + reach)} {N(y)}L{N(x)} {N(y + reach)}L{N(x - reach)} {N(y)}Z"), look)
            : new XElement(Svg + "circle", At("cx", N(x)), At("cy", N(y)), At("r", N(reach * 0.86)), look);
    }

    private (string Name, string Ink, string Wash, string Line) Colour(string side) => Colours[_sides.FirstOrDefault(s => s.Id == side)?.Shape == "diamond" ? 0 : 1];

    private double X(MapPlace place)
    {
        var left = (place.Strip * Strip) + Margin + (place.Half * (Cell + Gutter));
        return _hasWords ? left + (Cell / 2) : left + (place.Half == 0 ? Cell - Reach : Reach);
    }

    private double Y(MapPlace place) => Head + ((place.Row + 0.5) * Row);

    private static string Name(ArgumentKind kind) => kind.ToString().ToLowerInvariant();

    private static string Kind(ArgumentKind kind) => kind switch { ArgumentKind.Support => "Supports", ArgumentKind.Rebut => "Rebuts", ArgumentKind.Ask => "Asks", _ => "" };

    private static XAttribute At(string name, object value) => new(name, value is double number ? N(number) : value);

    private static string N(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
