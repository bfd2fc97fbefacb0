using CivicsClass.Library.Files;
using Xunit;

namespace CivicsClass.Tests.Library.Files;

public sealed class SentencesTests
{
    [Theory]
    [InlineData("One here. Two there.|2")]
    [InlineData("The U.S. Supreme Court ruled on it.|1")]
    [InlineData("It applies in the U.S. The states may differ.|2")]
    [InlineData("The U.S. Constitution and U.S. law are the same here. It holds.|2")]
    [InlineData("In Arizona v. United States, 567 U.S. 387 (2012), the Court ruled. Then it rested.|2")]
    [InlineData("See Printz v. United States. The rule stands.|2")]
    [InlineData("Under 8 C.F.R. 287.7 a detainer is a request. So it says.|2")]
    [InlineData("Under 8 U.S.C. § 1373 and 8 U.S.C. 1357(g), officers may agree.|1")]
    [InlineData("Pub. L. No. 104-208 changed it. That was 1996. 287(g) came with it.|3")]
    [InlineData("Public Law No. 5 passed. Was it good? No. The court struck it.|4")]
    [InlineData("Smith Inc. sued. Acme Inc. The court agreed.|3")]
    [InlineData("Article Art. VI and art. I say so. See Sec. 8 and Fig. 3.|2")]
    [InlineData("She teaches art. Pupils like it.|2")]
    [InlineData("On Jan. 5 it began. By Dec. the city stopped.|2")]
    [InlineData("John F. Kennedy and Samuel A. Alito Jr. met J. R. R. Tolkien.|1")]
    [InlineData("Gov. Abbott and Sen. Cruz met Dr. King at St. Louis. They spoke.|2")]
    [InlineData("It names tools, e.g. notices, i.e. letters, etc. The rest follows.|2")]
    [InlineData("It rose 2.5 percent, or $1.2 million, by 3.30 p.m. Friday.|1")]
    [InlineData("It began at 9 a.m. The hall was full.|2")]
    [InlineData("“It is a request.” The county agreed. (So did the state.) Then it paid.|4")]
    [InlineData("\"Is it a request?\" she asked. \"Yes.\" He left.|3")]
    [InlineData("The text says “powers … reserved to the States” and more. End.|2")]
    [InlineData("He waited... Then he left. It was late....|2")]
    [InlineData("So do I. Maria agrees. Plan B. The end.|4")]
    [InlineData("The 5th Cir. and the 9th Cir. 2018 decision differ. Galarza v. Szalczyk, 745 F.3d 634 (3d Cir. 2014) is older.|2")]
    [InlineData("It is law.[12] It holds.|2")]
    [InlineData("Really?! Yes! ¿Por qué? ¡Claro!|4")]
    [InlineData("这是法律。那是请求。|2")]
    [InlineData("1. The first point stands.|1")]
    [InlineData("Visit example.gov. Then write to D.C. Metro police.|2")]
    [InlineData("No stop at the end|1")]
    [InlineData("|0")]
    [InlineData("...|1")]
    public void Sentences_end_where_a_reader_would_end_them(string paragraphAndCount)
    {
        var at = paragraphAndCount.LastIndexOf('|');
        var sentences = Sentences.Split(paragraphAndCount[..at]);

        Assert.True(int.Parse(paragraphAndCount[(at + 1)..], null) == sentences.Count, string.Join(" | ", sentences));
    }

    [Fact]
    public void Joined_by_a_space_sentences_give_the_paragraph_again() =>
        Assert.Equal("A b.  C\td. E? F.".Replace("  ", " ", StringComparison.Ordinal).Replace('\t', ' '), string.Join(' ', Sentences.Split(" A b.  C\td.\nE? F. ")));
}
