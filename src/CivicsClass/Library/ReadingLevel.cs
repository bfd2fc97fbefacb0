using CivicsClass.Library.Balance;

namespace CivicsClass.Library;

/// <summary>How hard a text is to read, as a range of US school grades: the grade of <see cref="Readability"/> says little to the decimal,
/// so one grade more is left open.</summary>
/// <param name="From">A grade, 1 to 16; 13 and above stands for college.</param>
public sealed record ReadingLevel(int From, int To)
{
    private const int Least = 1, Most = 16;

    /// <returns>None where <see cref="Readability"/> gives none.</returns>
    public static ReadingLevel? Of(Excerpt reading) => Readability.Grade(reading) is { } grade ? Of(grade) : null;

    public static ReadingLevel Of(double grade) => new(Math.Clamp((int)Math.Floor(grade), Least, Most), Math.Clamp((int)Math.Ceiling(grade) + 1, Least, Most));

    public bool Touches(int from, int to) => From <= to && To >= from;
}
