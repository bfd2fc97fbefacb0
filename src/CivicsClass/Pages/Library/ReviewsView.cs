using System.Globalization;
using CivicsClass.Library;
using CivicsClass.Library.Reviews;

namespace CivicsClass.Pages.Library;

/// <summary>The reviews of one content and the form to sign it. The page that shows them takes the form in a handler named SignOff.</summary>
/// <param name="Hash">The content that is reviewed.</param>
/// <param name="Me">User id of who looks at them.</param>
/// <param name="Form">What stands in the form; absent where nobody signs.</param>
public sealed record ReviewsView(IReadOnlyList<SignOff> All, string Hash, string Me, SignOffForm? Form)
{
    public SignOff? Mine => All.FirstOrDefault(s => s.Reviewer == Me);

    public static string InWords(ReviewCount count) => count switch
    {
        { All: 0 } => "Nobody has reviewed it yet.",
        { All: 1 } => $"Reviewed by 1, who {(count.Agree == 1 ? "agrees" : "dissents")}.",
        { Dissent: 0 } => $"Reviewed by {count.All}: all agree.",
        { Agree: 0 } => $"Reviewed by {count.All}: all dissent.",
        _ => $"Reviewed by {count.All}: {count.Agree} {(count.Agree == 1 ? "agrees" : "agree")}, {count.Dissent} {(count.Dissent == 1 ? "dissents" : "dissent")}.",
    };

    /// <summary>What whoever publishes must have seen: that nobody has reviewed it, or how many dissent. Nothing where all agree.</summary>
    public static string? Doubt(ReviewCount count) => count switch
    {
        { All: 0 } => "none",
        { Dissent: > 0 } => $"dissent-{count.Dissent}",
        _ => null,
    };

    public ReviewCount Count => new(All.Count(s => s.Agrees), All.Count(s => !s.Agrees));

    public static string When(SignOff signed) => signed.At.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);
}
