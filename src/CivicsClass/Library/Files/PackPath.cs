namespace CivicsClass.Library.Files;

/// <summary>A pack on this machine: a folder or a zip.</summary>
public static class PackPath
{
    public static PackFiles? Read(string path, Problems problems)
    {
        try
        {
            if (Directory.Exists(path))
                return PackFolder.Read(path, problems);
            if (Zip(path, problems) is { } zip)
                return PackZip.Read(zip, problems);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            problems.Add(path, 0, $"This cannot be read ({wrong.Message.TrimEnd('.')}). Check the path and its permissions.");
        }
        return null;
    }

    /// <summary>The bytes of a zip, if it is not larger than a pack may be.</summary>
    private static byte[]? Zip(string path, Problems problems)
    {
        if (!File.Exists(path))
            problems.Add(path, 0, "There is no such folder or file. Name the folder that holds pack.yaml, or a zip of it.");
        else if (new FileInfo(path).Length > Limits.PackBytes)
            problems.Add(path, 0, $"The file is larger than {Limits.PackBytes / 1024 / 1024} MB. A pack is text and needs far less.");
        else
            return File.ReadAllBytes(path);
        return null;
    }
}
