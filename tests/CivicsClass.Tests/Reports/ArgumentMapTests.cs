using System.Xml.Linq;
using CivicsClass.Debates;
using CivicsClass.Moderation;
using CivicsClass.Reports;
using CivicsClass.Sessions;
using CivicsClass.Tests.Debates;
using CivicsClass.Tests.Sessions;

namespace CivicsClass.Tests.Reports;

public sealed class ArgumentMapTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly Side[] Sides = [new("x", "Cooperation should be required", "Required", "diamond"), new("y", "A local choice", "Local", "circle")];

    private static XElement Drawn(params (string Id, ArgumentCard Card)[] cards) =>
        XElement.Parse(ArgumentMap.Of("debate", new DebateView("Who <decides> & why?", SideRule.Both, [.. cards.Select(c => c.Id)], cards.ToDictionary(c => c.Id, c => c.Card)), Sides));

    private static IEnumerable<XElement> Nodes(XElement map) => map.Elements(Svg + "g").Where(g => ((string?)g.Attribute("class"))?.StartsWith("node", StringComparison.Ordinal) == true);

    [Fact]
    public void A_map_says_what_it_is_and_what_each_post_claims()
    {
        var map = Drawn(("a1", MapLayoutTests.Card("x", null, "One rule for all.")), ("a2", MapLayoutTests.Card("y", "a1", "Places differ.")));

        Assert.Equal(("img", "map-debate-title map-debate-desc"), ((string?)map.Attribute("role"), (string?)map.Attribute("aria-labelledby")));
        Assert.Equal("Argument map: Who <decides> & why?", map.Element(Svg + "title")!.Value);
        Assert.StartsWith("2 posts: 1 for Required, 1 for Local.", map.Element(Svg + "desc")!.Value, StringComparison.Ordinal);
        Assert.Equal(["One rule for all.", "Rebuts: Places differ."], Nodes(map).Select(n => n.Element(Svg + "title")!.Value));
        Assert.Single(map.Elements(Svg + "path"), p => (string?)p.Attribute("class") == "edge rebut");
        Assert.DoesNotContain("Calm Otter", map.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script> \"quoted\" & 'more' ]]>")]
    [InlineData("\uFFFE not for XML")]
    [InlineData("مرحبا بالعالم 👩🏽‍❤️‍💋‍👨🏿 नमस्ते e\u0301")]
    public void Whatever_is_written_stays_text(string claim)
    {
        var map = Drawn(("a1", MapLayoutTests.Card("x", null, claim)));

        Assert.Equal(claim.Replace("\uFFFE", "", StringComparison.Ordinal), Nodes(map).Single().Element(Svg + "title")!.Value);
        Assert.DoesNotContain(map.Descendants(), e => e.Name.LocalName is "script" or "style" or "foreignObject" or "a" or "image");
        Assert.DoesNotContain(map.DescendantsAndSelf().Attributes(), a => a.Name.LocalName.StartsWith("on", StringComparison.Ordinal) || a.Name.LocalName is "style" or "href");
    }

    [Fact]
    public void Long_claims_end_after_three_lines_and_stand_whole_in_the_title()
    {
        var claim = string.Join(' ', Enumerable.Repeat("responsibility", 20));

        var node = Nodes(Drawn(("a1", MapLayoutTests.Card("x", null, claim)))).Single();

        Assert.Equal(claim, node.Element(Svg + "title")!.Value);
        Assert.Equal(3, node.Elements(Svg + "text").Count());
        Assert.EndsWith("…", node.Elements(Svg + "text").Last().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_hundred_posts_are_shapes_within_the_picture()
    {
        var map = Drawn([.. Enumerable.Range(0, 200).Select(n => ($"a{n}", MapLayoutTests.Card(n % 2 == 0 ? "x" : "y", n % 4 == 3 ? $"a{n - 1}" : null, $"Claim {n}.")))]);

        Assert.Equal(200, Nodes(map).Count());
        Assert.All(Nodes(map), n => Assert.Empty(n.Elements(Svg + "text")));
        Assert.Contains(Nodes(map), n => n.Element(Svg + "circle") is not null);
        Assert.All(map.Descendants(Svg + "circle"), c => Assert.InRange((double)c.Attribute("cy")!, 0, (double)map.Attribute("height")!));
    }

    [Fact]
    public void What_was_removed_or_never_approved_leaves_no_trace_on_the_map()
    {
        var room = Classroom.With(SampleLesson.BothSides);
        room.Ana(new OpenStep("debate"));
        room.Ben(Debating.Claim("Everybody may read this."));
        room.Ben(Debating.Claim("This was removed."));
        room.Ben(Debating.Claim("This still waits."));
        room.Ana(Debating.Approve("a1"));
        room.Ana(Debating.Approve("a2"));
        Assert.Contains("removed", room.Session.Steps.OfType<DebateStep>().Single().Map(room), StringComparison.Ordinal);

        room.Ana(Debating.Remove("a2"));

        var map = room.Session.Steps.OfType<DebateStep>().Single().Map(room);
        Assert.Contains("Everybody may read this.", map, StringComparison.Ordinal);
        Assert.DoesNotContain("removed", map, StringComparison.Ordinal);
        Assert.DoesNotContain("waits", map, StringComparison.Ordinal);
    }
}

internal static class Mapped
{
    public static string Map(this DebateStep step, Classroom room) =>
        ArgumentMap.All(room.Session, [.. room.Session.Pack.Positions.Select((p, at) => new Side(p.Id, p.Name, p.Short, at == 0 ? "diamond" : "circle"))])[step.Id];
}
