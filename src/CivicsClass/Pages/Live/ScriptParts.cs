using System.Collections.Concurrent;

namespace CivicsClass.Pages.Live;

/// <summary>The parts that a page's script needs at once, as the client's build has written them down (client/build.mjs):
/// named in the page's head, they come together with the script and not after it.</summary>
public sealed class ScriptParts(IWebHostEnvironment site)
{
    private readonly ConcurrentDictionary<string, string[]> _known = [];

    public IReadOnlyList<string> Of(string script) => _known.GetOrAdd(script, Read);

    private string[] Read(string script)
    {
        var file = site.WebRootFileProvider.GetFileInfo($"js/{script}.parts");
        if (!file.Exists)
            return [];
        using var text = new StreamReader(file.CreateReadStream());
        return text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
