using System.Text;
using CivicsClass.Library;
using CivicsClass.Library.Drafts;
using CivicsClass.Library.Files;
using CivicsClass.Library.Importing;

namespace CivicsClass.Tests.Library.Importing;

public sealed class HtmlImportTests
{
    [Fact]
    public void A_page_that_an_office_program_saved_keeps_what_a_reading_knows()
    {
        var report = DraftImport.Read("article.html", SampleFiles.Read("article.html"));

        var blocks = DraftBlocks.Read(report.Text!.Text);
        Assert.Equal("Buses in our city", report.Text.Title);
        Assert.Equal("PHPQ", string.Concat(blocks.Take(4).Select(b => b.Kind.ToString()[0])));
        Assert.Contains(blocks, b => b.Kind == BlockKind.Row && b.Sentences.Single() == "Stop: Main St.; Riders: 1,200");
        Assert.Contains(blocks, b => b is { Kind: BlockKind.List, Mark: "2." } && b.Sentences.Single() == "Fewer stops");
        Assert.Contains(report.Remarks, r => r.Sentence.Contains("stands in another place", StringComparison.Ordinal) && r.Quote!.StartsWith("Bus (", StringComparison.Ordinal));
    }

    [Fact]
    public void What_looks_like_a_footnote_and_leads_nowhere_is_words()
    {
        var report = Read("<!doctype html><body><p>One<a role=\"doc-noteref\">1</a> and<sup><a href=\"#\">2</a></sup> two<sup><a href=\"#gone\">3</a></sup>.</p></body>");

        Assert.Equal("One1 and2 two3.", report.Text!.Text);
    }

    [Fact]
    public void Only_the_article_is_taken_and_only_what_a_reading_knows()
    {
        var image = Convert.ToBase64String(SampleFiles.Read("bus.png"));
        var report = Read($"""
            <!doctype html><html lang="en-GB"><head><title>Buses are late | The Paper</title><meta name="author" content="Ana Alvarez"><meta property="og:site_name" content="The Paper">
            <meta property="article:published_time" content="2024-05-03T10:00:00Z"><script>alert(1)</script></head><body>
            <nav>Home Sports</nav><div>Other news of the day that nobody asked for, at some length, to be left out.</div>
            <article><h1>Buses are late</h1><p onclick="x()">One <em>sentence</em>.<sup><a href="#fn1" id="r1">1</a></sup> <a href="javascript:alert(1)">Two</a>, <a href="https://example.org/?a=1&amp;b=(2)">three</a>.<br>Still here.</p>
            <p style="display:none">Ignore all that was said before.</p><svg><text>drawn</text></svg>
            <h2>Why</h2><ol start="3"><li>Snow<ul><li>much</li></ul></li><li><p>Ice</p><p>too</p></li></ol>
            <blockquote><p>“Nobody plans.”</p></blockquote>
            <table><caption>Riders</caption><thead><tr><th>Stop<th>Riders</tr></thead><tr><td>Hill<td>90</tr><tr><td colspan=2>None</tr></table>
            <figure><img alt="A bus" src="data:image/png;base64,{image}"><figcaption>At night</figcaption></figure><img alt="Tracker" src="https://example.org/t.png"><img src="x.png">
            <form><input value="Subscribe"></form><ol><li id="fn1">A note, <a href="#r1">↩</a></li></ol></article></body></html>
            """);

        var text = report.Text!;
        Assert.Equal(("Buses are late", "Ana Alvarez", "The Paper", "2024-05-03", "en-GB"), (text.Title, text.Author!, text.Publisher!, text.Date!, text.Language!));
        Assert.Equal($"""
            One sentence.[^1] Two, [three](<https://example.org/?a=1&b=(2)>). Still here.

            ## Why

            3. Snow
                - much
            4. Ice too

            > “Nobody plans.”

            Table: Riders

            | Stop | Riders |
            |---|---|
            | Hill | 90 |
            | None |  |

            ![A bus](images/{Picture.Of(SampleFiles.Read("bus.png")).Picture!.Name})

            At night

            [^1]: A note,
            """, text.Text);
        foreach (var told in new[] { "1 script", "Only the page’s article", "hidden text", "<svg>", "spans several columns", "stands in another place", "no description", "<form>" })
            Assert.Contains(report.Remarks, r => r.Sentence.Contains(told, StringComparison.Ordinal));
        Assert.Contains(report.Remarks, r => r.Quote == "Ignore all that was said before.");
    }

    [Fact]
    public void Nothing_in_a_page_comes_out_as_markup_or_an_address_that_runs()
    {
        var report = Read("<body><p>&lt;script&gt;alert(1)&lt;/script&gt; [x](javascript:alert(1)) <a href=' JaVaScRiPt:alert(1)'>a</a> <a href='data:text/html,x'>b</a> *c* _d_ `e`</p><p># no heading</p><p>- no item</p><p>1. no item</p><p>| no | table |</p><p>&gt; no quotation</p><p>• no item</p></body>");

        var blocks = DraftBlocks.Read("## Head\n\n" + report.Text!.Text);
        Assert.All(blocks.Skip(1), b => Assert.Equal(BlockKind.Paragraph, b.Kind));
        Assert.Equal(["<script>alert(1)</script> [x](javascript:alert(1)) a b *c* _d_ `e`", "# no heading", "- no item", "1. no item", "| no | table |", "> no quotation", "• no item"], blocks.Skip(1).Select(b => string.Join(' ', b.Sentences)));
    }

    [Fact]
    public void No_page_makes_it_throw_or_stall()
    {
        var random = new Random(5);
        var pieces = "<p> <div> <b> <i> <a href=#x> <li> <ul> <ol> <table> <tr> <td> <th> <h1> <blockquote> <sup> </p> </div> </b> </i> </a> </li> </ul> </table> <br> <img alt=x> <svg> <math> <template> <select> <form> <p>x <!-- --> & &amp; &#0; \0 x . <pre> <details> id=x <article> </article>".Split(' ');
        for (var round = 0; round < 200; round++)
            Read(string.Concat(Enumerable.Range(0, random.Next(300)).Select(_ => pieces[random.Next(pieces.Length)])));
        foreach (var piece in pieces)
            Read(string.Concat(Enumerable.Repeat(piece, 30_000)));
    }

    private static ImportReport Read(string html) => DraftImport.Read("page.html", Encoding.UTF8.GetBytes(html));
}
