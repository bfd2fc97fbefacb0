using System.Runtime.CompilerServices;

namespace CivicsClass.Guards;

/// <summary>A last net: no pattern looks at a text for longer, whatever somebody sent or typed. Each is written so that it never comes to that.</summary>
internal static class PatternTime
{
    /// <summary>For a pattern that does not go back, which has to name its time itself.</summary>
    public const int Milliseconds = 2_000;

    public static readonly TimeSpan Most = TimeSpan.FromMilliseconds(Milliseconds);

    public const string Sentence = "This text takes too long to read: the same signs stand in it again and again. Take out what does not belong to it, and send it again.";

    /// <summary>Before the first pattern of this program is made, because each keeps the time that is set then.</summary>
    [ModuleInitializer]
    internal static void Set() => AppDomain.CurrentDomain.SetData("REGEX_DEFAULT_MATCH_TIMEOUT", Most);
}
