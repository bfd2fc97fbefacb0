namespace CivicsClass.Library.Files;

/// <summary>Reads a pack's folder from disk. Links are not followed.</summary>
public static class PackFolder
{
    private const int Deepest = 4;

    public static PackFiles? Read(string folder, Problems problems)
    {
        var intake = new PackIntake(problems);
        Take(new DirectoryInfo(folder), "", intake, 0);
        return intake.Done();
    }

    private static bool Take(DirectoryInfo folder, string path, PackIntake intake, int depth)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos().OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            var inside = path + entry.Name;
            if (entry.Name is ".git")
                continue;
            if (entry.LinkTarget is not null)
                intake.RefuseLink(inside);
            else if (entry is DirectoryInfo deeper && depth < Deepest)
            {
                if (!Take(deeper, inside + "/", intake, depth + 1))
                    return false;
            }
            else if (entry is FileInfo file && !intake.Take(inside, file.OpenRead))
                return false;
        }
        return true;
    }
}
