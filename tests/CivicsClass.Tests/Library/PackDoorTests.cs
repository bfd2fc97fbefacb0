using System.Text.Json;
using CivicsClass.Data;
using CivicsClass.Library;
using CivicsClass.Library.Files;
using CivicsClass.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CivicsClass.Tests.Library;

public sealed class PackDoorTests : IAsyncLifetime
{
    private TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.StartAsync(settings: new() { ["Seed:Folder"] = "none" });

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task The_first_is_version_1_and_a_change_is_version_2()
    {
        var first = await PublishAsync(new SamplePack());
        var second = await PublishAsync(new SamplePack().Change("pack.yaml", "Uniforms at school", "Uniforms in schools"));

        Assert.Equal((PackOutcome.Taken, 1, "Uniforms at school"), (first.Outcome, first.Version!.Number, first.Version.Title));
        Assert.Equal((PackOutcome.Taken, 2, "Uniforms in schools"), (second.Outcome, second.Version!.Number, second.Version.Title));
        Assert.Equal("Uniforms at school", (await _server.Services.GetRequiredService<Packs>().GetAsync(first.Version.Id)).Title);
    }

    [Fact]
    public async Task The_same_again_is_unchanged()
    {
        var first = await PublishAsync(new SamplePack());
        var again = await PublishAsync(new SamplePack().Change("pack.yaml", "summary: Some", "# a remark\nsummary:   Some"));

        Assert.Equal((PackOutcome.Unchanged, first.Version!.Id), (again.Outcome, again.Version!.Id));
        Assert.Equal(1, await _server.InDatabaseAsync(db => db.PackVersions.CountAsync()));
    }

    [Fact]
    public async Task What_is_wrong_is_refused_and_leaves_nothing()
    {
        var report = await PublishAsync(new SamplePack().Change("pack.yaml", "format: 1", "format: 3"));

        Assert.Equal(PackOutcome.Refused, report.Outcome);
        Assert.StartsWith("The pack was not taken. There is 1 problem to put right:\npack.yaml:1: ", report.InWords(), StringComparison.Ordinal);
        Assert.Equal(0, await _server.InDatabaseAsync(db => db.PackVersions.CountAsync()));
    }

    [Fact]
    public async Task Many_at_once_get_a_number_each()
    {
        var reports = await Task.WhenAll(Enumerable.Range(1, 8).Select(i => PublishAsync(new SamplePack().Change("pack.yaml", "Uniforms at school", $"Uniforms {i}"))));
        Assert.Equal(Enumerable.Range(1, 8), reports.Select(r => r.Version!.Number).Order());

        var same = await Task.WhenAll(Enumerable.Range(1, 8).Select(_ => PublishAsync(new SamplePack())));
        Assert.Equal([9], same.Select(r => r.Version!.Number).Distinct());
        Assert.Equal(1, same.Count(r => r.Outcome == PackOutcome.Taken));
    }

    [Fact]
    public async Task A_stored_pack_is_the_pack_that_came_in_and_is_shared()
    {
        var report = await PublishAsync(new SamplePack());
        var packs = _server.Services.GetRequiredService<Packs>();

        var stored = await packs.GetAsync(report.Version!.Id);

        var json = _server.Services.GetRequiredService<StepCatalog>().Json;
        Assert.Equal(JsonSerializer.Serialize(PackReader.Read(new SamplePack().Files).Pack, json), JsonSerializer.Serialize(stored, json));
        Assert.Same(stored, await packs.GetAsync(report.Version.Id));
    }

    private Task<PackReport> PublishAsync(SamplePack pack) => _server.InScopeAsync(s => s.GetRequiredService<PackDoor>().PublishAsync(pack.Files, "ana"));
}
