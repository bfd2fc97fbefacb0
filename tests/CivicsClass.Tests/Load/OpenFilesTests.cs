using CivicsClass.Load.Host;

namespace CivicsClass.Tests.Load;

public sealed class OpenFilesTests
{
    private const string Other = "Max processes             96000                96000                processes ";

    [Theory]
    [InlineData("Max open files            1024                 524288               files     ", 524_288)]
    [InlineData("Max open files            20000                20000                files     ", 20_000)]
    [InlineData("Max open files            unlimited            unlimited            files     ", null)]
    public void The_limit_is_the_highest_that_is_allowed(string row, int? allowed) =>
        Assert.Equal(allowed, OpenFiles.Allowed([Other, row]));

    [Fact]
    public void Where_no_limit_is_told_there_is_none() => Assert.Null(OpenFiles.Allowed([Other]));
}
