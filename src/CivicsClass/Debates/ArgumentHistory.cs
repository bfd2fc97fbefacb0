using System.Globalization;

namespace CivicsClass.Debates;

/// <summary>A version that a later one has replaced.</summary>
/// <param name="Card">With the marks it had.</param>
/// <param name="At">UTC; when it was sent.</param>
/// <param name="Decision">In words, such as "Returned: claim missing"; absent when its author replaced it before it was decided.</param>
/// <param name="Feedback">Present when it was returned.</param>
public sealed record ArgumentVersion(ArgumentCard Card, DateTime At, string? Decision, FeedbackView? Feedback);

/// <summary>The versions of an argument before its latest. Immutable, and absent while there are none.</summary>
internal static class ArgumentHistory
{
    public static IReadOnlyDictionary<string, ArgumentVersion> With(this IReadOnlyDictionary<string, ArgumentVersion>? earlier, ArgumentVersion version) =>
        new Dictionary<string, ArgumentVersion>(earlier ?? new Dictionary<string, ArgumentVersion>()) { [Key(version.Card.Version)] = version };

    /// <summary>The version that the class still reads has got its marks.</summary>
    public static IReadOnlyDictionary<string, ArgumentVersion>? WithMarks(this IReadOnlyDictionary<string, ArgumentVersion>? earlier, ArgumentCard shown) =>
        earlier?.GetValueOrDefault(Key(shown.Version)) is { } version ? earlier.With(version with { Card = shown }) : earlier;

    public static IReadOnlyDictionary<string, ArgumentVersion>? Erased(this IReadOnlyDictionary<string, ArgumentVersion>? earlier) =>
        earlier?.ToDictionary(v => v.Key, v => v.Value with { Card = ArgumentTexts.Erased(v.Value.Card) });

    private static string Key(int version) => string.Create(CultureInfo.InvariantCulture, $"v{version}");
}
