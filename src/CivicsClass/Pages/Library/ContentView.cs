using CivicsClass.Library;

namespace CivicsClass.Pages.Library;

/// <summary>All that a topic holds, to read.</summary>
/// <param name="Address">The page that shows it; below it are the previews of its lessons.</param>
public sealed record ContentView(Pack Pack, string Address)
{
    /// <summary>Whether a lesson can be copied to change it.</summary>
    public bool CanCopy { get; init; }
    public bool CanImport { get; init; }
    public bool CanExport { get; init; }
}
