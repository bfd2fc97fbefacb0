using System.Net;
using CivicsClass.Guards;
using CivicsClass.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static CivicsClass.Tests.Guards.AuthorisationList;

namespace CivicsClass.Tests.Guards;

/// <summary>A session that is there, walked by everybody who has no business in it and by those who have.</summary>
public sealed class SessionAccessTests(TestServer server) : IClassFixture<TestServer>, IAsyncLifetime
{
    private SessionVisitors _all = null!;

    public async ValueTask InitializeAsync() => _all = await SessionVisitors.ComeAsync(server);

    public ValueTask DisposeAsync()
    {
        _all.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void Every_address_of_a_session_says_what_each_person_gets() =>
        Assert.Equal(
            Routes.Select(r => r.Route).Where(r => r.StartsWith("/s/", StringComparison.Ordinal) && !r.StartsWith("/s/preview/", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            OfSession.Select(r => r.Route).Concat(Hubs.SelectMany(h => new[] { h.Route, $"{h.Route}/negotiate" })).Where(r => r.StartsWith("/s/", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public async Task A_session_shows_each_person_what_the_list_says()
    {
        foreach (var row in OfSession.Where(r => !r.Posts))
        {
            foreach (var person in Enum.GetValues<Person>())
                Assert.Equal((row.Path, person, row.For(person)), (row.Path, person, Seen(await _all[person].GetAsync(_all.At(row)))));
        }
    }

    [Fact]
    public async Task A_session_does_for_each_person_what_the_list_says()
    {
        var before = await SessionsAsync();
        foreach (var row in OfSession.Where(r => r.Posts))
        {
            foreach (var person in Enum.GetValues<Person>())
            {
                var token = await _all[person].OpenFormAsync(SessionVisitors.IsStaff(person) ? "/account" : "/sign-in");
                Assert.Equal((row.Path, person, row.For(person)), (row.Path, person, Seen(await _all[person].SendFormAsync(_all.At(row), token, ("key", _all.Key), ("typed", "no")))));
            }
        }

        Assert.Equal(before + 1, await SessionsAsync());
    }

    [Fact]
    public async Task A_session_does_nothing_without_a_form_of_ours()
    {
        var before = await SessionsAsync();
        foreach (var row in OfSession.Where(r => r.Posts))
        {
            foreach (var person in Enum.GetValues<Person>())
            {
                var answer = await _all[person].Http.PostAsync(_all.At(row), new FormUrlEncodedContent([KeyValuePair.Create("key", _all.Key), KeyValuePair.Create("typed", "delete")]));
                Assert.Equal((row.Path, person, row.For(person) == Answer.SignIn ? Answer.SignIn : Answer.BadForm), (row.Path, person, Seen(answer)));
            }
        }

        Assert.Equal(before, await SessionsAsync());
        Assert.Equal(HttpStatusCode.OK, (await _all[Person.Student].GetAsync($"/s/{_all.Key}")).StatusCode);
    }

    [Fact]
    public async Task A_live_page_opens_only_to_whom_the_list_says()
    {
        foreach (var (route, whom) in Hubs)
        {
            foreach (var person in Enum.GetValues<Person>())
                Assert.Equal((route, person, person == whom), (route, person, await _all.IsAdmittedAsync(_all[person], route)));
        }
    }

    [Fact]
    public async Task The_link_of_the_wall_opens_the_wall_and_nothing_more()
    {
        using var hall = server.Browser();
        Assert.Equal(Answer.NotFound, Seen(await hall.GetAsync($"/s/{_all.Key}/wall")));

        Assert.Equal(Answer.Onward, Seen(await hall.GetAsync($"/s/{_all.Key}/wall/{_all.Host.Row.WallToken}")));

        Assert.Equal(Answer.Page, Seen(await hall.GetAsync($"/s/{_all.Key}/wall")));
        Assert.Equal(Answer.Page, Seen(await hall.GetAsync($"/s/{_all.Key}/qr.svg")));
        Assert.Equal(Answer.Onward, Seen(await hall.GetAsync($"/s/{_all.Key}")));
        Assert.Equal(Answer.SignIn, Seen(await hall.GetAsync($"/s/{_all.Key}/teach")));
        Assert.Equal(Answer.NotFound, Seen(await hall.GetAsync($"/s/{_all.OtherKey}/wall")));
        foreach (var (route, _) in Hubs)
            Assert.Equal((route, route.EndsWith("projector", StringComparison.Ordinal)), (route, await _all.IsAdmittedAsync(hall, route)));
    }

    [Fact]
    public async Task A_seat_of_another_session_opens_nothing_here_under_any_name()
    {
        var names = server.Services.GetRequiredService<CookieNames>();
        var stranger = _all[Person.OtherClass];
        var seat = stranger.Cookies.GetCookies(server.Address)[names.For($"seat-{_all.OtherKey}")]!.Value;
        Assert.Equal(Answer.Page, Seen(await stranger.GetAsync($"/s/{_all.OtherKey}")));

        stranger.Cookies.Add(server.Address, new Cookie(names.For($"seat-{_all.Key}"), seat));

        Assert.Equal(Answer.Onward, Seen(await stranger.GetAsync($"/s/{_all.Key}")));
        Assert.False(await _all.IsAdmittedAsync(stranger, "/s/{key}/student"));
    }

    private Task<int> SessionsAsync() => server.InDatabaseAsync(db => db.Sessions.CountAsync());
}
