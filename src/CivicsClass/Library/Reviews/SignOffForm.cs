namespace CivicsClass.Library.Reviews;

/// <summary>What a reviewer writes. The name is the account's own, so that nobody signs for somebody else.</summary>
public sealed class SignOffForm
{
    public const int MostViewpoint = 200, MostReasons = 2000;

    /// <summary>The content that the reviewer looked at.</summary>
    public string? Hash { get; set; }
    public string? Viewpoint { get; set; }
    /// <summary>Absent until the reviewer chooses.</summary>
    public bool? Agrees { get; set; }
    public string? Reasons { get; set; }

    public static SignOffForm Of(SignOff signed) => new() { Viewpoint = signed.Viewpoint, Agrees = signed.Agrees, Reasons = signed.Reasons };

    /// <summary>What is missing or wrong, by field.</summary>
    /// <param name="hash">The content as it is now.</param>
    public IEnumerable<(string Field, string Sentence)> Problems(string hash)
    {
        if (Hash != hash)
            yield return (nameof(Hash), "The topic was changed while you looked at it. Look at it again, then sign.");
        if (string.IsNullOrWhiteSpace(Viewpoint))
            yield return (nameof(Viewpoint), "Say in your own words from which experience or viewpoint you looked at it.");
        else if (Viewpoint.Trim().Length > MostViewpoint)
            yield return (nameof(Viewpoint), $"Keep to {MostViewpoint} characters; there are {Viewpoint.Trim().Length:N0}.");
        if (Agrees is null)
            yield return (nameof(Agrees), "Choose whether you agree or dissent.");
        if (Agrees == false && string.IsNullOrWhiteSpace(Reasons))
            yield return (nameof(Reasons), "Say why you dissent, so that teachers can judge for themselves.");
        else if (Reasons?.Trim().Length > MostReasons)
            yield return (nameof(Reasons), $"Keep to {MostReasons:N0} characters; there are {Reasons.Trim().Length:N0}.");
    }
}
