namespace CivicsClass.Library;

/// <summary>What is stored of a published version is not what was published: somebody changed it in the database, or the database is damaged.</summary>
public sealed class AlteredVersionException(string title, int number) : InvalidOperationException(InWords(title, number))
{
    public static string InWords(string title, int number) =>
        $"Version {number} of “{title}” is not as it was published: it was changed in the database, or the database is damaged. It is not shown and no lesson runs on it. An admin can load the topic again, which makes a new version, or restore a backup.";
}
