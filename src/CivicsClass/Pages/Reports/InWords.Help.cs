using CivicsClass.Help;

namespace CivicsClass.Pages.Reports;

public static partial class InWords
{
    public static string Stage(QuestionStage stage) => stage switch
    {
        QuestionStage.Answered => "answered",
        QuestionStage.Done => "dealt with",
        QuestionStage.Raised => "put to the class",
        _ => "not answered",
    };
}
