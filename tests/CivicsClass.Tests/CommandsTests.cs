namespace CivicsClass.Tests;

public sealed class CommandsTests
{
    [Theory]
    [InlineData("load /home/ada/pack --Data:Folder=/srv/civics", "--Data:Folder=/srv/civics")]
    [InlineData("--urls http://127.0.0.1:5000", "--urls http://127.0.0.1:5000")]
    [InlineData("load /home/ada/pack", "")]
    public void A_path_is_no_setting(string line, string settings) =>
        Assert.Equal(settings, string.Join(' ', Commands.Settings(line.Split(' '))));
}
