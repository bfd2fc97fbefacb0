namespace CivicsClass.Sessions;

/// <summary>Friendly names that say nothing about a person: an adjective and an animal.</summary>
public static class Aliases
{
    private static readonly string[] Adjectives =
    [
        "Amber", "Bold", "Brave", "Bright", "Brisk", "Calm", "Candid", "Cheerful", "Civil", "Clear", "Clever", "Curious",
        "Daring", "Eager", "Earnest", "Fair", "Gentle", "Glad", "Golden", "Grand", "Honest", "Humble", "Jolly", "Keen",
        "Kind", "Lively", "Loyal", "Lucky", "Merry", "Mild", "Nimble", "Noble", "Open", "Patient", "Plucky", "Polite",
        "Proud", "Quick", "Quiet", "Ready", "Silver", "Steady", "Sunny", "Swift", "Tidy", "True", "Warm", "Wise",
    ];

    private static readonly string[] Animals =
    [
        "Badger", "Beaver", "Bison", "Bobcat", "Caribou", "Cougar", "Crane", "Curlew", "Deer", "Dolphin", "Dove", "Eagle",
        "Egret", "Elk", "Falcon", "Ferret", "Finch", "Gecko", "Goose", "Grouse", "Hare", "Hawk", "Heron", "Ibis",
        "Jay", "Kestrel", "Kite", "Lark", "Loon", "Lynx", "Marten", "Moose", "Newt", "Oriole", "Osprey", "Otter",
        "Owl", "Pelican", "Plover", "Puffin", "Quail", "Raven", "Robin", "Salmon", "Seal", "Sparrow", "Stork", "Swan",
        "Tern", "Thrush", "Turtle", "Walrus", "Warbler", "Wren",
    ];

    /// <summary>The first alias that is not taken, in an order of this seed's own, so that a name says nothing about when its bearer came.
    /// No adjective and no animal comes twice among the first 48.</summary>
    public static string Free(int seed, int before, Func<string, bool> isTaken)
    {
        var (adjectives, animals) = (Shuffled(Adjectives, seed), Shuffled(Animals, ~seed));
        var all = adjectives.Length * animals.Length;
        for (var tries = 0; tries < all; tries++)
        {
            var at = (before + tries) % all;
            // Stepping through both lists at once meets 432 pairs, the least common multiple of 48 and 54; each round shifts the animals by one.
            var alias = $"{adjectives[at % adjectives.Length]} {animals[(at + (at / 432)) % animals.Length]}";
            if (!isTaken(alias))
                return alias;
        }
        return $"Guest {before + 1}";
    }

    private static string[] Shuffled(string[] words, int seed)
    {
        string[] shuffled = [.. words];
        new Random(seed).Shuffle(shuffled);
        return shuffled;
    }
}
