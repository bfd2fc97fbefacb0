using System.Text.Json.Nodes;
using CivicsClass.Load.Wire;

namespace CivicsClass.Tests.Load;

/// <summary>The simulated client holds its views as the browser does; see client/live/views.test.ts.</summary>
public sealed class HeldViewsTests
{
    private readonly HeldViews _views = new();

    public HeldViewsTests() => Enter(1, 4);

    [Theory]
    [InlineData(1, 4, 1, 5, HeldViews.Fit.Applied)]
    [InlineData(1, 3, 1, 4, HeldViews.Fit.Known)]
    [InlineData(1, 5, 1, 6, HeldViews.Fit.Gap)]
    [InlineData(2, 0, 2, 1, HeldViews.Fit.Gap)]
    public void A_patch_fits_only_onto_the_version_it_starts_from(int fromEpoch, int from, int toEpoch, int to, HeldViews.Fit expected) =>
        Assert.Equal(expected, _views.Receive(Patch((fromEpoch, from), (toEpoch, to))));

    [Fact]
    public void A_view_that_was_handed_out_never_changes()
    {
        var before = _views["class"]!;

        _views.Receive(Patch((1, 4), (1, 5)));

        Assert.Equal((4, 4), (before.N, (int)before.View["n"]!));
        Assert.Equal((5, 5), (_views["class"]!.N, (int)_views["class"]!.View["n"]!));
    }

    [Fact]
    public void Patches_wait_while_the_page_enters_and_then_follow()
    {
        _views.HoldBack();
        Assert.Equal(HeldViews.Fit.Held, _views.Receive(Patch((1, 4), (1, 5))));
        Assert.Equal(HeldViews.Fit.Held, _views.Receive(Patch((1, 5), (1, 6))));

        Assert.False(Enter(1, 5));

        Assert.Equal(6, _views["class"]!.N);
    }

    [Fact]
    public void A_version_that_goes_back_is_counted()
    {
        Enter(2, 0);
        Assert.Equal(0, _views.WentBack);

        Enter(1, 9);

        Assert.Equal(1, _views.WentBack);
    }

    private bool Enter(int epoch, int n) =>
        _views.Entered(new JsonObject { ["class"] = new JsonObject { ["version"] = new JsonArray(epoch, n), ["view"] = new JsonObject { ["n"] = n } } });

    private static ViewPatch Patch((int, int N) from, (int, int N) to) => new("class", from, to, new JsonObject { ["n"] = to.N });
}
