namespace CivicsClass.Library.Files;

/// <summary>quiz.yaml: the questions of a topic.</summary>
internal static class QuizFile
{
    public const string Path = "quiz.yaml";

    /// <summary>The items; none without the file, absent if the file cannot be read.</summary>
    public static IReadOnlyList<QuizItem>? Read(PackFiles files, PlaceBook places, Problems problems)
    {
        if (!files.Has(Path))
            return [];
        if (PackReader.Open(files, Path, problems) is not { } fields)
            return null;
        var items = fields.Maps("items", 1, Limits.Items).Select((item, index) => Item(item, index, places)).ToList();
        fields.NothingElse();
        return items;
    }

    private static QuizItem Item(Fields fields, int index, PlaceBook places)
    {
        places.Note(PlaceBook.Item(index), fields);
        var item = new QuizItem
        {
            Id = fields.Id("id"),
            Kind = fields.Word<ItemKind>("kind"),
            Stem = fields.Text("stem", Limits.Stem),
            Options = [.. fields.Maps("options", 2, 6).Select(Option)],
            Explanation = fields.Text("explanation", Limits.Explanation),
            RestsOn = ParagraphField.ReadAll(fields, "restsOn", 1, 20),
            Difficulty = fields.Word<Difficulty>("difficulty"),
            Standards = [.. fields.Texts("standards", 0, 20, Limits.Standard).Select(s => s.Value)],
            Helps = fields.Text("helps", Limits.Id),
            AsOf = fields.Date("asOf", yearAlone: false, required: false),
        };
        fields.NothingElse();
        return item;
    }

    private static Option Option(Fields fields, int index)
    {
        var option = new Option(((char)('a' + index)).ToString(), fields.Text("text", Limits.Option), fields.Flag("correct"),
            fields.OptionalText("misconception", Limits.Misconception), fields.Text("feedback", Limits.Feedback));
        fields.NothingElse();
        if (option is { Correct: true, Misconception: not null })
            fields.Problem("misconception", "A right option has no misconception. Remove the field, or check which option is right.");
        return option;
    }
}
