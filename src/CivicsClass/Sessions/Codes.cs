using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace CivicsClass.Sessions;

/// <summary>Codes, keys and words that people type or addresses carry.</summary>
public static class Codes
{
    /// <summary>Letters and digits without look-alikes: no I, L, O, 0, 1.</summary>
    private const string Alphabet = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    /// <summary>Of a join code and a re-entry code.</summary>
    public const int Length = 6;

    public static string Join() => RandomNumberGenerator.GetString(Alphabet, Length);

    public static string Reentry() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>Sixteen letters and digits: an address nobody guesses.</summary>
    public static string Key() => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 16);

    /// <summary>128 bits, safe in an address.</summary>
    public static string Token() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(16));

    public static int Seed() => RandomNumberGenerator.GetInt32(int.MaxValue);

    /// <summary>What a person typed, in the form in which codes are kept: upper case, only letters and digits.</summary>
    public static string Clean(string? typed) => new([.. (typed ?? "").ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]);

    /// <summary>As long as a join or re-entry code, right or wrong, whatever separates its parts; a recovery word is longer.</summary>
    public static bool IsWhole(string? typed) => Clean(typed).Length == Length;

    /// <summary>"K7M 3QX": two groups are easier to read out and to type.</summary>
    public static string Grouped(string code) => code.Length == Length ? $"{code[..3]} {code[3..]}" : code;

    /// <summary>Four short words that bring a student back on another device: 128⁴ choices, and wrong tries are limited.
    /// They follow from the ticket, a secret of the form that was sent, so that a form sent twice shows the same words.</summary>
    public static string RecoveryWord(string key, Guid ticket) =>
        string.Join('-', SHA256.HashData(Encoding.UTF8.GetBytes($"word:{key}:{ticket}")).Take(4).Select(b => Words[b % Words.Length]));

    /// <summary>SHA-256 over the session's key and the word, so that a table of words is of no use.</summary>
    public static byte[] RecoveryHash(string key, string word) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{key}:{string.Join('-', word.ToLowerInvariant().Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries))}"));

    private static readonly string[] Words =
    [
        "acorn", "anchor", "apple", "arrow", "autumn", "bakery", "banjo", "barn", "basil", "beacon", "bench", "berry", "blossom", "bridge", "brook", "butter",
        "button", "cabin", "camera", "candle", "canoe", "carrot", "castle", "cedar", "cello", "cherry", "chess", "cinema", "circle", "clover", "cloud", "comet",
        "copper", "coral", "cotton", "creek", "crystal", "daisy", "desert", "dragon", "drum", "eagle", "echo", "elbow", "ember", "engine", "feather", "fern",
        "fiddle", "forest", "fossil", "garden", "ginger", "glacier", "globe", "guitar", "hammer", "harbor", "hazel", "helmet", "hill", "honey", "island", "ivory",
        "jacket", "jasmine", "jungle", "kettle", "kite", "ladder", "lagoon", "lantern", "lemon", "library", "lilac", "lotus", "magnet", "mango", "maple", "marble",
        "meadow", "melon", "mirror", "mitten", "moon", "mosaic", "mountain", "nectar", "needle", "nickel", "oasis", "ocean", "olive", "onion", "orbit", "orchard",
        "paddle", "paper", "peach", "pebble", "pepper", "piano", "pillow", "planet", "plum", "pocket", "prairie", "pumpkin", "quartz", "rabbit", "rain", "ribbon",
        "river", "rocket", "saddle", "sail", "saturn", "silver", "spruce", "summer", "sunset", "teapot", "thunder", "tiger", "tulip", "valley", "violin", "walnut",
    ];
}
