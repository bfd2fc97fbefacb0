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
            if (Content(path, problems) is { } zip)
                return PackZip.Read(zip, problems);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            problems.Add(path, 0, $"This cannot be read ({wrong.Message.TrimEnd('.')}). Check the path and its permissions.");
        }
        return null;
    }

    /// <summary>A single file's bytes; absent when it is a folder, or cannot be taken, which <see cref="Read"/> reports then.</summary>
    public static byte[]? ReadFile(string path)
    {
        try
        {
            return Directory.Exists(path) ? null : Content(path, new Problems());
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Absent when there is more than the system says about it, as of a device.</summary>
    private static byte[]? Whole(string path)
    {
        using var file = File.OpenRead(path);
        return Uploads.ReadAsync(file, Limits.PackBytes).GetAwaiter().GetResult();
    }

    /// <summary>The bytes of a file, if it is not larger than a pack may be; of a larger one nothing is read.</summary>
    private static byte[]? Content(string path, Problems problems)
    {
        if (!File.Exists(path))
            problems.Add(path, 0, "There is no such folder or file. Name the folder that holds pack.yaml, a zip of it, a text (.md, .txt, .html, .docx), or a folder or zip of texts.");
        else if (new FileInfo(path).Length > Limits.PackBytes || Whole(path) is not { } bytes)
            problems.Add(path, 0, $"The file is larger than {Limits.PackBytes / 1024 / 1024} MB. A topic or a text needs far less; take the part that the class will read.");
        else
            return bytes;
        return null;
    }
}
