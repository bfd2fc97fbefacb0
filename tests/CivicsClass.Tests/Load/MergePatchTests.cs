using System.Text.Json.Nodes;
using CivicsClass.Load.Wire;

namespace CivicsClass.Tests.Load;

public sealed class MergePatchTests
{
    /// <summary>The examples of RFC 7386, appendix A.</summary>
    [Theory]
    [InlineData("""{"a":"b"}""", """{"a":"c"}""", """{"a":"c"}""")]
    [InlineData("""{"a":"b"}""", """{"b":"c"}""", """{"a":"b","b":"c"}""")]
    [InlineData("""{"a":"b"}""", """{"a":null}""", "{}")]
    [InlineData("""{"a":"b","b":"c"}""", """{"a":null}""", """{"b":"c"}""")]
    [InlineData("""{"a":["b"]}""", """{"a":"c"}""", """{"a":"c"}""")]
    [InlineData("""{"a":"c"}""", """{"a":["b"]}""", """{"a":["b"]}""")]
    [InlineData("""{"a":{"b":"c"}}""", """{"a":{"b":"d","c":null}}""", """{"a":{"b":"d"}}""")]
    [InlineData("""{"a":[{"b":"c"}]}""", """{"a":[1]}""", """{"a":[1]}""")]
    [InlineData("""["a","b"]""", """["c","d"]""", """["c","d"]""")]
    [InlineData("""{"a":"b"}""", """["c"]""", """["c"]""")]
    [InlineData("""{"a":"foo"}""", "\"bar\"", "\"bar\"")]
    [InlineData("""{"e":null}""", """{"a":1}""", """{"e":null,"a":1}""")]
    [InlineData("""[1,2]""", """{"a":"b","c":null}""", """{"a":"b"}""")]
    [InlineData("{}", """{"a":{"bb":{"ccc":null}}}""", """{"a":{"bb":{}}}""")]
    public void A_patch_does_what_the_standard_says(string target, string patch, string expected)
    {
        var result = MergePatch.Apply(JsonNode.Parse(target), JsonNode.Parse(patch));

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), result), result?.ToJsonString());
    }

    [Fact]
    public void A_view_that_was_handed_out_never_changes()
    {
        var before = new HeldView(1, 4, JsonNode.Parse("""{"a":{"b":1}}""")!.AsObject());

        var after = before.With((1, 5), JsonNode.Parse("""{"a":{"b":2}}""")!);

        Assert.Equal(1, (int)before.View["a"]!["b"]!);
        Assert.Equal(2, (int)after.View["a"]!["b"]!);
        Assert.Equal((1, 5), (after.Epoch, after.N));
    }

    [Theory]
    [InlineData(1, 4, 1, 5, HeldView.Fit.Next)]
    [InlineData(1, 3, 1, 4, HeldView.Fit.Old)]
    [InlineData(1, 5, 1, 6, HeldView.Fit.Gap)]
    [InlineData(2, 0, 2, 1, HeldView.Fit.Gap)]
    public void A_patch_fits_only_onto_the_version_it_starts_from(int fromEpoch, int from, int toEpoch, int to, HeldView.Fit expected)
    {
        var held = new HeldView(1, 4, []);

        Assert.Equal(expected, held.Fits((fromEpoch, from), (toEpoch, to)));
    }
}
