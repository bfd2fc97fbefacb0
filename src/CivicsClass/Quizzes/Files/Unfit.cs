namespace CivicsClass.Quizzes.Files;

/// <summary>Why a question cannot be taken, and what to do about it.</summary>
internal static class Unfit
{
    private const string Options = "Give it options to choose from, or ask it in another step.";

    public const string Essay = "This is an essay question, and a quiz here asks with options. Use a reflection step for it, or give it options.";
    public const string ShortText = $"Students would type the answer, and a quiz here asks with options. {Options}";
    public const string Number = $"Students would type a number, and a quiz here asks with options. {Options}";
    public const string Matching = "This is a matching question, which a quiz here cannot ask. Ask for each pair in a question of its own.";
    public const string Ordering = "Students would put things in order, which a quiz here cannot ask. Ask which comes first, with options.";
    public const string Gaps = "This is a text with gaps, which a quiz here cannot ask. Make a question with options of each gap.";
    public const string Description = "This is a text without a question. Put it into a reading, or add a question to it.";
    public const string Poll = "No answer is right or wrong here, as in a poll, and a quiz has right answers. Mark the right one, or ask it aloud.";
    public const string Slide = "This is a slide without a question. Put its text into a reading.";
    public const string Picture = "Students would point at something in a picture, which a quiz here cannot ask. Say in words what there is to choose from.";
    public const string NoStem = "The question has no text. (A picture alone cannot be taken.) Write what is asked.";
    public const string NoOptions = $"There are no options to choose from. {Options}";
    public const string OneOption = $"There is only one option, so there is nothing to choose from. {Options}";
    public const string Incomplete = "The last question is not complete: it has no right answer. Add it, or delete the question.";

    public static string Kind(string kind) => $"“{kind}” is a kind of question that a quiz here cannot ask. Make it a question with options.";

    public static string TooMany(int options) => $"There are {options} options, and at most 6 fit. Leave out the weakest ones.";
}
