namespace CivicsClass.Load.Bench.Phone;

/// <summary>What a page has to make do with.</summary>
/// <param name="TimesSlower">Than this machine's processor.</param>
public sealed record PhoneProfile(int Width, int Height, int TimesSlower, double MegabitsPerSecond, int RoundTripMs)
{
    /// <summary>A cheap phone on a school's busy Wi-Fi.</summary>
    public static readonly PhoneProfile Cheap = new(360, 740, TimesSlower: 4, MegabitsPerSecond: 1.6, RoundTripMs: 150);

    public double BytesPerSecond => MegabitsPerSecond * 1_000_000 / 8;
}
