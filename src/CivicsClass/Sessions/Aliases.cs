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

    /// <summary>The first alias, from a place fixed by the seed and the number of people before, that is not taken.</summary>
    public static string Free(int seed, int before, Func<string, bool> isTaken)
    {
        var all = Adjectives.Length * Animals.Length;
        // 1,009 shares no factor with the number of pairs, so every pair is reached before one comes again.
        var at = (int)(((uint)seed + (long)before * 1009) % all);
        for (var tries = 0; tries < all; tries++, at = (at + 1009) % all)
        {
            var alias = $"{Adjectives[at % Adjectives.Length]} {Animals[at / Adjectives.Length]}";
            if (!isTaken(alias))
                return alias;
        }
        return $"Guest {before + 1}";
    }
}
