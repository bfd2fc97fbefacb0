using CivicsClass.Debates;
using CivicsClass.Tests.Sessions;

namespace CivicsClass.Tests.Debates;

/// <summary>Arguments to post, as short as the rules allow.</summary>
internal static class Debating
{
    public const string Passage = "duty.1.1";
    public const string Sentence = "Federal law reaches every city.";

    /// <summary>Stands alone; without evidence, as in a lesson without texts.</summary>
    public static SubmitArgument Claim(string claim, string side = SampleLesson.Require) =>
        new("debate", null, ArgumentKind.Argue, null, side, claim, Basis.Fact, $"Because of {claim}", [], null);

    public static SubmitArgument Quoting(string claim, string side = SampleLesson.Require, string passage = Passage, string exact = Sentence) =>
        Claim(claim, side) with { Quotations = [new QuotationDraft(passage, exact)] };

    public static SubmitArgument Reply(string on, string claim, ArgumentKind kind = ArgumentKind.Rebut, string side = SampleLesson.Choose) =>
        Claim(claim, side) with { ArgumentKind = kind, On = on };

    public static SubmitArgument As(this SubmitArgument submit, string argument) => submit with { Argument = argument };

    public static ApproveArgument Approve(string argument, int version = 1) => new("debate", argument, version);

    public static ReturnArgument Return(string argument, int version = 1, string reason = "unclear", string? note = null) => new("debate", argument, version, reason, note);

    public static RemoveArgument Remove(string argument, int version = 1, string reason = "disrespectful") => new("debate", argument, version, reason, null);
}
