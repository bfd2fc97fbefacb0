using CivicsClass.Debates;

namespace CivicsClass.Reports;

/// <summary>A card's place on the argument map, in cells.</summary>
/// <param name="Half">0 or 1: its position's place in the session's order.</param>
public sealed record MapPlace(string Id, int Strip, int Half, int Row);

/// <summary>Where every card of a board stands, by the rules of the student's map (client/debates/map.ts; map.cases.json holds both to them):
/// each side has its half, a thread takes lines of its own, what answers from the other side stands across from what it answers.</summary>
public sealed record MapLayout(IReadOnlyList<MapPlace> Places, int Strips, int Rows)
{
    /// <param name="strips">The most that may stand side by side.</param>
    public static MapLayout Of(IReadOnlyList<string> order, IReadOnlyDictionary<string, ArgumentCard> cards, IReadOnlyList<string> sides, int strips = 1) =>
        new Layout(order, cards, [.. sides]).In(strips);

    private sealed class Layout
    {
        private static readonly int[] Halves = [0, 1];

        private readonly IReadOnlyDictionary<string, ArgumentCard> _cards;
        private readonly List<string> _sides;
        private readonly List<string> _roots;
        private readonly ILookup<string, string> _answers;

        public Layout(IReadOnlyList<string> order, IReadOnlyDictionary<string, ArgumentCard> cards, List<string> sides)
        {
            (_cards, _sides) = (cards, sides);
            bool StandsAlone(string id) => cards[id].On is not { } on || !cards.ContainsKey(on);
            _roots = [.. sides.SelectMany(side => order.Where(id => StandsAlone(id) && cards[id].Side == side).Reverse())];
            _answers = order.Where(id => !StandsAlone(id)).ToLookup(id => cards[id].On!);
        }

        public MapLayout In(int strips)
        {
            var blocks = _roots.OrderByDescending(Beneath).Select(Block).ToList();
            var most = Math.Max((int)Math.Ceiling(blocks.Sum(b => b.Rows) / (double)strips), blocks.Select(b => b.Rows).DefaultIfEmpty(1).Max());
            var places = new List<MapPlace>();
            var (strip, row, rows) = (0, 0, 0);
            foreach (var block in Paired(blocks))
            {
                if (row > 0 && row + block.Rows > most && strip + 1 < strips)
                    (strip, row) = (strip + 1, 0);
                places.AddRange(block.Places.Select(p => p with { Strip = strip, Row = row + p.Row }));
                row += block.Rows;
                rows = Math.Max(rows, row);
            }
            return new MapLayout(places, strip + 1, rows);
        }

        private int Beneath(string id) => _answers[id].Sum(answer => 1 + Beneath(answer));

        private (List<MapPlace> Places, int Rows) Block(string root)
        {
            var next = new int[2];
            var places = new List<MapPlace>();
            void Put(string id, int least, int from)
            {
                var half = Math.Max(0, _sides.IndexOf(_cards[id].Side));
                var row = Math.Max(next[half], half == from ? least + 1 : least);
                next[half] = row + 1;
                places.Add(new MapPlace(id, 0, half, row));
                foreach (var answer in _answers[id])
                    Put(answer, row, half);
            }
            Put(root, 0, -1);
            return (places, next.Max());
        }

        /// <summary>Two arguments that nobody has answered, one of each side, share a line.</summary>
        private static IEnumerable<(List<MapPlace> Places, int Rows)> Paired(List<(List<MapPlace> Places, int Rows)> blocks)
        {
            var halves = Halves.Select(half => blocks.Where(b => b.Places is [var only] && only.Half == half).Select(b => b.Places[0]).ToList()).ToArray();
            var lines = Enumerable.Range(0, halves.Max(h => h.Count)).Select(at => (halves.Where(h => at < h.Count).Select(h => h[at]).ToList(), 1));
            return blocks.Where(b => b.Places.Count > 1).Concat(lines);
        }
    }
}
