using System.Reflection;
using System.Text.RegularExpressions;
using CivicsClass.Guards;
using CivicsClass.Tests.Quizzes.Files;

namespace CivicsClass.Tests.Guards;

/// <summary>Every pattern of the program against long texts made of what it looks for: none takes long, whatever is sent or typed.</summary>
[Collection(nameof(AloneInTheProcess))]
public sealed partial class PatternTimeTests
{
    private const int Length = 20_000;

    public static TheoryData<string> Patterns => [.. Found.Keys.Order(StringComparer.Ordinal)];

    private static readonly Dictionary<string, MethodInfo> Found = typeof(PatternTime).Assembly.GetTypes()
        .SelectMany(t => t.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
        .Where(m => m.GetCustomAttribute<GeneratedRegexAttribute>() is not null)
        .ToDictionary(m => $"{m.DeclaringType!.FullName}.{m.Name}");

    [Fact]
    public void All_patterns_of_the_program_are_found() => Assert.InRange(Found.Count, 60, 500);

    [Theory]
    [MemberData(nameof(Patterns))]
    public void No_text_keeps_a_pattern_busy(string name)
    {
        var pattern = (Regex)Found[name].Invoke(null, null)!;
        Assert.Equal(PatternTime.Most, pattern.MatchTimeout);
        foreach (var text in Texts(pattern.ToString()))
            Assert.True(ComesToAnEnd(pattern, text), $"{pattern} does not come to an end on “{Shown(text)}”");
    }

    private static bool ComesToAnEnd(Regex pattern, string text)
    {
        try
        {
            pattern.Count(text);
            return true;
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    /// <summary>What the pattern names, repeated, behind what it names and before what it does not.</summary>
    private static IEnumerable<string> Texts(string pattern)
    {
        var pieces = Piece().Matches(pattern).Select(m => m.Value.Replace("\\", "", StringComparison.Ordinal)).Where(p => p.Length > 0).Distinct().Take(12).ToList();
        string[] units = [.. pieces, .. new[] { " ", "a", "A", "1", ".", "-", "\n" }.Except(pieces)];
        string[] pairs = [.. pieces.SelectMany(p => new[] { p + " ", p + "a", p + "1", "a" + p, "1 " + p }), .. pieces.SelectMany(p => pieces.Select(q => p + q)), "a ", "a-", "1,", ", ", "A. "];
        foreach (var unit in units.Concat(pairs).Distinct())
            foreach (var before in pieces.Take(3).Prepend("").Append("a"))
                foreach (var after in new[] { "", "é\u0001", "a" })
                    yield return before + string.Concat(Enumerable.Repeat(unit, Length / unit.Length)) + after;
    }

    private static string Shown(string text) => $"{text[..30]} … {text[^5..]}";

    [GeneratedRegex(@"(?:[\w<>!%§#=;""'/:,& -]|\\[\[\](){}.*|\\])+")]
    private static partial Regex Piece();
}
