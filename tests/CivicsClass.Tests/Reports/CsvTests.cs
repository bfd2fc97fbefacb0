using System.Text;
using CivicsClass.Reports;
using FsCheck;
using FsCheck.Fluent;

namespace CivicsClass.Tests.Reports;

public sealed class CsvTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData("\n=1", "'\n=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("a=1", "a=1")]
    [InlineData("'quoted'", "'quoted'")]
    [InlineData("", "")]
    public void A_cell_that_a_spreadsheet_would_run_is_made_text(string cell, string written) => Assert.Equal(written, Csv.Neutral(cell));

    [Fact]
    public void Rows_are_written_as_RFC_4180_says()
    {
        var file = Csv.Write([["alias", "claim"], ["Quiet Otter", "He said \"no\",\nthen left"], ["=cmd|' /C calc'!A0", "1, 2"]]);

        Assert.Equal(Encoding.UTF8.Preamble, file.AsSpan(0, 3));
        Assert.Equal(
            "alias,claim\r\nQuiet Otter,\"He said \"\"no\"\",\nthen left\"\r\n'=cmd|' /C calc'!A0,\"1, 2\"\r\n",
            Encoding.UTF8.GetString(file.AsSpan(3)));
    }

    [Fact]
    public void What_goes_out_comes_back()
    {
        var cell = ArbMap.Default.GeneratorFor<string>().Select(s => Encodable(s ?? ""));
        var tricky = Gen.Elements("", ",", "\"", "\r\n", "\n", "=1", "-", "\t", "a\"b,c\r\nd", "Zoë 李", "'");
        var row = Gen.OneOf(cell, tricky).ListOf(3).Select(IReadOnlyList<string> (r) => [.. r]);
        Prop.ForAll(Arb.From(row.NonEmptyListOf()), rows =>
        {
            var back = CsvReader.Read(Csv.Write(rows));
            Assert.Equal(rows.Select(r => r.Select(Csv.Neutral)), back);
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>Half a surrogate pair cannot be written in UTF-8.</summary>
    private static string Encodable(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
