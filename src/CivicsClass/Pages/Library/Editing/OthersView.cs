using CivicsClass.Library.Editing;

namespace CivicsClass.Pages.Library.Editing;

/// <summary>Who else has open what a page edits.</summary>
/// <param name="Token">Of what stands on the server.</param>
/// <param name="Part">The part's address within the topic; empty for a draft reading.</param>
public sealed record OthersView(string Token, string Part, IReadOnlyList<Editor> Editors)
{
    public string What => Part.Length > 0 ? "this part" : "this draft";
}
