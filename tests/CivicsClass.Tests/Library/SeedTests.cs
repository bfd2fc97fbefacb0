using CivicsClass.Library;
using Microsoft.Extensions.DependencyInjection;

namespace CivicsClass.Tests.Library;

public sealed class SeedTests
{
    [Fact]
    public async Task An_empty_library_is_filled_once_and_a_bad_pack_does_not_stop_the_server()
    {
        var seed = Directory.CreateTempSubdirectory("seed").FullName;
        Directory.Move(new SamplePack().Folder(), Path.Combine(seed, "good"));
        Directory.Move(new SamplePack().Change("pack.yaml", "format: 1", "format: 9").Folder(), Path.Combine(seed, "bad"));
        await using var server = await TestServer.StartAsync(settings: new() { ["Seed:Folder"] = seed });

        var loaded = Assert.Single(await server.Services.GetRequiredService<Packs>().VersionsAsync());
        Assert.Equal(("school-uniforms", 1, Seed.By), (loaded.PackId, loaded.Number, loaded.By));

        File.AppendAllText(Path.Combine(seed, "good", "pack.yaml"), "# changed\n");
        await server.Services.SeedAsync();
        Assert.Single(await server.Services.GetRequiredService<Packs>().VersionsAsync());
        Directory.Delete(seed, recursive: true);
    }
}
