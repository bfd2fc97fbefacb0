using System.Text.RegularExpressions;
using CivicsClass.Library.Files;

namespace CivicsClass.Library.Importing;

/// <summary>Plain text or Markdown. A reading of a pack brings its description at the top; it fills in the draft's fields.</summary>
internal static partial class FrontMatter
{
    public static ImportedText Read(string text, Remarks remarks)
    {
        var images = Image().Matches(text).Count(m => !Picture.IsName(m.Groups[1].Value.StartsWith(Picture.Folder, StringComparison.Ordinal) ? m.Groups[1].Value[Picture.Folder.Length..] : ""));
        if (images > 0)
            remarks.Tell($"{images} × an image is not in the file, so its description stands in its place. Add the image to the draft if the class needs it.");
        var problems = new Problems();
        if (!ReadingFile.TryDivide(text, out var front, out var body, out _) || Yaml.Read("", front, 1, problems) is not { } map)
        {
            foreach (var problem in problems.List().Take(1))
                remarks.Tell($"What stands between the lines of dashes at the top is no description that can be read, so it stays in the text. {problem.Sentence}");
            return new ImportedText("", text);
        }
        var fields = new Fields("", map, new Problems());
        var kind = fields.OptionalText("kind", 40);
        remarks.Tell("The description at the top was taken into the draft’s fields. Its sources and side are chosen when the draft is added to a topic.");
        return new ImportedText(fields.OptionalText("title", Limits.Title) ?? "", body.Trim('\n'))
        {
            Author = fields.OptionalText("author", Limits.Person),
            Publisher = fields.OptionalText("publisher", Limits.Person),
            Date = Valid(fields.OptionalText("date", 40), d => PackDate.IsValid(d, yearAlone: true)),
            Kind = Enum.TryParse<SourceKind>(kind, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null,
            LawAsOf = Valid(fields.OptionalText("lawAsOf", 40), d => PackDate.IsValid(d, yearAlone: false)),
            Language = Valid(fields.OptionalText("language", 40), LanguageTag.IsValid),
            Rights = Valid(fields.OptionalText("rights", Limits.Rights), r => Rights.Problem(r) is null),
        };
    }

    private static string? Valid(string? value, Func<string, bool> isValid) => value is not null && isValid(value) ? value : null;

    [GeneratedRegex(@"!\[[^\]\n]*\]\(\s*<?([^)\s>]*)")]
    private static partial Regex Image();
}
