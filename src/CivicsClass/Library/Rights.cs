namespace CivicsClass.Library;

/// <summary>By what right a text is used: "own", "public domain", "licence: …" or "permission: …".</summary>
public static class Rights
{
    public const string Own = "own", PublicDomain = "public domain", Licence = "licence: ", Permission = "permission: ";

    public static string? Problem(string? rights) => rights switch
    {
        Own or PublicDomain => null,
        not null when rights.StartsWith(Licence, StringComparison.Ordinal) && rights.Length > Licence.Length => null,
        not null when rights.StartsWith(Permission, StringComparison.Ordinal) && rights.Length > Permission.Length => null,
        _ => "Say by what right the text is used: own, public domain, licence: which one, or permission: whose.",
    };

    /// <summary>What a reader is told; nothing about a text of one's own.</summary>
    public static string? Shown(string? rights) => rights switch
    {
        null or Own => null,
        PublicDomain => "Public domain",
        _ when rights.StartsWith(Licence, StringComparison.Ordinal) => $"Licence: {rights[Licence.Length..]}",
        _ => $"With permission: {rights[Permission.Length..]}",
    };
}
