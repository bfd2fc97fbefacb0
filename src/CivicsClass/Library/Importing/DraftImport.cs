using System.Text;
using System.Text.RegularExpressions;
using CivicsClass.Guards;
using CivicsClass.Library.Drafts;
using CivicsClass.Library.Files;

namespace CivicsClass.Library.Importing;

/// <summary>The one importer of readings: takes a file of whatever kind, and says what became of it. What it is, its content says and not its name.</summary>
public static partial class DraftImport
{
    private const int LongestLine = 100;

    public static ImportReport Read(string file, byte[] bytes)
    {
        var remarks = new Remarks();
        try
        {
            var text = bytes.Length == 0 ? throw new NotImportedException("The file is empty.") : Take(file, bytes, remarks);
            MustBeAReading(text.Text);
            text = text with { Title = Title(text, file), Pictures = [.. text.Pictures.DistinctBy(p => p.Name)] };
            var told = remarks.List();
            return new ImportReport(file, told.Count > 0 ? ImportOutcome.Changed : ImportOutcome.Taken, told, text);
        }
        catch (NotImportedException why)
        {
            return ImportReport.Refuse(file, why.Message);
        }
        catch (RegexMatchTimeoutException)
        {
            return ImportReport.Refuse(file, PatternTime.Sentence);
        }
    }

    private static ImportedText Take(string file, byte[] bytes, Remarks remarks)
    {
        var ending = Path.GetExtension(file).ToLowerInvariant();
        if (WordFile.IsOne(bytes))
        {
            var word = WordImport.Read(bytes, remarks);
            if (ending is not ".docx")
                remarks.Tell($"Its name says {(ending.Length > 0 ? ending : "nothing about its kind")}, but it is a Word document and was read as one.");
            return word;
        }
        var (text, refused) = DraftFile.Read(bytes, ending is ".html" or ".htm" or ".xhtml" ? HtmlImport.MostBytes : Limits.FileBytes, remarks);
        if (text is null)
            throw new NotImportedException(refused!);
        var isPage = ending is ".html" or ".htm" or ".xhtml" || Page().IsMatch(text);
        if (isPage && ending is ".txt" or ".md" or ".docx")
            remarks.Tell($"Its name says {ending}, but it is a web page and was read as one.");
        else if (ending == ".docx")
            remarks.Tell("Its name says .docx, but it is plain text and was read as that.");
        return isPage ? HtmlImport.Read(text, remarks) : FrontMatter.Read(text, remarks);
    }

    /// <summary>What an admin could not save either is refused at once.</summary>
    private static void MustBeAReading(string text)
    {
        if (Encoding.UTF8.GetByteCount(text) > Limits.FileBytes)
            throw NotImportedException.TooLong;
        if (text.AsSpan().Count('\n') >= DraftForm.MostLines)
            throw new NotImportedException($"The text has more than {DraftForm.MostLines:N0} lines. Take the part that the class will read.");
        if (!DraftBlocks.Read(text).Any(b => b.Number is not null))
            throw new NotImportedException("There is no paragraph of text in this file.");
    }

    private static string Title(ImportedText text, string file)
    {
        var title = text.Title.Length > 0 ? text.Title
            : FirstLine(DraftBlocks.Read(text.Text)) is { } first ? first
            : Path.GetFileNameWithoutExtension(file).Replace('_', ' ').Replace('-', ' ');
        title = Control().Replace(title, " ").Trim();
        return title.Length == 0 ? "Without a title" : title.Length > Limits.Title ? title[..Limits.Title].Trim() : title;
    }

    /// <summary>A heading, or a short line above the rest that ends as no sentence does.</summary>
    private static string? FirstLine(IReadOnlyList<Block> blocks) => blocks switch
    {
        [{ Kind: BlockKind.Heading } heading, ..] => heading.Sentences[0],
        [{ Kind: BlockKind.Paragraph, Sentences: [{ Length: > 0 and <= LongestLine } line] }, _, ..] when !".,;:…".Contains(line[^1], StringComparison.Ordinal) => line,
        _ => null,
    };

    /// <summary>Its first tag is a page's, or it is the source of a post as blogs keep it.</summary>
    [GeneratedRegex(@"\A\s*(?:<\?xml(?>[^>]*)>\s*)?(?:<!--\s+wp:|(?>(?:<!--(?>(?:[^-]|-(?!->))*)-->\s*)*)<(?:!doctype\s+html|html|head|body)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Page();

    [GeneratedRegex(@"[\p{Cc}\s]+")]
    private static partial Regex Control();
}
